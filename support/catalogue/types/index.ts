/** The data types of the release, each once. A type is a function: zod assembles it when it is first asked for. */
export * from './make';
export * from './names';
export * from './texts';
export * from './numbers';
export * from './lists';
