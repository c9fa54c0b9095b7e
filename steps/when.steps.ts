import { When, type Again, type DataTable, type MessageName } from '../support/world';

When(
  '{party} appoints its {service} Service to {mpan} from the SSD',
  async function (party: string, service: 'Metering' | 'Data', label: string) {
    return this.appoints(party, service, label);
  },
);

When(
  '{party} appoints another {service} Service to {mpan} from the SSD',
  async function (party: string, service: 'Metering' | 'Data', label: string) {
    return this.appoints(party, service, label, { service: `other ${service} Service` });
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
    return this.appoints(party, service, label, { service: `other ${service} Service`, scenario: 'CSP', from: days });
  },
);

When(
  '{party} changes the terms of its {service} Service of {mpan}, effective {}',
  async function (party: string, service: 'Metering' | 'Data', label: string, days: string) {
    return this.changesTerms(party, service, label, days);
  },
);

When(
  '{party} proposes a {service} Service to {mpan} with:',
  async function (party: string, service: 'Metering' | 'Data', label: string, table: DataTable) {
    return this.proposes(party, service, label, table);
  },
);

When('CSS secures the switch of {mpan}', async function (label: string) {
  return this.cssSecures(label);
});

When('CSS cancels the switch of {mpan}', async function (label: string) {
  return this.cssCancels(label);
});

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
