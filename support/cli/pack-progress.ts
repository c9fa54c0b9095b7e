import { footer } from './output';
import { fitted, pc, wantsLive } from './terminal';

/** Says on a terminal what is done just now, in the line that is redrawn; empty takes the line away. */
export function tellProgress(text: string): void {
  if (!wantsLive(process.stderr, process.env)) return;
  // The last column stays empty: some terminals wrap when it is written.
  footer.show(text && pc.dim(fitted(`${text} …`, (process.stderr.columns || 80) - 1)));
}
