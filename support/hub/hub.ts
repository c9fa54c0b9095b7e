import { allEvents, isRole, type RoleCode } from '../catalogue';
import { errorsOf, controlErrors } from '../errors';
import { dipIdentity } from '../control';
import { startDip, type Dip } from '../dip';
import { createLedger, type Ledger } from '../ledger';
import type { Party } from '../market';
import { limitOf, loadAssumptions, loadEnvironment, loadPool, retryDelays, speakRelease } from '../stage';
import { createRedactor, openCertificateStore } from '../wire';
import { createActors } from './actors';
import type { HubConfig, OwnParty } from './config';
import { startControlServer, type Controls } from './control-server';
import { createLeases, type LeasedMpan } from './leases';
import { probeRecorder } from './probes';
import { createRecorder } from './recorder';

const raise = errorsOf(controlErrors);
const maxBodyBytes = 16 * 1024 * 1024;

export interface Hub {
  /** Address of the control API, on loopback. */
  control: string;
  /** Address of the simulated DIP. */
  dip: string;
  ledger: Ledger;
  close(): Promise<void>;
}

/**
 * Starts the simulated DIP, the simulated market, the ledger and the control API. `onFault` is told when the ledger's
 * file cannot be written any more, as a QualifyError LEDGER_NOT_WRITABLE.
 */
