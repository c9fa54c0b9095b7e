import { defineParameterType } from '@cucumber/cucumber';
import { parseMessageLabel, type MessageName } from '../catalogue';
import { partyPattern, type LimitName } from '../stage';
import type { Again } from './missed';
import { anyOf, manners, meaning, spoilings } from './troubles';

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

defineParameterType({
  name: 'spoiling',
  regexp: anyOf(spoilings),
  transformer: (text: string) => meaning(spoilings, text),
});

defineParameterType({
  name: 'manner',
  regexp: anyOf(manners),
  transformer: (text: string) => meaning(manners, text),
});

defineParameterType({
  name: 'again',
  regexp: /requeue|replay/,
  transformer: (text: string) => text as Again,
});

defineParameterType({
  name: 'limit',
  regexp: /answer|repeat|settle/,
  transformer: (text: string) => text as LimitName,
});
