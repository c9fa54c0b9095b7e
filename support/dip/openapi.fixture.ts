import type Ajv from 'ajv/dist/2020';
import { publishedAddress, publishedFile, publishedFolder, publishedSchemas, withNull } from '../testing';

/*
 * The published API as a client reads it: its operations, and a judge of what comes back that knows nothing of our code.
 */

const file = 'SubmitEvents-unresolved.yaml';

interface Referring {
  $ref?: string;
}

interface Parameter extends Referring {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Referring & { enum?: string[] };
}

interface Content {
  content?: { 'application/json'?: { schema: object } };
}

interface OperationObject {
  parameters?: Parameter[];
  requestBody?: Content;
  responses: Record<string, Content>;
  callbacks?: { outEvent: Record<string, { post: OperationObject }> };
}

type PathObject = Partial<Record<'get' | 'put' | 'post' | 'delete', OperationObject>> & { parameters?: Parameter[] };

interface Document {
  security: object[];
  paths: Record<string, PathObject>;
  components: { parameters: Record<string, Parameter> };
}

/** One operation of the published API. */
export interface Operation {
  /** `/dip-channel/{id}`. */
  path: string;
  method: 'POST' | 'DELETE';
  /** Names of the headers that must be sent, without that of the key. */
  headers: string[];
  responses: ReadonlyMap<number, object | undefined>;
  /** What the DIP calls because of this one: the body, and the headers that must come with it. */
  callback?: { body: object; headers: string[] };
}

export interface Contract {
  operations: Operation[];
  /** Whether every operation asks for the key. */
  keyed: boolean;
  /** The values of `{id}`. */
  channels: string[];
  /** What is wrong with an answer: a status that is not published, a body that breaks its schema. */
  answerProblem(operation: Operation, status: number, body: Buffer): string | undefined;
  callbackProblem(operation: Operation, headers: Record<string, unknown>, body: Buffer): string | undefined;
}

export function openContract(): Contract {
  const document = publishedFile<Document>(publishedFolder, file);
  const ajv = publishedSchemas(publishedFolder, /^(Data|ECS|Interfaces|Real|Submit)/, (schemas) => {
    // One of these takes the event codes of its neighbours, so that exactly one can never be true of those.
    const relationships = schemas['IF-020-Payload'];
    if (relationships) schemas['IF-020-Payload'] = { anyOf: relationships.oneOf };
  });
  const { schemas } = publishedFile<{ components: { schemas: Record<string, { enum: string[] }> } }>(
    publishedFolder,
    'DataTypes-unresolved.yaml',
  ).components;

  const parameter = (one: Parameter): Parameter =>
    one.$ref ? document.components.parameters[one.$ref.split('/').at(-1)!]! : one;
  const headersOf = (...lists: (Parameter[] | undefined)[]) =>
    lists
      .flatMap((list) => (list ?? []).map(parameter))
      .filter((one) => one.in === 'header' && one.required)
      .map((one) => one.name.toLowerCase());
  const schemaOf = ({ content }: Content) => content?.['application/json']?.schema;

  function operation(path: string, method: 'POST' | 'DELETE', of: PathObject, one: OperationObject): Operation {
    const [callback] = Object.values(one.callbacks?.outEvent ?? {});
    const body = callback?.post.requestBody && schemaOf(callback.post.requestBody);
    return {
      path,
      method,
      headers: headersOf(of.parameters, one.parameters),
      responses: new Map(Object.entries(one.responses).map(([status, answer]) => [Number(status), schemaOf(answer)])),
      ...(body && { callback: { body, headers: headersOf(callback!.post.parameters) } }),
    };
  }

  const operations = Object.entries(document.paths).flatMap(([path, of]) => [
    ...(of.post ? [operation(path, 'POST', of, of.post)] : []),
    ...(of.delete ? [operation(path, 'DELETE', of, of.delete)] : []),
  ]);
  const keyed = document.security.some((one) => 'ApiKeyAuth' in one);
  const judge = bodyJudge(ajv);

  return {
    operations,
    keyed,
    channels: schemas['DT-000-InterfaceID']!.enum,
    answerProblem({ responses }, status, body) {
      // Asking every operation for the key is what announces a 401.
      if (!responses.has(status)) return keyed && status === 401 ? undefined : `status ${status} is not published`;
      const schema = responses.get(status);
      return schema && judge(schema, body);
    },
    callbackProblem({ callback }, headers, body) {
      if (!callback) return 'nothing is called because of this operation';
      const missing = callback.headers.find((name) => headers[name] === undefined);
      return missing === undefined ? judge(callback.body, body) : `the header ${missing} is missing`;
    },
  };
}

function bodyJudge(ajv: Ajv) {
  const validators = new Map<object, ReturnType<Ajv['compile']>>();
  return (schema: object, body: Buffer): string | undefined => {
    let validator = validators.get(schema);
    if (!validator) validators.set(schema, (validator = ajv.compile(withNull(absolute(schema)) as object)));
    let value: unknown;
    try {
      value = JSON.parse(body.toString('utf8'));
    } catch {
      return `the body is not JSON: ${body.toString('utf8').slice(0, 80)}`;
    }
    return validator(value) ? undefined : ajv.errorsText(validator.errors);
  };
}

/** References into the file itself, made to hold outside of it. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const local = key === '$ref' && typeof one === 'string' && one.startsWith('#');
      return [key, local ? publishedAddress + file + one : absolute(one)];
    }),
  );
}
