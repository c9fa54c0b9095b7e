/** What tests need from the machine. Imported by `*.spec.ts` and `*.e2e.ts` only. */
export * from './browser-page';
export * from './needs';
export * from './published';
export * from './scratch';
export { chromiumPath, javaPath, which } from '../process';
