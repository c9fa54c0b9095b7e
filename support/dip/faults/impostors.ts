import { createAgent, issueAuthority, issueTransport, type Identity, type KeyPair } from '../../wire';
import type { Agent } from 'node:https';

const longAgo = 400 * 24 * 60 * 60 * 1000;

/** Agents that show a client certificate which nobody should let in; each is made on first use, once. */
export interface Impostors {
  agent(fault: 'wrong-certificate' | 'expired-certificate'): Promise<Agent>;
  close(): void;
}

/**
 * `expired` makes an expired certificate of the DIP's own authority; without it one of a stranger's stands in, which is
 * refused for that as well.
 */
export function createImpostors(identity: Identity, expired?: () => Promise<KeyPair>): Impostors {
  const now = new Date();
  let stranger: Promise<KeyPair> | undefined;
  const strange = async (at: Date) => issueTransport(await (stranger ??= issueAuthority(now)), identity.name, at);
  const pairs = {
    'wrong-certificate': () => strange(now),
    'expired-certificate': expired ?? (() => strange(new Date(now.getTime() - longAgo))),
  };
  const agents = new Map<keyof typeof pairs, Promise<Agent>>();

  async function make(fault: keyof typeof pairs): Promise<Agent> {
    const pair = await pairs[fault]();
    return createAgent({ ...identity, transport: { ...pair, fingerprint: '' } });
  }

  return {
    agent(fault) {
      let agent = agents.get(fault);
      if (!agent) agents.set(fault, (agent = make(fault)));
      return agent;
    },
    close() {
      for (const agent of agents.values()) void agent.then((one) => one.destroy());
    },
  };
}
