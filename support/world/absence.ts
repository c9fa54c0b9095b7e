import { messageLabel, type MessageName } from '../catalogue';
import { absent, labelOf } from '../conversation';
import type { Findings } from './findings';
import { settled } from './receiving';
import type { Scene, ScenarioMpan } from './scene';

/** A named message does not come more than `allowed` times: now, and by the sweep at the end of the run. */
export async function sendsNoMore(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  message: MessageName,
  allowed: number,
  findings: Findings,
): Promise<void> {
  const { dipId, position, actor } = scene.party(words, mpan);
  const blame = actor === 'participant' ? 'participant' : 'harness';
  findings.absence({ mpan: mpan.watch.mpan, ...message, from: dipId, allowed, blame });
  const entries = await settled(scene, mpan);
  const extra = absent(message, [...entries], { ...scene.conversation(mpan), from: position }).slice(allowed);
  const times = `${position} sent ${messageLabel(message)} ${allowed + extra.length} times, expected ${allowed}`;
  findings.check({
    id: 'absence',
    level: scene.worker.environment.levels.absence?.level ?? 'should',
    status: extra.length > 0 ? 'fail' : 'pass',
    reason: extra.length > 0 ? times : '',
    blame,
    ledger: extra.map((entry) => entry.seq),
  });
}

/** What a silent party leads to is nowhere stated: it is shown, not judged. */
export async function recordWhatFollows(scene: Scene, mpan: ScenarioMpan, findings: Findings): Promise<void> {
  const entries = await settled(scene, mpan);
  const last = entries.filter((entry) => entry.kind === 'accepted').at(-1);
  const what = last ? labelOf(last) : 'nothing';
  findings.note(`recorded, not judged: the last message of the conversation was ${what}`);
}
