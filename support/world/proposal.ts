import { randomUUID } from 'node:crypto';
import { errorsOf, worldErrors } from '../errors';
import { act, type StepOutcome } from './acting';
import { daysAfter } from './dates';
import type { Scene, ScenarioMpan } from './scene';

const raise = errorsOf(worldErrors);

/** What is out of the ordinary about a proposal; what is left out is as the switch has it. */
export interface Proposal {
  /** The service proposed, in words or as a position. */
  service?: string;
  scenario?: string;
  /** YYYY-MM-DD. */
  from?: string;
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
  const { position } = scene.party(proposal.service ?? `proposed ${service} Service`, mpan);
  return act(scene, mpan, words, service === 'Metering' ? 'appointMeteringService' : 'appointDataService', {
    service: scene.identity(position),
    from: proposal.from ?? scene.switchOf(mpan).days.ssd,
    scenario: proposal.scenario ?? 'COS',
    ...(proposal.registrationId === undefined ? {} : { registrationId: proposal.registrationId }),
  });
}

/** The rows of a proposal's table: service, scenario, from and switch. */
export function proposalOfRows(rows: Record<string, string>, ssd: string): Proposal {
  const proposal: Proposal = {};
  for (const [key, value] of Object.entries(rows)) {
    const days = /^(\d+) days after the SSD$/.exec(value);
    if (key === 'service') proposal.service = value;
    else if (key === 'scenario') proposal.scenario = value;
    else if (key === 'from' && value === 'the SSD') proposal.from = ssd;
    else if (key === 'from' && days) proposal.from = daysAfter(ssd, Number(days[1]));
    else if (key === 'switch' && value === 'of another MPAN') proposal.registrationId = randomUUID();
    else if (key !== 'switch' || value !== 'pending') {
      const fix = 'Rows are service, scenario, from (the SSD, or 19 days after the SSD) and switch.';
      throw raise('STEP_WORDS_UNKNOWN', { problem: `the row | ${key} | ${value} | has no meaning`, fix });
    }
  }
  return proposal;
}
