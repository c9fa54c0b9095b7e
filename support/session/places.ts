import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Root of this package: two folders up from support/session, three from dist/support/session. */
export const home = [resolve(__dirname, '../..'), resolve(__dirname, '../../..')].find((folder) =>
  existsSync(join(folder, 'package.json')),
)!;

/** The folder with certificates, keys and journals: QUALIFY_STATE, or .qualify in the folder of the caller. */
export function stateFolder(cwd: string, env: NodeJS.ProcessEnv = process.env): string {
  return resolve(cwd, env.QUALIFY_STATE ?? '.qualify');
}

/** The bundled files of this package. */
export const bundled = {
  features: join(home, 'features'),
  participant: join(home, 'fixtures/participants/reference.yaml'),
  assumptions: join(home, 'fixtures/assumptions/assumptions.yaml'),
  environment: (name: string) => join(home, 'fixtures/environments', `${name}.yaml`),
};
