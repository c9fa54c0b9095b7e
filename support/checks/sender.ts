import { eventDefinition, instant, maySend, messageLabel } from '../catalogue';
import { at, fail, notApplicable, pass, type Rule, shown } from './types';

const unsigned = notApplicable('handed over inside the harness, unsigned');

const noMessage = notApplicable('the body is no message');

export const signature: Rule = (entry, { facts }) => {
  const verdict = facts.signature;
  if (!verdict) return unsigned;
  if (verdict.fault === 'hash-mismatch') return notApplicable('the content hash failed first');
  if (!verdict.ok) return fail(`expected a valid signature; ${verdict.detail ?? verdict.fault ?? 'it is not valid'}`);
  if (verdict.boundTo.includes(entry.from)) return pass;
  const holders = verdict.boundTo.length ? verdict.boundTo.join(', ') : 'no DIP ID';
  return fail(`expected a certificate bound to ${entry.from} or its connection provider; it is bound to ${holders}`);
};

export const contentHash: Rule = (_, { facts }) => {
  if (!facts.signature) return unsigned;
  if (facts.signature.ok) return pass;
  if (facts.signature.fault === 'hash-mismatch')
    return fail(`expected the hash of the bytes sent; ${facts.signature.detail ?? 'the header has another'}`);
  return notApplicable('the signature failed first');
};

export const schema: Rule = (_, { facts }) => {
  if (!facts.schema) return notApplicable('the schema was not looked at');
  if (facts.schema.ok) return pass;
  const first = facts.schema.problems.slice(0, 3).map((p) => `${p.path}: ${p.text}`);
  const more = facts.schema.problems.length - first.length;
  return fail(first.join('; ') + (more > 0 ? `; and ${more} more` : ''));
};

export const channel: Rule = (entry, { facts }) => {
  if (facts.channel === undefined) return notApplicable('not posted to a channel');
  const stated = at(entry.body, 'CommonBlock', 'S0', 'interfaceID');
  if (stated === undefined) return noMessage;
  return stated === facts.channel
    ? pass
    : fail(`expected the channel of S0.interfaceID ${shown(stated)}; posted to ${facts.channel}`);
};

export const senderRole: Rule = (entry, { parties }) => {
  const s1 = at(entry.body, 'CommonBlock', 'S1');
  if (s1 === undefined) return noMessage;
  const stated = at(s1, 'senderDIPID');
  if (stated !== entry.from) return fail(`expected S1.senderDIPID ${entry.from}; it is ${shown(stated)}`);
  const party = parties.find((p) => p.dipId === entry.from);
  if (!party) return fail(`the DIP ID ${entry.from} is not a party of this environment`);
  const role = at(s1, 'senderRoleID');
  if (role !== party.role)
    return fail(`expected S1.senderRoleID "${party.role}" of ${entry.from}; it is ${shown(role)}`);
  const definition = entry.interface && entry.event ? eventDefinition(entry.interface, entry.event) : undefined;
  if (!definition || maySend(party.role, definition)) return pass;
  return fail(
    `${messageLabel(definition)} is sent by ${definition.senders.join(' or ')}; ${entry.from} is ${party.role}`,
  );
};

const referenceForm = /^S-((IF|REP)-)?\d{3,4}-[0-9a-fA-F]{10}-[A-Z]{3,5}-\d{8}-[a-zA-Z0-9]+$/;

export const senderReference: Rule = (entry, { facts }) => {
  const s1 = at(entry.body, 'CommonBlock', 'S1');
  if (s1 === undefined) return noMessage;
  const reference = at(s1, 'senderUniqueReference');
  if (typeof reference !== 'string' || reference.length > 200 || !referenceForm.test(reference))
    return fail(
      `expected a reference of the form S-IF-nnn-<DIP ID>-<role>-<yyyymmdd>-<letters and digits>; it is ${shown(reference)}`,
    );
  return facts.referenceSeen === 'accepted' ? fail(`expected a new reference; ${reference} was accepted before`) : pass;
};

export const leasedMpan: Rule = (entry, { leased }) => {
  if (!entry.mpan) return notApplicable('the message has no MPAN');
  return leased(entry.mpan) ? pass : fail(`expected an MPAN of a scenario of this run; it is ${entry.mpan}`);
};

export const keyCase: Rule = (_, { facts }) =>
  facts.keyCase?.length ? fail(`expected the published case; differs at ${facts.keyCase.join(', ')}`) : pass;

const clockDifferenceMs = 60_000; // assumption clock-difference

export const timesNotInFuture: Rule = (entry, { now }) => {
  const stamp = at(entry.body, 'CommonBlock', 'S1', 'senderTimestamp');
  const ms = typeof stamp === 'string' ? instant(stamp) : undefined;
  if (ms === undefined) return notApplicable('no readable sender timestamp');
  const ahead = ms - now.getTime();
  if (ahead <= clockDifferenceMs) return pass;
  return fail(
    `expected S1.senderTimestamp up to ${now.toISOString()}; ${String(stamp)} is ${Math.round(ahead / 1000)} s ahead`,
  );
};
