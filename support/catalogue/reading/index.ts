/** Reading JSON that nobody vouches for. */
export type { JsonCode, JsonLimits, JsonProblem } from './json-problem';
export { parseJson, type Parsed } from './parse-json';
export { readMessages, type ReadingLimits, type ReadMessage, type Said } from './messages';
