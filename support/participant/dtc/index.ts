/** Files of flows of the Data Transfer Catalogue, as the participant's own side shows them. */
export { openDtcFolder, type DtcFile, type DtcFolder } from './folder';
export type { DtcFlow, DtcParty, DtcProblem } from './parse-file';
