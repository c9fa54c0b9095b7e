import { Then, type DataTable, type LimitName, type MessageName } from '../support/world';

Then('these messages are exchanged for {mpan}:', async function (label: string, table: DataTable) {
  return this.exchanged(label, table);
});

Then('{party} receives {message} for {mpan}', async function (party: string, message: MessageName, label: string) {
  return this.receives(party, message, label);
});

Then(
  '{party} receives {message} for {mpan} with {}',
  async function (party: string, message: MessageName, label: string, conditions: string) {
    return this.receives(party, message, label, conditions);
  },
);

Then('{party} sends {message} for {mpan}', async function (party: string, message: MessageName, label: string) {
  return this.sends(party, message, label);
});

Then(
  '{party} sends {message} for {mpan} with {}',
  async function (party: string, message: MessageName, label: string, conditions: string) {
    return this.sends(party, message, label, conditions);
  },
);

Then(
  '{party} sends {message} for {mpan} within {limit} with {}',
  async function (party: string, message: MessageName, label: string, limit: LimitName, conditions: string) {
    return this.sends(party, message, label, conditions, limit);
  },
);

Then(
  '{party} sends {message} for {mpan} within {limit}',
  async function (party: string, message: MessageName, label: string, limit: LimitName) {
    return this.sends(party, message, label, '', limit);
  },
);

Then('{party} sends no {message} for {mpan}', async function (party: string, message: MessageName, label: string) {
  return this.sendsNoMore(party, message, label, 0);
});

Then(
  '{party} sends no second {message} for {mpan}',
  async function (party: string, message: MessageName, label: string) {
    return this.sendsNoMore(party, message, label, 1);
  },
);

Then(
  "{party}'s records show {party} of {mpan} as {}",
  async function (party: string, service: string, label: string, states: string) {
    return this.recordsShow(party, service, label, states);
  },
);

Then("{party}'s records show {party} of {mpan} once", async function (party: string, service: string, label: string) {
  return this.recordsShowOnce(party, service, label);
});

Then("{party}'s records show {facts} for {mpan}", async function (party: string, conditions: string, label: string) {
  return this.recordsHold(party, conditions, label);
});

Then(
  '{party} refuses the spoilt copy of {message} for {mpan}',
  async function (party: string, message: MessageName, label: string) {
    return this.refusesSpoilt(party, message, label);
  },
);

Then(
  '{party} refuses the spoilt copy of {message} for {mpan} with {codes}',
  async function (party: string, message: MessageName, label: string, codes: string) {
    return this.refusesSpoilt(party, message, label, codes);
  },
);

Then(
  '{party} takes the status message {codes} about its {message} for {mpan}',
  async function (party: string, code: string, message: MessageName, label: string) {
    return this.takesStatus(party, code, message, label);
  },
);

Then(
  "{party}'s records show the status message {codes} about its {message} for {mpan} as an exception",
  async function (party: string, code: string, message: MessageName, label: string) {
    return this.showsStatus(party, code, message, label);
  },
);

Then('what follows for {mpan} is recorded', async function (label: string) {
  return this.recordsWhatFollows(label);
});

Then('the DIP takes every call of {party} about {mpan}', async function (party: string, label: string) {
  return this.takesEveryCall(party, label);
});

Then(
  'the DIP answers {message} for {mpan} from {party} with {int}',
  async function (message: MessageName, label: string, party: string, status: number) {
    return this.isTurnedAway(party, message, label, status);
  },
);

Then(
  '{party} keeps the reference of {message} for {mpan}',
  async function (party: string, message: MessageName, label: string) {
    return this.keepsReference(party, message, label);
  },
);

Then(
  '{party} has waited with {message} for {mpan} as long as it was asked to',
  async function (party: string, message: MessageName, label: string) {
    return this.hasWaited(party, message, label);
  },
);

Then(
  '{party} signs {message} for {mpan} with its own certificate',
  async function (party: string, message: MessageName, label: string) {
    return this.keepsTo('signing', party, message, label);
  },
);

Then(
  '{party} addresses {message} for {mpan} as published',
  async function (party: string, message: MessageName, label: string) {
    return this.keepsTo('addressing', party, message, label);
  },
);

Then(
  '{party} leaves nothing out of {message} for {mpan}',
  async function (party: string, message: MessageName, label: string) {
    return this.keepsTo('completeness', party, message, label);
  },
);

Then(
  '{party} writes the keys of {message} for {mpan} in the published case',
  async function (party: string, message: MessageName, label: string) {
    return this.keepsTo('key case', party, message, label);
  },
);
