import type { Subject } from '../subject';
import type { Rttm } from '../traceability/facts';
import { judgeCriteria, type Criterion } from './criteria';
import type { CompletionFile } from './completion-file';
import { rootCauses, type Causes } from './root-causes';

/** All that a test completion report says, before it is a page. */
export interface Completion {
  subject: Subject;
  rttm: Rttm;
  file: CompletionFile;
  causes: Causes;
  criteria: Criterion[];
}

/** The completion report of a run or campaign; `file`: what the user keeps for it. */
export function completionOf(rttm: Rttm, file: CompletionFile): Completion {
  const { subject } = rttm;
  const causes = rootCauses(subject, file.defects);
  return { subject, rttm, file, causes, criteria: judgeCriteria(file, { subject, rttm, causes }) };
}