export async function startHub(config: HubConfig, onFault?: (error: Error) => void): Promise<Hub> {
  const assumptions = await loadAssumptions(config.assumptionsFile);
  const environment = await loadEnvironment(config.environmentFile, assumptions);
  speakRelease(environment, config.stateDir);
  const [pool, store] = await Promise.all([loadPool(environment.pool), openCertificateStore(config.stateDir)]);

  const own = config.participant.parties;
  const ownParties: Party[] = own.map(({ dipId, mpid, role, name }) => ({ dipId, mpid, role: roleOf(role), name }));
  const parties = [...environment.parties, ...ownParties];
  const market = { parties, effectiveDatesBeginAt: environment.settings.effectiveDatesBeginAt };
  const ledger = createLedger({
    ...(config.ledgerFile ? { file: config.ledgerFile } : {}),
    ...(onFault
      ? {
          onFault: ({ message }) =>
            onFault(raise('LEDGER_NOT_WRITABLE', { problem: message }, config.ledgerFile ?? '')),
        }
      : {}),
  });
  const leases = createLeases(pool, parties, () => new Date());
  const ownIds = new Set(own.map((party) => party.dipId));

  const record = createRecorder({
    ledger,
    leases,
    parties,
    own: ownIds,
    levels: Object.fromEntries(Object.entries(environment.levels).map(([id, { level }]) => [id, level])),
    answerWithinMs: limitOf(environment, 'webhookAnswer').ms,
  });

  const redact = createRedactor(config.participant.secrets);
  const trust = [store.ca, ...config.participant.trust];
  const dip = await startDip({
    // The webhooks of a participant may stand behind certificates of its own authority.
    identity: { ...(await store.identity(dipIdentity)), ca: trust.join('\n') },
    trust,
    environmentTag: environment.environmentTag,
    parties,
    access: own.map((party) => ({
      dipId: party.dipId,
      signingFingerprints: party.signingFingerprints,
      transportFingerprints: party.transportFingerprints,
      apiKeySha256: party.apiKeySha256,
      ...(party.connectionProvider ? { connectionProvider: party.connectionProvider } : {}),
    })),
    limits: {
      deliveryTimeoutMs: limitOf(environment, 'delivery').ms,
      retryDelaysMs: retryDelays(environment),
      signatureSkewMs: limitOf(environment, 'signatureSkew').ms,
      maxBodyBytes,
    },
    record,
    redact,
    ...(config.journalFile ? { journalFile: config.journalFile } : {}),
    port: config.dipPort,
  });
  for (const party of own) registerWebhooks(dip, party);

  const actors = createActors({
    simulated: environment.parties,
    market,
    dip,
    leases,
    environmentTag: environment.environmentTag,
  });

  const recordAct = (
    mpan: string,
    dipId: string,
    name: string,
    args: unknown,
    more: { step?: string; ms?: number } = {},
  ) => record({ kind: 'act', source: 'harness', from: dipId, to: dipId, mpan, name, body: args, ...more }, {});

  function seed({ mpan, positions, meteringPoint }: LeasedMpan): void {
    const { supplier, meteringService, dataService, distributor, gspGroup } = meteringPoint;
    const registration = positions.REGS;
    if (!registration) throw raise('POSITION_UNFILLED', { position: 'REGS' });
    dip.seed(mpan, {
      supplier: supplier.dipId,
      registration,
      distributor,
      gspGroup,
      meteringService: meteringService?.dipId ?? null,
      dataService: dataService?.dipId ?? null,
    });
    for (const [position, dipId] of Object.entries(positions)) {
      if (ownIds.has(dipId) || !holds(position)) continue;
      actors.of(dipId).act(mpan, 'loadMeteringPoint', meteringPoint);
      recordAct(mpan, dipId, 'loadMeteringPoint', meteringPoint);
    }
  }

  const controls: Controls = {
    lease(request) {
      const seq = ledger.entries().length + 1;
      const lease = leases.take(request);
      seed(lease);
      return { mpan: lease.mpan, seq, segment: lease.meteringPoint.segment, meteringPoint: lease.meteringPoint };
    },
    act({ mpan, dipId, act, args, step, triggered }) {
      recordAct(mpan, dipId, act, args, { step, ...(triggered ? { ms: triggered.ms } : {}) });
      if (!triggered) actors.of(dipId).act(mpan, act, args);
    },
    probed: probeRecorder(record, redact),
    instruct({ mpan, dipId, instruction: { kind, interface: id, event, codes } }) {
      const named = { interface: id, event };
      actors.of(dipId).instruct(mpan, kind === 'refuse' ? { kind, ...named, codes } : { kind, ...named });
    },
    fault({ mpan, dipId, fault, event, times, code }) {
      if (fault === 'unavailable' || fault === 'lose-answer' || fault === 'unresolved') {
        return dip.faultSubmission({
          ...{ mpan, from: dipId, fault },
          ...(event ? { event } : {}),
          ...(code ? { code } : {}),
        });
      }
      dip.fault({ mpan, to: dipId, fault, ...(event ? { event } : {}), ...(times ? { times } : {}) });
    },
    release: ({ mpan, dipId, order }) => dip.release(mpan, dipId, order),
    deliverTogether: ({ dipId, items }) => dip.deliverTogether(dipId, items),
    records: (dipId, mpan) => actors.of(dipId).records(mpan),
    subscribe: (listener, from) => ledger.subscribe(listener, from),
    idle: () => dip.idle(),
  };
  const control = await startControlServer(controls, { token: config.token, port: config.controlPort });

  return {
    control: control.url,
    dip: dip.url,
    ledger,
    async close() {
      await control.close();
      await dip.close();
      await ledger.close();
    },
  };
}

/** Positions whose systems hold the MPAN from the start: the register, and those who serve it before the switch. */
function holds(position: string): boolean {
  return position === 'REGS' || position.endsWith('(outgoing)') || position.endsWith('(incumbent)');
}

function roleOf(role: string): RoleCode {
  if (!isRole(role)) throw raise('REQUEST_WRONG', { problem: `there is no role ${role}` });
  return role;
}

function registerWebhooks(dip: Dip, { dipId, webhooks }: OwnParty): void {
  if (!webhooks) return;
  for (const { interface: id, publication } of allEvents()) {
    const url = webhooks.publications[publication] ?? webhooks.default;
    if (url) dip.configureWebhook(dipId, id, url);
  }
  if (webhooks.status) dip.configureStatusWebhook(dipId, webhooks.status);
}
