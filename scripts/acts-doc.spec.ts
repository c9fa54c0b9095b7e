import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { actsOfStep, mpansOfSteps } from '../support/doctor';
import { acts, type ActDefinition } from '../support/market';
import { actsPage, file, sentencesOf } from './acts-doc';

const made: ActDefinition = {
  kind: 'business',
  roles: ['SUP'],
  what: 'Something is made.',
  says: 'makes something of',
  usually: { from: 'the SSD' },
  args: z.object({ from: z.string(), size: z.number().default(3), note: z.string().nullish() }),
};

test('docs/acts.md is what the table of acts says', () => {
  assert.equal(readFileSync(file, 'utf8'), actsPage(), 'run: npm run docs');
});

test('an act is shown with its roles, its sentence and all its arguments', () => {
  assert.equal(
    actsPage({ made }).split('\n### ')[1],
    `made

Something is made.

- given to: SUP
- step: \`the Supplier makes something of MPAN "A"\`
- \`from\`: a text; usually \`the SSD\`
- \`size\`: a number; usually \`3\`
- \`note\`: a text; none; may be left out
`,
  );
});

test('an act that no step asks for cannot be shown', () => {
  const { says, ...silent } = made;
  assert.ok(says);
  assert.throws(() => sentencesOf('made', silent), /no step asks for the act made/);
});

test('every sentence on the page asks for its act', () => {
  for (const [name, definition] of Object.entries<ActDefinition>(acts)) {
    for (const sentence of sentencesOf(name, definition)) {
      if (name === 'loadMeteringPoint') assert.deepEqual([...mpansOfSteps([sentence]).keys()], ['A']);
      else
        assert.ok(
          actsOfStep(sentence, 'S').some(({ act }) => act === name),
          `${name}: ${sentence}`,
        );
    }
  }
});
