// The text of docs/acts.md, from the table of acts. `npm run docs` writes it.
import path from 'node:path';
import { roles, type RoleCode } from '../support/catalogue';
import {
  actArguments,
  acts,
  type ActArgument,
  type ActDefinition,
  type ActKind,
  type ActName,
} from '../support/market';
import { outsiderWords } from '../support/stage';
import { root } from './lib/process';

export const file = path.join(root, 'docs/acts.md');

const kinds: Record<ActKind, [title: string, when: string]> = {
  business: ['Business', 'Asked for when a step says so. What another brings outside the DIP, the role is told.'],
  load: ['Loading', 'What a system holds or has agreed: asked for before what a scenario shows.'],
  css: ['Word from outside', 'What a system is told outside the DIP, by CSS, the DCC or the Distributor.'],
  travel: [
    'Days',
    'What a day brings. There is no virtual clock on the wire: the system is told that the day has come.',
  ],
  dip: ['Asking the DIP', 'What a system asks for after it was out of reach.'],
};

const supplier = 'the Incoming Supplier';
const mpan = 'MPAN "A"';
const appointing = (service: string): string[] => [
  `${supplier} appoints its ${service} Service to ${mpan} from the SSD`,
  `${supplier} appoints a new ${service} Service to ${mpan}, effective 10 days ahead`,
  `${supplier} changes the terms of its ${service} Service of ${mpan}, effective 10 days ahead`,
];
const again = (how: string) => `the Registration Service asks the DIP to ${how} IF-031 [MSApp] for ${mpan}`;

/** Sentences of steps that are made for one act. */
const special: Partial<Record<ActName, readonly string[]>> = {
  appointMeteringService: appointing('Metering'),
  appointDataService: appointing('Data'),
  loadMeteringPoint: [`${mpan} is Smart, import and energised, registered to the Outgoing Supplier`],
  endContract: [`the proposed Metering Service has no contract with ${supplier} for ${mpan}`],
  switchPending: [`a switch of ${mpan} to ${supplier} is pending in CSS, with an SSD 10 days ahead`],
  dayArrives: [`the SSD of ${mpan} arrives`, `the effective date of ${mpan} arrives`],
  requestRequeue: [again('requeue')],
  requestReplay: [again('replay')],
};

/** Every sentence in which a step asks for an act. */
export function sentencesOf(name: string, { says, tells, roles: able }: ActDefinition): string[] {
  const who = tells ? outsiderWords[tells] : partyOf(able[0]!);
  const own = Object.hasOwn(special, name) ? special[name as ActName]! : [];
  const sentences = [...(says === undefined ? [] : [`${who} ${says} ${mpan}`]), ...own];
  if (sentences.length === 0) throw new Error(`no step asks for the act ${name}: it needs "says", or a sentence here`);
  return sentences;
}

/** How a step names the holder of a role, where there is one of its kind. */
function partyOf(role: RoleCode): string {
  const { kind, name } = roles[role];
  if (kind === 'metering-service') return 'the Metering Service';
  if (kind === 'data-service') return 'the Data Service';
  return role === 'LDSO' ? 'the Network Operator' : `the ${name}`;
}

const head = `# Acts

An act is a thing that a business does, or is told. Its name is the key in \`triggers.acts\` of a profile
([own-system.md](own-system.md#triggers)), the name in the control API and the meaning of a step. Your system is only asked
for the acts of its own roles, and only in scenarios that have such a step; \`qualify plan\` says which.

A step may say more about an act: \`…, effective 10 days ahead\` gives its argument \`from\`, and a table gives any:

\`\`\`gherkin
When the Supplier changes the HH data consent of MPAN "A" with:
  | from        | 10 days ahead |
  | granularity | H             |
\`\`\`

A value is a text, or words for it:

- days: \`today\`, \`10 days ahead\`, \`3 days ago\`, \`the SSD\`, \`3 days after the SSD\`, \`the effective date\`
- parties: \`the proposed Data Service\`, \`SDS (incumbent)\`, \`SDS (proposed) with the MPID of SDS (another)\`
- \`MPAN "B"\`, \`the pending switch\`, \`another switch\`, \`a new switch\`, \`yes\`, \`no\`, \`none\`; the items of a list stand between commas

The trigger gets the values as JSON, with those that the step left out.
`;

/** The text of docs/acts.md. */
export function actsPage(table: Record<string, ActDefinition> = acts): string {
  const sections = (Object.keys(kinds) as ActKind[]).flatMap((kind) => {
    const mine = Object.entries(table).filter(([, definition]) => definition.kind === kind);
    const [title, when] = kinds[kind];
    return mine.length === 0 ? [] : [`## ${title}`, when, ...mine.map(([name, act]) => actText(name, act))];
  });
  return `${[head.trimEnd(), ...sections].join('\n\n')}\n`;
}

function actText(name: string, act: ActDefinition): string {
  const lines = [
    `- given to: ${act.roles.join(', ')}`,
    ...sentencesOf(name, act).map((sentence) => `- step: \`${sentence}\``),
    ...actArguments(act).map((argument) => `- ${argumentText(argument, act.usually?.[argument.name])}`),
  ];
  return `### ${name}\n\n${act.what}\n\n${lines.join('\n')}`;
}

function argumentText({ name, schema, required, form }: ActArgument, usual: string | undefined): string {
  const left = schema.safeParse(undefined).data;
  const usually = usual ?? (left === undefined ? undefined : String(left));
  const end = usually === undefined ? (required ? '' : '; may be left out') : `; usually \`${usually}\``;
  return `\`${name}\`: ${form}${end}`;
}
