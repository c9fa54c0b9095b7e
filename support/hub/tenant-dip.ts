import { createDip, type Dip, type DipOptions } from '../dip';
import { limitOf, retryDelays, type Environment } from '../stage';
import { openCertificateStore, type Identity } from '../wire';
import type { HubConfig, TenantConfig } from './config';

const week = 7 * 24 * 60 * 60 * 1000;

/** Body limit of the message API. */
export const maxBodyBytes = 16 * 1024 * 1024;

/** Publications for one recipient and channel from which those who send to it are slowed down. */
export const backlog = 2_000;

export interface TenantDipOptions extends Pick<DipOptions, 'parties' | 'record' | 'redact' | 'onFault'> {
  tenant: TenantConfig;
  config: Pick<HubConfig, 'standing' | 'webhookHosts' | 'trust' | 'keep' | 'stateDir' | 'listen'>;
  environment: Environment;
  identity: Identity;
}

/** The DIP of a tenant, as environment and configuration have it. */
export function tenantDip(o: TenantDipOptions): Promise<Dip> {
  const { tenant, config, environment, identity, parties, record, redact, onFault } = o;
  const trust = [...new Set([identity.ca, ...config.trust, ...tenant.trust])];
  return createDip({
    // The webhooks of a participant may stand behind certificates of its own authority.
    identity: { ...identity, ca: trust.join('\n') },
    ...{ trust, parties, record, redact, environmentTag: environment.environmentTag },
    access: tenant.parties.map((party) => ({
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
      ...{ maxBodyBytes, backlog, replay: environment.settings.replayLimit },
    },
    unknownCorrelation: environment.settings.unknownCorrelation,
    ...(tenant.journalDir
      ? { journal: { dir: tenant.journalDir, keepMs: config.keep.journalMs ?? week, fresh: !config.standing } }
      : {}),
    // A registered certificate is the participant's, whoever issued it.
    ...(config.standing ? { byFingerprint: true } : {}),
    webhookHosts: config.webhookHosts,
    // Of certificates that were brought along there is no authority to issue an expired one.
    ...(config.listen.identity
      ? {}
      : { expired: async () => (await openCertificateStore(config.stateDir)).expired(identity.name) }),
    ...(onFault ? { onFault } : {}),
  });
}
