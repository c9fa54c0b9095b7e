import { When, type ActName, type Again, type DataTable, type MessageName } from '../support/world';

// Every act that has words; docs/acts.md names them. `, effective …` may be left out.
When(
  '{actor} {act} {mpan}{effective}',
  async function (who: string, act: ActName, label: string, effective: string | undefined) {
    return this.does(who, act, label, effective);
  },
);

When(
  '{actor} {act} {mpan}{effective} with:',
  async function (who: string, act: ActName, label: string, effective: string | undefined, table: DataTable) {
    return this.does(who, act, label, effective, table);
  },
);

When(
  '{party} appoints its {service} Service to {mpan} from the SSD',
  async function (party: string, service: 'Metering' | 'Data', label: string) {
    return this.appoints(party, service, label);
  },
);

When(
  '{party} appoints another {service} Service to {mpan} from the SSD',
  async function (party: string, service: 'Metering' | 'Data', label: string) {
    return this.appoints(party, service, label, { service: `the other ${service} Service` });
  },
);

When(
  '{party} appoints its {service} Service to {mpan} as its current supplier',
  async function (party: string, service: 'Metering' | 'Data', label: string) {
    return this.appoints(party, service, label, { scenario: 'CSP' });
  },
);

When(
  '{party} appoints a new {service} Service to {mpan}, effective {}',
  async function (party: string, service: 'Metering' | 'Data', label: string, days: string) {
    return this.appoints(party, service, label, { scenario: 'CSP', from: days });
  },
);

When(
  '{party} appoints another {service} Service to {mpan}, effective {}',
  async function (party: string, service: 'Metering' | 'Data', label: string, days: string) {
    return this.appoints(party, service, label, {
      service: `the other ${service} Service`,
      scenario: 'CSP',
      from: days,
    });
  },
);

When(
  '{party} changes the terms of its {service} Service of {mpan}, effective {}',
  async function (party: string, service: 'Metering' | 'Data', label: string, days: string) {
    return this.changesTerms(party, service, label, days);
  },
);

When('the SSD of {mpan} arrives', async function (label: string) {
  return this.ssdArrives(label);
});

When('the effective date of {mpan} arrives', async function (label: string) {
  return this.effectiveDateArrives(label);
});

When(
  'the DIP delivers to {party} about {mpan} in this order:',
  async function (party: string, label: string, table: DataTable) {
    return this.deliversHeld(label, party, table);
  },
);

When('the DIP delivers to {party} in one call:', async function (party: string, table: DataTable) {
  return this.deliversTogether(party, table);
});

When('the DIP takes messages from {party} about {mpan} again', async function (party: string, label: string) {
  return this.dipIsBack('from', party, label);
});

When('the DIP brings messages to {party} about {mpan} again', async function (party: string, label: string) {
  return this.dipIsBack('to', party, label);
});

When(
  '{party} asks the DIP to {again} {message} for {mpan}',
  async function (party: string, again: Again, message: MessageName, label: string) {
    return this.asksAgain(party, again, message, label);
  },
);

When(
  '{party} reports {codes} about the {message} for {mpan} afterwards',
  async function (party: string, code: string, message: MessageName, label: string) {
    return this.reportsStatus(party, code, message, label);
  },
);
