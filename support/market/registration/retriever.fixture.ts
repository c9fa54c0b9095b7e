import { pair, Play, point, who } from '../play.fixture';

/** The register and the parties that hold the MPAN, with its retriever. */
export function held(over: Record<string, unknown> = {}): Play {
  const play = new Play();
  const loaded = point({ retriever: pair(who.mdr), ...over });
  for (const name of ['regs', 'out', 'sdsOld', 'mdr'] as const) play.act(name, 'loadMeteringPoint', loaded);
  return play;
}

export const change = (over: Record<string, unknown> = {}) => ({
  retriever: pair(who.mdrOther),
  from: '2027-06-14',
  ...over,
});

export function changed(over: Record<string, unknown> = {}, play = held()): Play {
  play.act('sdsOld', 'changeRetriever', change(over));
  return play.run();
}

export function outcome(play: Play) {
  const { B092, B099 } = play.one('IF-035 [SDS-MDROutcome]').CustomBlock!;
  const codes = B099!.responseMessages.map((it) => it!.slice(0, 7));
  return { code: B099!.responseCode, codes, held: B092!.assignedMDRDIPID };
}

export const refusedWith = (...codes: string[]) => ({ code: 'R', codes, held: who.mdr.dipId });
