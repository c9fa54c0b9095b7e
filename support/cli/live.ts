import type { RunNews } from '../session';
import { footer, say } from './output';
import { after, endedLine, liveLine, noProgress } from './progress';
import { fitted, pc, wantsLive } from './terminal';

/** How a run goes on, for people: a line for each scenario that has ended and, on a terminal, one that is redrawn. */
export interface Live {
  /** `idWidth`: columns of the longest scenario id. */
  begin(idWidth: number): void;
  news(news: RunNews): void;
  /** Says what is done after the scenarios. */
  doing(text: string): void;
  /** Takes the redrawn line away for good. */
  stop(): void;
}

const redrawMs = 250;

export function createLive(stream: NodeJS.WriteStream = process.stderr, env = process.env): Live {
  let draws = wantsLive(stream, env);
  // The last column stays empty: some terminals wrap when it is written.
  const columns = draws ? () => (stream.columns || 80) - 1 : () => undefined;
  let progress = noProgress(performance.now());
  let width = 0;
  let timer: NodeJS.Timeout | undefined;
  const show = (text: string) => draws && footer.show(pc.dim(text));
  const draw = () => show(liveLine(progress, performance.now(), columns() ?? Infinity));
  return {
    begin(idWidth) {
      width = idWidth;
      if (draws) timer = setInterval(draw, redrawMs).unref();
      draw();
    },
    news(news) {
      progress = after(progress, news, performance.now());
      if (news.kind === 'started' && !draws) say(pc.dim('ready'));
      if (news.kind === 'progress') say(endedLine(news, width, columns()));
    },
    doing(text) {
      clearInterval(timer);
      if (draws) show(fitted(`${text} …`, columns()));
      else say(pc.dim(text));
    },
    stop() {
      draws = false;
      clearInterval(timer);
      footer.show('');
    },
  };
}
