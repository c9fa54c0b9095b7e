/** Reads industry standing data from files; what it says is asked of the look-ups of the catalogue. */
export { loadStandingData } from './load';
