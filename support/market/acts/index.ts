/** Every act that a business can be told to do, its arguments, and the words of steps for it. */
export { actArguments, itemOf, type ActArgument } from './arguments';
export { actDefinition, acts, argumentsOf, type ActName, type ArgumentsOf } from './all';
export type { ActDefinition, ActKind, Outsider } from './definition';
export type { MeteringPoint } from './loading';
export { noticeAct, noticesOf } from './notices';
export { actPattern, actPhrases } from './phrases';
