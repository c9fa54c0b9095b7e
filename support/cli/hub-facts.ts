import type { Log } from '../hub';
import { print, say } from './output';

/** What participants and the operator of a hub need to know of it. Secrets are named by their files. */
export interface HubFacts {
  dip: string;
  control: string;
  /** PEM file of the throw-away authority. */
  authority: string;
  /** The DIP shows certificates of the user's own. */
  ownCertificates: boolean;
  operatorTokenFile: string;
  tenants: {
    name: string;
    tokenFile: string;
    identities: { dipId: string; mpid: string; role: string; apiKey: string }[];
  }[];
}

/** Tells the facts: in words on a terminal, else as events of the log; with `json` also as one line on stdout. */
export function showHub(facts: HubFacts, log: Log, json?: boolean): void {
  const { dip, control, authority, operatorTokenFile, tenants } = facts;
  if (json) print(JSON.stringify({ schema: 1, ...facts }));
  if (process.stderr.isTTY) return say(factsText(facts));
  log.info('ready', { dip, control, authority, operatorTokenFile, tenants: tenants.length });
  for (const { name, tokenFile, identities } of tenants) {
    for (const { dipId, role, apiKey } of identities) {
      log.info('participant', { tenant: name, dipId, role, apiKey, tokenFile });
    }
  }
}

/** The same for people. */
export function factsText(facts: HubFacts): string {
  const { dip, control, authority, ownCertificates, operatorTokenFile, tenants } = facts;
  const trust = ownCertificates ? 'the authority of the certificates in the settings' : authority;
  const each = tenants.map(({ name, tokenFile, identities }) =>
    [
      `${name}`,
      ...identities.map(
        ({ dipId, mpid, role, apiKey }) => `  ${role.padEnd(5)} ${dipId} ${mpid}  X-API-Key: ${apiKey}`,
      ),
      `  token of console and control API: ${tokenFile}`,
    ].join('\n'),
  );
  const nobody = 'No participant yet. Register one with: qualify init --role SUP --hub';
  return `Simulated DIP    ${dip}
Trust            ${trust}
Console, control ${control}/#token=<token>
Operator's token ${operatorTokenFile}

${each.join('\n') || nobody}

Ctrl-C ends it.`;
}
