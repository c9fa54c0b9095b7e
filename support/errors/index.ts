/** The registry of errors: every code with its kind, text, cause and fix. One table per folder. */
export * from './error';
export * from './define';
