import { createAgent, createSigner, postSigned, standardResponseSchema, type StandardResponse } from '../wire';
import { dipForTest, identitiesOf, ids, keyOf, message } from './dip.fixture';

const cleanUp: (() => Promise<void>)[] = [];

/** Stops what `start` and `call` opened: for `after`. */
export async function stopAll(): Promise<void> {
  await Promise.all(cleanUp.splice(0).map((close) => close()));
}

export async function start(options: Parameters<typeof dipForTest>[0] = {}) {
  const t = await dipForTest(options);
  cleanUp.push(t.close);
  return t;
}

/** A signed call with everything in the caller's hands. */
export async function call(
  base: string,
  path: string,
  o: { who?: 'sup' | 'regs'; key?: string; method?: string; body?: unknown } = {},
) {
  const identity = (await identitiesOf())[o.who ?? 'sup'];
  const agent = createAgent(identity);
  cleanUp.push(async () => agent.destroy());
  return postSigned({
    agent,
    signer: createSigner(identity.signing),
    url: base + path,
    method: (o.method ?? 'POST') as 'POST',
    body: Buffer.from(o.body === undefined ? '' : JSON.stringify(o.body)),
    apiKey: o.key ?? keyOf(ids.sup),
    timeoutMs: 2000,
  });
}

export const response = (body: Buffer): StandardResponse => standardResponseSchema.parse(JSON.parse(body.toString()));
export const request = () => message('IF-031', 'MSApp', ids.sup);
