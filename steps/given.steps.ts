import { Given, type Manner, type MessageName, type Spoiling } from '../support/world';

Given('{mpan} is {}, registered to {party}', async function (label: string, kind: string, supplier: string) {
  return this.isGiven(label, kind, supplier);
});

Given('{mpan} is a new connection, {}', async function (label: string, kind: string) {
  return this.isGiven(label, `a new connection, ${kind}`);
});

Given('{mpan} is {}, {belonging} to {mpan}', async function (label: string, kind: string, how: string, other: string) {
  return this.isGiven(label, `${kind}, ${how} to MPAN "${other}"`);
});

Given(
  'a switch of {mpan} to the Incoming Supplier is pending in CSS, with an SSD {}',
  async function (label: string, days: string) {
    return this.switchIsPending(label, days);
  },
);

Given('{mpan} has reached the day 10 days before {}', async function (label: string, days: string) {
  return this.hasReached(label, days);
});

Given('{party} has received {message} for {mpan}', async function (party: string, message: MessageName, label: string) {
  return this.hasReceived(party, message, label);
});

Given(
  '{party} will refuse the next {message} for {mpan} with {codes}',
  async function (party: string, message: MessageName, label: string, codes: string) {
    return this.willRefuse(party, message, label, codes);
  },
);

Given(
  '{party} will not answer the next {message} for {mpan}',
  async function (party: string, message: MessageName, label: string) {
    return this.willStaySilent(party, message, label);
  },
);

Given(
  '{party} has no contract with {party} for {mpan}',
  async function (party: string, supplier: string, label: string) {
    return this.hasNoContract(party, supplier, label);
  },
);

Given(
  'the DIP will deliver the next {message} for {mpan} to {party} {manner}',
  async function (message: MessageName, label: string, party: string, manner: Manner) {
    return this.dipWill(manner, message, label, party);
  },
);

Given(
  'the DIP will be unavailable for the next {message} for {mpan} from {party}',
  async function (message: MessageName, label: string, party: string) {
    return this.dipWill('unavailable', message, label, party);
  },
);

Given(
  'the DIP will take the next {message} for {mpan} from {party} and lose its answer',
  async function (message: MessageName, label: string, party: string) {
    return this.dipWill('lose-answer', message, label, party);
  },
);

Given(
  'the DIP will take the next {message} for {mpan} from {party} and report {codes} by status message',
  async function (message: MessageName, label: string, party: string, code: string) {
    return this.dipWillReport(code, message, label, party);
  },
);

Given('the DIP holds what it has for {party} about {mpan}', async function (party: string, label: string) {
  return this.holdsPublications(label, party);
});

Given(
  'the DIP will also send {party} a copy of the next {message} for {mpan} with {spoiling}',
  async function (party: string, message: MessageName, label: string, spoiling: Spoiling) {
    return this.dipWill(spoiling, message, label, party);
  },
);

Given(
  'the DIP will answer the next {message} for {mpan} from {party} with {int} and ask for {int} second(s) of patience',
  async function (message: MessageName, label: string, party: string, status: number, seconds: number) {
    return this.dipWillAskForTime(status, seconds, message, label, party);
  },
);

Given('the DIP takes nothing from {party} about {mpan}', async function (party: string, label: string) {
  return this.dipIsOut('from', party, label);
});

Given('the DIP brings nothing to {party} about {mpan}', async function (party: string, label: string) {
  return this.dipIsOut('to', party, label);
});
