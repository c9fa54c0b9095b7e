/** Starts a process of ours and waits until it says that it is ready; finds programs of the machine. */
export { firstLine } from './first-line';
export { isAlive } from './is-alive';
export { optimiseLate } from './optimise-late';
export { chromiumPath, javaPath } from './programs';
export * from './start';
export { isFile, which, type Environment } from './which';
