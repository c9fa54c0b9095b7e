/** Starts a process of ours and waits until it says that it is ready. */
export * from './start';
