import type { ValidateFunction } from 'ajv/dist/2020';
import { publishedAddress, publishedFile, publishedSchemas } from '../../testing';

const interfaces = 'Interfaces-EventCodes-unresolved.yaml';

/** A judge of messages by the published files of a folder; nothing of the import is used. */
export function openJudge(folder: string) {
  const ajv = publishedSchemas(folder, /^(Data|ECS|Interfaces|Real)/);
  const { components } = publishedFile<{ components: { schemas: object } }>(folder, interfaces);
  const names = Object.keys(components.schemas);
  const validators = new Map<string, ValidateFunction>();

  /** The validator of an event: of its own schema, or of the one schema of its interface. */
  return (interfaceId: string, event: string): ValidateFunction => {
    const own = `${interfaceId}-${event}`;
    const name = names.includes(own) ? own : `${interfaceId}-Payload`;
    let validator = validators.get(name);
    if (!validator) {
      validator = ajv.getSchema(`${publishedAddress}${interfaces}#/components/schemas/${name}`)!;
      validators.set(name, validator);
    }
    return validator;
  };
}
