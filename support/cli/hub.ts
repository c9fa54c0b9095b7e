import { join } from 'node:path';
import type { Command } from 'commander';
import { hubState, startHub, type Hub, type HubState } from '../hub';
import { lockState, stateFolder } from '../session';
import { openCertificateStore, writePrivate } from '../wire';
import { hubConfigOf, type HubFlags, type Housed } from './hub-config';
import { showHub, type HubFacts } from './hub-facts';
import { hubLog } from './hub-log';
import type { Done } from './lazily';
import { say } from './output';

/** `qualify hub`: the simulated DIP as a service that participants point their systems at, until it is told to end. */
export function hubCommand(command: Command, done: Done): void {
  command
    .option('--port <n>', 'port of the simulated DIP; default: 8443')
    .option('--host <host>', 'address that it listens on; default: 127.0.0.1')
    .option('--control-port <n>', 'port of the control API and the console, on this machine; default: 8444')
    .option('--environment <file>', 'environment file, or the name of a bundled one; default: pit')
    .option('--participant <file...>', 'profiles of participants, each a tenant of its own')
    .option('--settings <file>', 'settings file: certificates, addresses, tenants')
    .option('--json', 'print what a participant needs as one line of JSON')
    .action(async (flags: HubFlags & { json?: boolean }) => {
      await serve(flags);
      done(0);
    });
}

async function serve(flags: HubFlags & { json?: boolean }): Promise<void> {
  const told = untilTold();
  const stateDir = stateFolder(process.cwd());
  const state = hubState(stateDir);
  const release = lockState(state.dir, new Date(), 'HUB_ALREADY_RUNNING');
  // However this process ends, the next hub must find the folder free.
  process.once('exit', release);
  const { config, housed, level } = await hubConfigOf(flags, stateDir, state);
  const log = hubLog(level, [
    config.control.operatorToken ?? '',
    ...config.tenants.flatMap(({ token, secrets }) => [token, ...secrets]),
  ]);
  const authority = join(state.dir, 'authority.pem');
  await writePrivate(authority, (await openCertificateStore(stateDir)).ca);
  const hub = await startHub(config, { log });
  const { dip, control } = addresses(hub, config.listen.publicBase);
  await state.running({ pid: process.pid, dip, control });
  const facts: HubFacts = {
    ...{ dip, control, authority, ownCertificates: config.listen.identity !== undefined },
    operatorTokenFile: state.operatorTokenFile,
    tenants: tenantFacts(hub, state, housed),
  };
  showHub(facts, log, flags.json);
  log.info('ending', { reason: await told });
  await state.running(undefined);
  await hub.close();
  log.info('ended');
  release();
}

function tenantFacts(hub: Hub, state: HubState, housed: readonly Housed[]): HubFacts['tenants'] {
  return hub.tenants().map(({ name, own }) => ({
    name,
    tokenFile: state.tokenFile(name),
    identities: own.map(({ dipId, mpid, role }) => {
      const apiKey = housed.find((one) => one.name === name)?.apiKeys[dipId] ?? 'known to the participant only';
      return { dipId, mpid, role, apiKey };
    }),
  }));
}

/** Addresses as a client can use them. */
function addresses({ dip, control }: Hub, publicBase: string | undefined): { dip: string; control: string } {
  const reachable = (url: string) => url.replace(/\/\/(0\.0\.0\.0|\[::\])(?=[:/]|$)/, '//127.0.0.1');
  return { dip: publicBase ?? reachable(dip), control: reachable(control) };
}

/** Resolves at the first signal that asks for an end; the second one ends the process at once. */
function untilTold(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let once = false;
    const onSignal = (signal: NodeJS.Signals): void => {
      if (once) process.exit(signal === 'SIGINT' ? 130 : 143);
      once = true;
      if (process.stderr.isTTY) say('Ending when requests under way are answered. Once more to stop at once.');
      resolve(signal);
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}
