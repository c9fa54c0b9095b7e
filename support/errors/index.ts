/** The registry of errors: every code with its kind, text, cause and fix. One table per folder. */
export * from './error';
export * from './define';
export * from './nearest';
export * from './participant';
export * from './stage';
export * from './evidence';
export * from './control';
export * from './catalogue';
export * from './wire';
export * from './market';
export * from './dip';
export * from './world';
export * from './conversation';
export * from './process';
export * from './session';
export * from './cli';
