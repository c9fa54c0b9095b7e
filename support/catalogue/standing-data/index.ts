/** Industry standing data: what there is of it, and pure look-ups in it. `stage` reads it from files. */
export * from './types';
export * from './look-ups';
export * from './working-days';
