import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createLedger } from '../ledger';
import type { Verdicts } from '../verdict';
import type { RunFiles } from './run-files';
import { summaryPieces } from './summary';
import { fileId } from './text';

export * from './fixture-verdicts';

const supplier = '1000000001';
const registration = '1000000004';

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60"><style>.lane{stroke:#888}</style>
<defs><marker id="tip" markerWidth="6" markerHeight="6"><path d="M0 0L6 3L0 6z"/></marker></defs>
<line class="lane" x1="10" y1="30" x2="190" y2="30" marker-end="url(#tip)"/><text x="40" y="20">IF-031 [MSApp]</text></svg>`;

/** The whole summary page of a run. */
export const summaryPage = (run: RunFiles): string => [...summaryPieces(run)].join('');

/** Writes a run folder as the harness leaves it and returns its path. */
export async function runFolder(verdicts: Verdicts, excluded: object[] = [], folder?: string): Promise<string> {
  const target = folder ?? (await mkdtemp(path.join(os.tmpdir(), 'mhhs-evidence-')));
  await mkdir(path.join(target, 'diagrams'), { recursive: true });
  await writeFile(path.join(target, 'verdicts.json'), JSON.stringify(verdicts));
  const selected = verdicts.scenarios.map(({ id }) => id);
  await writeFile(path.join(target, 'selection.json'), JSON.stringify({ selected, excluded }));
  const ledger = createLedger({ file: path.join(target, 'ledger.ndjson') });
  for (const { id, positions, started, name } of verdicts.scenarios) {
    if (started === null) continue;
    await writeFile(path.join(target, 'diagrams', `${fileId(id)}.svg`), svg);
    const position = Object.keys(positions)[0]!;
    const message = { interface: 'IF-031', event: 'MSApp', scenario: id, mpan: '1012345678907', at: started };
    const failing = { id: 'correlation', level: 'should', status: 'fail', reason: 'expected null, got "x<y"' } as const;
    ledger.append({
      source: 'harness',
      kind: 'act',
      from: 'harness',
      to: supplier,
      position,
      name: 'appointMeteringService',
      scenario: id,
      at: started,
    });
    ledger.append({
      ...message,
      source: 'dip',
      kind: 'accepted',
      from: supplier,
      to: 'DIP',
      position,
      httpStatus: 201,
      checks: [failing],
      body: { name, q: 'x'.repeat(9000) },
    });
    ledger.append({
      ...message,
      source: 'dip',
      kind: 'delivered',
      from: 'DIP',
      to: registration,
      position: 'REGS',
      body: { a: '</pre><script>alert(1)</script>' },
    });
  }
  await ledger.close();
  return target;
}
