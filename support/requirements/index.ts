/** The registers: artefacts of the design, whom they touch, and what scenarios prove. */
export { readRegisters, readRequirements, type Registers } from './read';
export { registerProblems } from './problems';
export { touchedBy } from './touched';
export { parseReference, referenceText, type Reference } from './references';
export { artefactKinds, type Artefact, type ConstituencyId, type ConstituencyTable, type Requirement } from './schemas';
