import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchDir } from '../../testing';
import { refusal } from './refusal.fixture';
import { releaseFolder } from './release.fixture';

const items = (edit: (text: string) => string) => refusal(releaseFolder({ 'Items.yaml': edit }));
const item = (schema: string) => items((text) => text.replace(/DI-997: .*/, () => `DI-997: ${schema}`));
const interfaces = (edit: (text: string) => string) => refusal(releaseFolder({ 'Interfaces.yaml': edit }));
const json = (text: string) => refusal(join(releaseFolder({ 'one.json': () => text }), 'one.json'));

const cases: [name: string, given: () => Promise<string>, expected: RegExp][] = [
  ['a path that is not there', () => refusal('/nowhere/at/all'), /^RELEASE_PATH_MISSING .*nowhere/],
  ['a folder without events', () => refusal(scratchDir()), /^RELEASE_WITHOUT_EVENT/],
  ['an id that is no file name', () => refusal('x', '../up'), /^RELEASE_ID_UNSAFE .*"\.\.\/up"/],
  ['an empty id', () => refusal('x', ''), /^RELEASE_ID_UNSAFE/],
  ['a very long id', () => refusal('x', 'a'.repeat(65)), /^RELEASE_ID_UNSAFE/],
  ['a device of Windows', () => refusal('x', 'NUL'), /^RELEASE_ID_UNSAFE .*"NUL".*Windows/],
  ['a device of Windows with an ending', () => refusal('x', 'com1.2.2'), /^RELEASE_ID_UNSAFE/],
  ['an id that only begins like a device', () => refusal('/nowhere', 'console'), /^RELEASE_PATH_MISSING/],
  ['the id of the bundled release', () => refusal('x', '2.1.0'), /^RELEASE_ID_BUNDLED .*2\.1\.0-published/],
  [
    'YAML cut off in a text',
    () => items((text) => `${text}  X: "cut`),
    /^RELEASE_FILE_UNREADABLE .*YAML.* at Items\.yaml:\d+/,
  ],
  [
    'YAML cut off in a word',
    () => items((text) => text.replace(/type: string\n[^]*/, 'type: stri')),
    /^RELEASE_SCHEMA_INVALID .*type: "stri".*DI-019\.type/,
  ],
  [
    'YAML cut off after a key',
    () => items((text) => text.replace(/type: string\n[^]*/, 'type:')),
    /^RELEASE_SCHEMA_INVALID .*type: null/,
  ],
  [
    'YAML cut off before a schema',
    () => items((text) => text.replace(/ {2}DI-800[^]*/, '')),
    /^RELEASE_REFERENCE_MISSING .*DI-800.* at Blocks\.yaml: components\.schemas\.B0(70|99)/,
  ],
  [
    'JSON cut off',
    () => json('{"eventCode": 1, "S0": "schemas", "a": {"b": [1, '),
    /^RELEASE_FILE_UNREADABLE one\.json .*JSON.* at one\.json:1/,
  ],
  [
    'a key twice in YAML',
    () => items((text) => `${text}  DI-997: {type: string}\n`),
    /^RELEASE_KEY_TWICE .*"DI-997".* at Items\.yaml:15/,
  ],
  [
    'a key twice in JSON',
    () => json('{"S0": 1,\n"eventCode": "\\"}",\n "schemas": {"a": 1, "b": {"a": 2}, "\\u0061": 3}}'),
    /^RELEASE_KEY_TWICE .*"a".* at one\.json:3/,
  ],
  [
    '__proto__ in YAML',
    () => item('{type: object, properties: {__proto__: {type: string}}}'),
    /^RELEASE_KEY_UNSAFE .*Items\.yaml:4/,
  ],
  ['__proto__ in JSON', () => json('{"S0": {"eventCode": {"__proto__": {"schemas": 1}}}}'), /^RELEASE_KEY_UNSAFE/],
  ['a merge key', () => item('{<<: {type: string}}'), /^RELEASE_FILE_UNREADABLE .*merge/],
  [
    'an alias inside what it names',
    () => item('&a {type: object, properties: {x: *a}}'),
    /^RELEASE_FILE_UNREADABLE .*\*a/,
  ],
  [
    'a file that is left out',
    () => refusal(releaseFolder({ 'Blocks.yaml': (text) => text.replaceAll('Items.yaml', 'Item.yaml') })),
    /^RELEASE_REFERENCE_FILE_MISSING .*Item\.yaml.*Nearest: Items\.yaml/,
  ],
  [
    'a schema that is left out',
    () => items((text) => text.replace('DI-019', 'DI-018')),
    /^RELEASE_REFERENCE_MISSING .*DI-019.*Nearest: DI-018/,
  ],
  [
    'a reference to itself',
    () => item("{$ref: '#/components/schemas/DI-997'}"),
    /^RELEASE_REFERENCE_CYCLE .*DI-997 → DI-997/,
  ],
  [
    'a circle of references',
    () =>
      item(
        "{properties: {a: {items: {$ref: '#/components/schemas/Other'}}}}\n  Other: {anyOf: [{$ref: '#/components/schemas/DI-997'}]}",
      ),
    /^RELEASE_REFERENCE_CYCLE .*DI-997 → Other → DI-997/,
  ],
  [
    'a reference with half a character',
    () => item("{$ref: '#/components/schemas/%FF'}"),
    /^RELEASE_REFERENCE_MISSING .*schemas\/%FF/,
  ],
  ['a reference that is no text', () => item('{$ref: 7}'), /^RELEASE_SCHEMA_INVALID .*\$ref: 7/],
  [
    'a limit that is no number',
    () => item("{type: string, maxLength: 'ten'}"),
    /^RELEASE_SCHEMA_INVALID .*maxLength: "ten", where a whole number/,
  ],
  [
    'a value without its quotes',
    () => item('{type: string, enum: [011]}'),
    /^RELEASE_SCHEMA_INVALID .*enum: 11, where a value in quotes/,
  ],
  ['a schema that is a list', () => item('[]'), /^RELEASE_SCHEMA_INVALID .*where a schema/],
  ['a keyword that is not understood', () => item('{not: {type: string}}'), /^RELEASE_KEYWORD_UNSUPPORTED .*"not"/],
  [
    'parts that contradict one another',
    () => item('{allOf: [{type: string}, {type: integer}]}'),
    /^RELEASE_KEYWORD_UNSUPPORTED .*two meanings of type/,
  ],
  [
    'a pattern that is none',
    () => item("{type: string, pattern: '['}"),
    /^RELEASE_PATTERN_INVALID .*Unterminated.*DI-997\.pattern/,
  ],
  ['a pattern that loses its way', () => item("{type: string, pattern: '^(\\w+\\s?)*$'}"), /^RELEASE_PATTERN_SLOW/],
  [
    'an event described twice',
    () => refusal(releaseFolder({ 'Interfaces.yaml': (text) => text.replace('[DSApp]', '[MSApp]') })),
    /^RELEASE_EVENT_TWICE .*IF-031 \[MSApp\].*IF-031-MSApp and .*IF-031-DSApp/,
  ],
  [
    'an event that another file refers to and that is lost',
    () => interfaces((text) => text.replace(/ {2}REP-002-Payload[^]*/, '')),
    /^RELEASE_REFERENCE_MISSING Submit\.yaml .*REP-002-Payload.* at Submit\.yaml: line 3/,
  ],
  [
    'an event of which a part is lost',
    () => interfaces((text) => text.replace(/(REP-002-Payload[^]*?) {6}CustomBlock:[^]*/, '$1')),
    /^RELEASE_SCHEMA_INVALID .*required: "CustomBlock".*REP-002-Payload\.required/,
  ],
  [
    'an event of which all is lost',
    () => interfaces((text) => text.replace(/(REP-002-Payload:\n {4}type: object\n)[^]*/, '$1')),
    /^RELEASE_SCHEMA_INVALID .*REP-002-Payload: \["type"\], where a schema with properties/,
  ],
  [
    'an event code that is no text',
    () => refusal(releaseFolder({ 'Interfaces.yaml': (text) => text.replace("'[DSApp]'", '7') })),
    /^RELEASE_SCHEMA_INVALID .*enum: 7/,
  ],
];

for (const [name, given, expected] of cases) test(name, async () => assert.match(await given(), expected));
