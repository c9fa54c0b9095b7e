import { defineParameterType } from '@cucumber/cucumber';
import { parseMessageLabel, type MessageName } from '../catalogue';
import { partyPattern } from '../stage';
import type { Spoiling } from './spoiling';

defineParameterType({
  name: 'party',
  regexp: partyPattern,
  transformer: (words: string) => words,
});

defineParameterType({
  name: 'message',
  regexp: /(?:IF|REP)-\d{3}[A-Z]? ?\[[A-Za-z-]+\]/,
  transformer: (text: string): MessageName => parseMessageLabel(text) ?? { interface: text, event: '' },
});

defineParameterType({
  name: 'mpan',
  regexp: /MPAN "([A-Z])"/,
  transformer: (label: string) => label,
});

defineParameterType({
  name: 'codes',
  regexp: /[A-Z]{2,3}\d{3,4}(?: or [A-Z]{2,3}\d{3,4})*/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'service',
  regexp: /Metering|Data/,
  transformer: (text: string) => text as 'Metering' | 'Data',
});

const spoilings: Record<string, Spoiling> = {
  'a broken schema': 'broken-schema',
  'a wrong signature': 'wrong-signature',
  'a foreign environment tag': 'foreign-environment',
};

defineParameterType({
  name: 'spoiling',
  regexp: /a broken schema|a wrong signature|a foreign environment tag/,
  transformer: (text: string) => spoilings[text]!,
});
