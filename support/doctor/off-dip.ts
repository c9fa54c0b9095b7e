import { isOffDipParty, parseOffDip } from '../catalogue';
import { noticeAct } from '../market';
import { createTriggers, type Profile } from '../participant';
import { canonicalPosition, type Binding, type OffDipRow, type ScenarioText } from '../stage';
import { actsOfStep, segmentOf } from './step-acts';

/** A leg off the DIP that nothing will show, with the selected scenarios that name it. */
export interface UnshownLeg extends OffDipRow {
  scenarios: string[];
}

interface Planned {
  profile: Profile;
  selected: readonly ScenarioText[];
  bindingOf(tags: readonly string[]): Binding;
}

/** Legs off the DIP that will be shown as not seen: no folder, no attestation, and the harness does not give them. */
export function unshownLegs({ profile, selected, bindingOf }: Planned): UnshownLeg[] {
  const { folder, attested = [] } = profile.offDip ?? {};
  const triggers = createTriggers({ profile });
  const legs = new Map<string, UnshownLeg>();

  function isGiven({ from, to }: OffDipRow, says: string, { steps, tags }: ScenarioText): boolean {
    const act = isOffDipParty(from) ? noticeAct(from, says) : undefined;
    if (act === undefined) return false;
    const { actors } = bindingOf(tags);
    const receivers = to.map(canonicalPosition);
    const segment = segmentOf(steps);
    const asked = steps.flatMap((step) => actsOfStep(step, segment));
    return asked.some(
      (one) =>
        one.act === act &&
        receivers.includes(one.position) &&
        (actors[one.position] !== 'participant' || triggers.kindOf(act) !== 'automatic'),
    );
  }

  function isShown(row: OffDipRow, scenario: ScenarioText): boolean {
    const leg = parseOffDip(row.message);
    if (leg?.kind === 'notice') return isGiven(row, leg.says, scenario);
    return folder !== undefined || attested.some(({ flow }) => flow === leg?.flow);
  }

  for (const scenario of selected) {
    for (const row of scenario.offDip ?? []) {
      if (isShown(row, scenario)) continue;
      const key = `${row.message} ${row.from} ${row.to.join()}`;
      const leg = legs.get(key) ?? { ...row, scenarios: [] };
      if (!leg.scenarios.includes(scenario.id)) leg.scenarios.push(scenario.id);
      legs.set(key, leg);
    }
  }
  return [...legs.values()];
}
