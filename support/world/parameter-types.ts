import { defineParameterType } from '@cucumber/cucumber';
import { parseMessageLabel, type MessageName } from '../catalogue';
import { actPattern, actPhrases, type ActName } from '../market';
import { outsiderPattern, partyPattern, type LimitName } from '../stage';
import type { Again } from './missed';
import { anyOf, manners, meaning, spoilings } from './troubles';

defineParameterType({
  name: 'party',
  regexp: partyPattern,
  transformer: (words: string) => words,
});

// Who acts: somebody outside the DIP, or a party of the market.
defineParameterType({
  name: 'actor',
  regexp: new RegExp(`${outsiderPattern.source}|${partyPattern.source}`),
  transformer: (outsider: string | undefined, words: string | undefined): string => outsider ?? words ?? '',
});

defineParameterType({
  name: 'act',
  regexp: actPattern,
  transformer: (words: string): ActName => actPhrases.get(words)!,
});

// May be left out. A colon ends it: what follows is a table.
defineParameterType({
  name: 'effective',
  regexp: /(?:, effective ([^:]+?))?/,
  transformer: (words: string | undefined): string | undefined => words,
  useForSnippets: false,
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
  name: 'belonging',
  regexp: /linked|related/,
  transformer: (text: string) => text,
});

defineParameterType({
  name: 'codes',
  regexp: /[A-Z]{2,3}\d{3,4}(?: or [A-Z]{2,3}\d{3,4})*/,
  transformer: (text: string) => text,
});

// What records hold of an MPAN: conditions on blocks, as in a table of legs.
defineParameterType({
  name: 'facts',
  regexp: /B\d{3}(?:List)? .+?/,
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
