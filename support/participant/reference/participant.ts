import { setTimeout as pause } from 'node:timers/promises';
import { openRelease, releasesFolder, useRelease } from '../../catalogue';
import { errorsOf, participantErrors } from '../../errors';
import {
  createDipClient,
  createMtlsServer,
  createVerifier,
  createWebhookReceiver,
  openCertificateStore,
  signatureHeaders,
  type CertificateStore,
  type DipClient,
  type HttpAnswer,
} from '../../wire';
import { channelsTo, referenceName, type ReferenceConfig } from './config';
import { openHooks } from './faults';
import { createMember, type Member } from './member';
import { createTriggerApi } from './trigger-api';

const raise = errorsOf(participantErrors);
const MAX_TRIGGER_BYTES = 1024 * 1024;
const MAX_WEBHOOK_BYTES = 10 * 1024 * 1024;

export interface Reference {
  triggers: string;
  /** Base of the first identity's webhooks; status messages go to `<webhook>/status`. */
  webhook: string;
  close(): Promise<void>;
}

const certificatesOf = ({ certificates, role }: ReferenceConfig['identities'][number]) =>
  certificates ?? referenceName(role);

interface Connected {
  member: Member;
  webhook: string;
  close(): Promise<void>;
}

/** Opens webhooks and trigger server of a reference participant and registers the webhooks at the DIP. */
export async function openReference(config: ReferenceConfig, log: (line: string) => void): Promise<Reference> {
  useRelease(openRelease(config.release, releasesFolder(config.stateDir)));
  const store = await openCertificateStore(config.stateDir);
  const connected: Connected[] = [];
  const close = async () => void (await Promise.all(connected.map((each) => each.close())));
  try {
    for (const party of config.identities) connected.push(await connect(config, party, store, log));
    const server = await createMtlsServer({
      identity: await store.identity(certificatesOf(config.identities[0]!)),
      trust: [store.ca],
      maxBodyBytes: MAX_TRIGGER_BYTES,
      onRequest: createTriggerApi({
        token: config.triggerToken,
        identities: connected.map(({ member }) => member),
        system: config.system,
      }),
      onRefused: ({ reason, remote }) => log(`trigger connection from ${remote} refused: ${reason}`),
      onFault: (error) => log(`trigger failed: ${(error as Error).message}`),
    });
    connected.push({ ...connected[0]!, close: () => server.close() });
    return { triggers: await server.listen(), webhook: connected[0]!.webhook, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function connect(
  config: ReferenceConfig,
  { certificates, ...party }: ReferenceConfig['identities'][number],
  store: CertificateStore,
  log: (line: string) => void,
): Promise<Connected> {
  const identity = await store.identity(certificatesOf({ ...party, certificates }));
  const market = { ...config.market, effectiveDatesBeginAt: config.effectiveDatesBeginAt };
  const hooks = await openHooks(config.faults, { party, market, identity: (name) => store.identity(name) });
  const own = (line: string): void => log(`${party.role} ${party.dipId} ${line}`);
  const client = createDipClient({
    identity,
    dipId: party.dipId,
    apiKey: config.apiKeys[party.dipId] ?? '',
    baseUrl: config.dipUrl,
    timeoutMs: config.answerTimeoutMs,
    sign(signer, { body, url, ...request }) {
      const signing = hooks.sign({ signer, url, body });
      return signatureHeaders(signing.signer, { ...request, url, body: signing.body });
    },
  });
  const member = createMember({ party, market, client, environmentTag: config.environmentTag, log: own, hooks });
  const verify = createVerifier({ trust: [store.ca] });
  const receiver = await createWebhookReceiver({
    identity,
    trust: [store.ca],
    dipId: party.dipId,
    fingerprints: () => ({ has: hooks.letsIn }),
    maxBodyBytes: hooks.largestBody(MAX_WEBHOOK_BYTES),
    verify: (request) => hooks.verified(verify(request), request),
    async onPublications(items) {
      const { afterMs, ...answer } = member.take(items.map(({ payload }) => payload));
      if (afterMs !== undefined) await pause(afterMs);
      return answer;
    },
    onStatus: async (items) => member.takeStatus(items),
    onRefused: (reason, _request, detail) => {
      own(`webhook call refused: ${reason}: ${detail}`);
    },
    onTlsRefused: ({ reason, remote }) => own(`webhook connection from ${remote} refused: ${reason}`),
    onFault: (error) => own(`webhook failed: ${(error as Error).message}`),
  });
  const webhook = `${await receiver.listen()}/dip`;
  const close = async () => {
    client.close();
    await receiver.close();
  };
  try {
    if (config.registeredBy === 'itself') await register(client, party, webhook);
  } catch (error) {
    await close();
    throw error;
  }
  own(`webhooks at ${webhook}`);
  return { member, webhook, close };
}

async function register(
  client: DipClient,
  party: ReferenceConfig['identities'][number],
  webhook: string,
): Promise<void> {
  const expectTaken = (channel: string, answer: HttpAnswer) => {
    if (answer.status >= 200 && answer.status <= 299) return;
    const excerpt = answer.body.toString('utf8').slice(0, 200);
    throw raise('REFERENCE_WEBHOOK_REFUSED', { status: answer.status, channel, dipId: party.dipId, excerpt });
  };
  const channels = channelsTo(party.role).map(async (channel) =>
    expectTaken(channel, await client.configureWebhook(channel, webhook)),
  );
  const status = client.configureStatusWebhook(`${webhook}/status`).then((answer) => expectTaken('status', answer));
  await Promise.all([...channels, status]);
}
