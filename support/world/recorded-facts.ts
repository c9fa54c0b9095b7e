import type { CustomBlocks, Message } from '../catalogue';
import { parseConditions, testConditions, type Others } from '../conversation';
import type { Findings } from './findings';
import { canRead, reading } from './reading';
import { refuseFailedChecks } from './receiving';
import { differs, shows } from './recording';
import type { Scene, ScenarioMpan } from './scene';

/** Facts in the place where conditions look for blocks. */
const asMessage = (facts: Partial<CustomBlocks>): Message => ({ CommonBlock: {}, CustomBlock: facts }) as Message;
const nothingElse: Others = { asIn: () => undefined };

/**
 * "X's records show B068 consentGranularity = D": asks again until the facts of the MPAN that they show hold that, or
 * the limit has passed. A probe that shows appointments only proves nothing, and the findings say so.
 */
export async function recordsHold(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  conditions: string,
  findings: Findings,
): Promise<void> {
  const party = scene.party(words, mpan);
  const check = { id: 'records-facts', level: 'must' as const, ledger: [] };
  if (!canRead(scene, party, findings, check)) return;
  const parsed = parseConditions(conditions);
  const { positions, values } = scene.conversation(mpan);
  const deadline = Date.now() + scene.limit('answer').ms;
  await reading(scene, mpan, party, async (read) => {
    for (;;) {
      refuseFailedChecks(mpan.watch.entries);
      const { facts } = await read.records();
      if (facts === undefined) {
        const reason = 'the probe shows no facts of the MPAN';
        findings.notShown(scene.step, reason);
        return findings.check({ ...check, status: 'not-applicable', reason });
      }
      const results = testConditions(parsed, asMessage(facts), nothingElse, { ...positions, ...values });
      const wrong = results.find(({ ok }) => !ok);
      if (!wrong) return shows(party, read, findings, check.id);
      if (Date.now() >= deadline) {
        const [expected, actual] = [`${wrong.field} = ${wrong.expected}`, `${wrong.field} = ${wrong.actual}`];
        return differs(party, read, findings, { id: check.id, mpan: mpan.watch.mpan, expected, actual });
      }
      // A probe can only be asked: the environment file says how often.
      await mpan.watch.settle(scene.limit('probe').ms);
    }
  });
}
