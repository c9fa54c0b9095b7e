import { isOffDipParty } from '../catalogue';
import { legLabel, type ExpectedLeg, type LegCheck, type Match, type OffDipSources } from '../conversation';
import { noticeAct } from '../market';
import type { DtcFile } from '../participant';
import { canonicalPosition } from '../stage';
import type { ScenarioFindings } from '../verdict';
import { flowOf, flowsShown, type FlowsShown } from './dtc-flows';
import type { Scene, ScenarioMpan } from './scene';

/** The acts by which the harness stands in for CSS and the DCC in this scenario. */
export function standIns(scene: Scene): Pick<OffDipSources, 'actOf'> {
  const { actors } = scene.binding;
  return {
    actOf({ offDip, from, to }: ExpectedLeg) {
      if (offDip?.kind !== 'notice' || !isOffDipParty(from)) return undefined;
      const act = noticeAct(from, offDip.says);
      const own = to.some((position) => actors[canonicalPosition(position) ?? ''] === 'participant');
      // A system that acts by itself was told by the real one, or by nobody.
      return act && own && scene.worker.triggers.kindOf(act) === 'automatic' ? undefined : act;
    },
  };
}

/**
 * What shows the flows of a table. Where the profile names a folder, waits until `limitMs` has passed for the files that
 * it lacks; a flow that is attested is not waited for. Rejects when the run is interrupted, and for nothing else.
 */
export async function lookForFlows(
  scene: Scene,
  mpan: ScenarioMpan,
  legs: readonly ExpectedLeg[],
  limitMs: number,
): Promise<FlowsShown> {
  if (!legs.some((leg) => flowOf(leg) !== undefined)) return { shown: new Map(), checks: [] };
  const { dtc, profile } = scene.worker;
  const { folder, attested = [] } = profile.offDip ?? {};
  const sources = {
    ...{ mpan: mpan.watch.mpan, attested, why: 'the profile names no folder of DTC files' },
    mpidOf: (position: string) => mpidOf(scene, position),
    blameOf: (position: string) => blameOf(scene, position),
  };
  if (!dtc) return flowsShown(legs, { ...sources, files: [] });

  let look: { files: readonly DtcFile[]; problem?: string } = await dtc.look();
  const found = () => flowsShown(legs, { ...sources, files: look.files, why: `no file in the folder ${folder}` });
  const all = () => look.problem !== undefined || [...found().shown.values()].every(({ how }) => how !== 'not seen');
  if (!all() && limitMs > 0) {
    await mpan.watch.until(
      () => all() || undefined,
      limitMs,
      (again) => {
        const lookAgain = () => void dtc.look().then((now) => ((look = now), again()));
        const stop = dtc.changed(lookAgain);
        // What came between the first look and now is told by nobody.
        lookAgain();
        return stop;
      },
    );
    look = await dtc.look();
  }
  if (look.problem === undefined) return found();
  const reason = `the folder ${folder} cannot be read (${look.problem})`;
  const { shown, checks } = flowsShown(legs, { ...sources, files: [], why: reason });
  const unread: LegCheck = { id: 'off-dip-file', level: 'should', status: 'fail', reason, ledger: [] };
  return { shown, checks: [...checks, { ...unread, blame: 'configuration' }] };
}

/** The legs off the DIP of a table that was judged, for the verdict. */
export function offDipLegs({ legs }: Match): ScenarioFindings['offDip'][number]['legs'] {
  const grades = { file: 'reported by the participant', attested: 'attested' } as const;
  return legs.flatMap(({ leg, offDip }) => {
    if (!offDip) return [];
    const { how } = offDip;
    const grade = how === 'file' || how === 'attested' ? grades[how] : null;
    return [{ row: leg.id, from: leg.from, to: leg.to, message: legLabel(leg), ...offDip, grade }];
  });
}

function mpidOf(scene: Scene, position: string): string | undefined {
  const canonical = canonicalPosition(position) ?? '';
  return scene.binding.positions[canonical] === undefined ? undefined : scene.identity(canonical).mpid;
}

function blameOf(scene: Scene, position: string): 'participant' | 'configuration' {
  return scene.binding.actors[canonicalPosition(position) ?? ''] === 'participant' ? 'participant' : 'configuration';
}
