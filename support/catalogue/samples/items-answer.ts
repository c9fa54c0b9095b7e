import { positionOfRole } from './parties';
import { answerText, refusals } from './reasons';
import type { Makers, Spot } from './spot';

/** `REG1032 - …`: why the answer is not a plain yes. */
function reason({ scene }: Spot): string {
  // Consumption of an MPAN that is de-energised is taken, with a warning.
  if (scene.outcome === 'W') return answerText('ECS1008');
  return answerText(scene.draw('reason').pick(refusals(scene.definition)));
}

/** Who answers for a service gives the code of an acceptance; R0 then says nothing more. */
const yes = ({ path }: Spot) => (path.includes('.B') ? [answerText('SP000')] : []);

function primary({ scene }: Spot): (string | null)[] {
  const [role] = scene.definition.recipients.primary;
  return [role ? scene.party(positionOfRole(role)).dipId : null];
}

/** Whether a thing was accepted, and if not, why; and to whom the message is addressed. */
export const answerItems: Makers = [
  [/^responseCode$/, ({ scene }) => scene.outcome],
  [/^responseMessages$/, (spot) => (spot.scene.outcome === 'A' ? yes(spot) : [reason(spot)])],
  [/^responseMessage$/, (spot) => (spot.scene.outcome === 'A' ? null : reason(spot))],
  [/^proposedAppointmentResponseCode$/, (spot) => (spot.scene.outcome === 'A' ? 'SP000' : reason(spot))],
  [/^primaryRecipients$/, primary],
  [/^secondaryRecipients$/, () => [null]],
  [/^always$/, () => []],
];
