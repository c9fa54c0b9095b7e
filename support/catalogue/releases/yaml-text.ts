import type * as Yaml from 'yaml';
import type { Alias, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { checkKey, lineOf } from './json-text';
import { maxDepth, maxMarks } from './limits';
import { raise } from './raise';

type Node = Alias | Scalar | YAMLMap | YAMLSeq;

/**
 * Value of a YAML text. What an alias stands for is shared, never copied. Raises RELEASE_FILE_UNREADABLE,
 * RELEASE_KEY_TWICE, RELEASE_KEY_UNSAFE, RELEASE_TOO_COMPLEX.
 */
export function readYaml(text: string, file: string, yaml: typeof Yaml): unknown {
  checkMarks(text, file);
  const fail = (reason: string, offset: number) =>
    raise('RELEASE_FILE_UNREADABLE', { file, format: 'YAML', reason }, `${file}:${lineOf(text, offset)}`);
  const { isAlias, isMap, isScalar, isSeq } = yaml;
  const document = yaml.parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) throw fail(error.message, Math.max(error.pos[0], 0));
  const anchors = new Map<string, unknown>();

  function build(node: Node, depth: number): unknown {
    const offset = node.range?.[0] ?? 0;
    if (depth > maxDepth) throw raise('RELEASE_TOO_COMPLEX', { file, what: `over ${maxDepth} levels` }, at(offset));
    if (isAlias(node)) {
      if (!anchors.has(node.source)) throw fail(`*${node.source} stands for nothing, or for what contains it`, offset);
      return anchors.get(node.source);
    }
    if (node.anchor) anchors.delete(node.anchor);
    const value = isMap(node)
      ? mapping(node, depth)
      : isSeq(node)
        ? node.items.map((one) => build(one as Node, depth + 1))
        : node.value;
    if (node.anchor) anchors.set(node.anchor, value);
    return value;
  }

  function mapping(node: YAMLMap, depth: number): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    const keys = new Set<string>();
    for (const pair of node.items) {
      const { key } = pair;
      const offset = (key as Node | null)?.range?.[0] ?? node.range?.[0] ?? 0;
      if (!isScalar(key) || key.value === '<<') throw fail('a key is a list, an object, an alias or a merge', offset);
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
      checkKey(name, keys, file, () => at(offset));
      value[name] = pair.value === null ? null : build(pair.value as Node, depth + 1);
    }
    return value;
  }

  const at = (offset: number) => `${file}:${lineOf(text, offset)}`;
  return document.contents === null ? undefined : build(document.contents as Node, 0);
}

const marks = new Set([...'\n[]{},:&*!?"\'-'].map((mark) => mark.charCodeAt(0)));

function checkMarks(text: string, file: string): void {
  let count = 0;
  for (let at = 0; at < text.length; at++) if (marks.has(text.charCodeAt(at))) count++;
  if (count > maxMarks) throw raise('RELEASE_TOO_COMPLEX', { file, what: `over ${maxMarks} marks of YAML` }, file);
}
