/** The test completion report of a run or campaign. */
export { noCompletionFile, readCompletionFile, type CompletionFile } from './completion-file';
export { type Criterion } from './criteria';
export { completionOf, type Completion } from './report';
export { completionPage, writeCompletion, writeCompletionPdf } from './write-completion';
