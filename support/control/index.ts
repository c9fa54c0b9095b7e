/** Schemas and client of the hub's control API: HTTP and server-sent events on loopback, with a token. */
export * from './client';
export * from './operator';
export * from './participants';
export * from './schemas';
