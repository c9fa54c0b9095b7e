import { randomUUID } from 'node:crypto';
import { errorsOf, worldErrors } from '../errors';
import { act, type StepOutcome } from './acting';
import { dateOfWords, daysAfter } from './dates';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** What is out of the ordinary about a proposal; what is left out is as the switch has it. */
export interface Proposal {
  /** The service proposed, in words or as a position. */
  service?: string;
  scenario?: string;
  /** YYYY-MM-DD, or words for a day ("10 days ahead"). */
  from?: string;
  contractReference?: string;
  /** Absent: the id that IF-002 brought. */
  registrationId?: string;
}

/** A supplier proposes a service to an MPAN. */
export async function propose(
  scene: Scene,
  mpan: ScenarioMpan,
  words: string,
  service: 'Metering' | 'Data',
  proposal: Proposal = {},
): Promise<StepOutcome> {
  const { position, dipId } = scene.party(proposal.service ?? `proposed ${service} Service`, mpan);
  const { registrationId, contractReference } = proposal;
  mpan.from = proposal.from === undefined ? scene.switchOf(mpan).days.ssd : dayOf(proposal.from);
  // Other terms of a standing appointment do not begin it anew.
  if (proposal.scenario !== 'USP') mpan.begins.set(dipId, mpan.from);
  return act(scene, mpan, words, service === 'Metering' ? 'appointMeteringService' : 'appointDataService', {
    service: scene.identity(position),
    from: mpan.from,
    scenario: proposal.scenario ?? 'COS',
    ...(registrationId === undefined ? {} : { registrationId }),
    ...(contractReference === undefined ? {} : { contractReference }),
  });
}

function dayOf(words: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(words)) return words;
  const date = dateOfWords(words, new Date());
  if (date) return date;
  const fix = 'Write "today", "10 days ahead" or "3 days ago".';
  throw raise('STEP_WORDS_UNKNOWN', { problem: `"${words}" is not a day`, fix });
}

/** The rows of a proposal's table: service, scenario, from and switch. `ssd`: of the switch that is pending, if one is. */
export function proposalOfRows(rows: Record<string, string>, ssd: string | undefined): Proposal {
  const proposal: Proposal = {};
  for (const [key, value] of Object.entries(rows)) {
    const days = /^(\d+) days after the SSD$/.exec(value);
    if (key === 'service') proposal.service = value;
    else if (key === 'scenario') proposal.scenario = value;
    else if (key === 'from' && ssd && value === 'the SSD') proposal.from = ssd;
    else if (key === 'from' && ssd && days) proposal.from = daysAfter(ssd, Number(days[1]));
    else if (key === 'from' && dateOfWords(value, new Date())) proposal.from = value;
    else if (key === 'switch' && value === 'of another MPAN') proposal.registrationId = randomUUID();
    else if (key !== 'switch' || value !== 'pending') {
      const fix = 'Rows are service, scenario, from (the SSD, 19 days after the SSD, or 10 days ahead) and switch.';
      throw raise('STEP_WORDS_UNKNOWN', { problem: `the row | ${key} | ${value} | has no meaning`, fix });
    }
  }
  return proposal;
}
