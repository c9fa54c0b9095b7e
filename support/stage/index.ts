/** Environments, who fills which position, and which scenarios apply. */
export * from './assumptions';
export * from './bind';
export * from './duration';
export * from './environment';
export { faultSpecs } from './environment-faults';
export * from './feature';
export * from './pool';
export * from './positions';
export * from './read-yaml';
export * from './release';
export * from './scenario';
export * from './select';
export * from './tags';
export * from './words';
