/** The catalogue in words: what an event, a block or an item is, for whoever looks it up. */
export { fieldOf, fieldsOf, type Field } from './field';
export { find, type Found, type Shape } from './find';
export { labelsOf, type Place } from './places';
