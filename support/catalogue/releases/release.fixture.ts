import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchDir } from '../../testing';

const address = 'https://files.example/dip/main/';
const header = (interfaceId: string, event: string, version = '011') => `
          S0:
            type: object
            additionalProperties: false
            required: [interfaceID, schemaVersion, eventCode]
            properties:
              interfaceID: {type: string, enum: ['${interfaceId}']}
              schemaVersion: {type: string, enum: ['${version}']}
              eventCode: {type: string, enum: [${event}]}
          S1: {$ref: '${address}Blocks.yaml#/components/schemas/S1'}
          D0: {$ref: '${address}Blocks.yaml#/components/schemas/D0'}`;
const common = (...given: Parameters<typeof header>) => `
      CommonBlock:
        type: object
        additionalProperties: false
        required: [S0, S1]
        properties:${header(...given)}`;

/** A small release in the manner of the published one: five events, a report among them, in three files. */
export const files: Readonly<Record<string, string>> = {
  'Interfaces.yaml': `openapi: 3.0.0
components:
 schemas:
  IF-031-Payload:
    oneOf:
      - $ref: '#/components/schemas/IF-031-MSApp'
      - $ref: '#/components/schemas/IF-031-DSApp'
  IF-031-MSApp:
    description: Appointment
    type: object
    additionalProperties: false
    required: [CommonBlock, CustomBlock]
    properties:${common('IF-031', "'[MSApp]'")}
      CustomBlock:
        type: object
        additionalProperties: false
        required: [B070]
        properties:
          B070: {$ref: '${address}Blocks.yaml#/components/schemas/B070'}
          B099List:
            type: array
            minItems: 1
            items: {$ref: '${address}Blocks.yaml#/components/schemas/B099'}
  IF-031-DSApp:
    type: object
    additionalProperties: false
    required: [CommonBlock, CustomBlock]
    properties:${common('IF-031', "'[DSApp]'")}
      CustomBlock:
        type: object
        additionalProperties: false
        required: [B070]
        properties:
          B070: {$ref: '${address}Blocks.yaml#/components/schemas/B070'}
  IF-038-Payload:
    type: object
    additionalProperties: false
    required: [CommonBlock]
    properties:${common('IF-038', "'[DirectContractMSRemove]', '[Unheard]'")}
  REP-002-Payload:
    type: object
    additionalProperties: false
    required: [CommonBlock, CustomBlock]
    properties:${common('REP-002', "'[DUOSSupplierAggData]'", '008')}
      CustomBlock:
        type: object
        additionalProperties: false
        required: [P03]
        properties:
          P03: {$ref: '${address}Blocks.yaml#/components/schemas/P03'}
          schema: {$ref: '${address}Blocks.yaml#/components/schemas/Report'}
`,
  'Blocks.yaml': `openapi: 3.0.0
components:
 schemas:
  S1:
    type: object
    required: [senderDIPID]
    additionalProperties: false
    properties:
      senderDIPID: {$ref: '${address}Items.yaml#/components/schemas/DI-997'}
  D0:
    type: object
    properties: {transactionID: {type: string}}
  B070:
    required: [reference, scenario]
    additionalProperties: false
    properties:
      reference: {$ref: '${address}Items.yaml#/components/schemas/DI-019'}
      scenario: {$ref: '${address}Items.yaml#/components/schemas/DI-800'}
      count: {type: integer, minimum: 0, exclusiveMaximum: true, maximum: 10}
  B099:
    type: object
    additionalProperties: false
    required: [scenario]
    properties:
      scenario: {$ref: '${address}Items.yaml#/components/schemas/DI-800'}
      mpid: {type: string, pattern: '^[A-Z]{4}$'}
  P03:
    type: object
    properties: {compressedReport: {type: string, format: byte}}
  Report:
    type: object
    properties:
      R007:
        type: object
        properties: {volume: {type: number, multipleOf: 0.5}}
  Unused: {$ref: '${address}Nowhere.yaml#/components/schemas/X'}
`,
  'Items.yaml': `openapi: 3.0.0
components:
 schemas:
  DI-997: {type: string, minLength: 10, maxLength: 10, example: 1234}
  DI-019:
    type: string
    nullable: true
    minLength: 1
    maxLength: 50
    example: [this, is: broken]
  DI-800:
    type: string
    nullable: true
    enum: [COS, CSP, null]
`,
  'Submit.yaml': ['IF-031', 'IF-038', 'REP-002']
    .map((one) => `- $ref: '${address}Interfaces.yaml#/components/schemas/${one}-Payload'\n`)
    .join(''),
  'Examples.yaml': 'examples:\n  broken: [\n',
};

type Edits = Readonly<Record<string, (text: string) => string>>;

/** A folder with those files, some of them edited. */
export function releaseFolder(edits: Edits = {}, from = files): string {
  const folder = join(scratchDir(), 'given');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(from)) {
    const edited = edits[name]?.(text) ?? text;
    if (edits[name] && edited === text) throw new Error(`the edit of ${name} changes nothing`);
    writeFileSync(join(folder, name), edited);
  }
  for (const [name, make] of Object.entries(edits)) if (!(name in from)) writeFileSync(join(folder, name), make(''));
  return folder;
}
