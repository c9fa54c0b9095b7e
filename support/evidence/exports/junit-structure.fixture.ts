interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
}

interface Rule {
  required: string[];
  optional: string[];
  children: string[];
}

const counts = ['tests', 'failures', 'errors', 'skipped', 'time'];
const outcome: Rule = { required: [], optional: ['message', 'type'], children: [] };

// The structure that build servers agree on (elements and attributes of the common JUnit XML), written down by hand.
const rules: Record<string, Rule> = {
  testsuites: { required: [], optional: ['name', 'assertions', 'timestamp', ...counts], children: ['testsuite'] },
  testsuite: {
    required: ['name', 'tests'],
    optional: ['failures', 'errors', 'skipped', 'time', 'timestamp', 'id', 'package', 'hostname', 'file', 'assertions'],
    children: ['properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { required: [], optional: [], children: ['property'] },
  property: { required: ['name'], optional: ['value'], children: [] },
  testcase: {
    required: ['name', 'classname'],
    optional: ['time', 'file', 'line', 'assertions', 'status'],
    children: ['properties', 'skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  failure: outcome,
  error: outcome,
  skipped: outcome,
};

/** What of a JUnit file is not as its common structure has it, and counts that its cases contradict. */
export function junitProblems(xml: string): string[] {
  const root = parse(xml);
  const name = root?.name ?? 'nothing';
  if (!root || !['testsuites', 'testsuite'].includes(name)) return [`the root is ${name}`];
  return [...check(root), ...wrongCounts(root)];
}

function check({ name, attributes, children }: Element): string[] {
  const rule = rules[name];
  if (!rule) return [`there is no <${name}>`];
  const given = Object.keys(attributes);
  const numbers = counts.filter((key) => attributes[key] !== undefined && !/^\d+(\.\d+)?$/.test(attributes[key]));
  const results = children.filter((one) => ['skipped', 'error', 'failure'].includes(one.name));
  return [
    ...rule.required.filter((key) => !given.includes(key)).map((key) => `<${name}> lacks ${key}`),
    ...given.filter((key) => ![...rule.required, ...rule.optional].includes(key)).map((key) => `<${name}> has ${key}`),
    ...children.filter((one) => !rule.children.includes(one.name)).map((one) => `<${one.name}> in <${name}>`),
    ...numbers.map((key) => `<${name}> ${key} is no number`),
    ...(results.length > 1 ? [`<${name}> with ${results.length} outcomes`] : []),
    ...children.flatMap(check),
  ];
}

function wrongCounts(element: Element): string[] {
  const cases = (one: Element): Element[] => (one.name === 'testcase' ? [one] : one.children.flatMap(cases));
  const all = cases(element);
  const of = (kind: string) => all.filter(({ children }) => children.some(({ name }) => name === kind)).length;
  const counted = { tests: all.length, failures: of('failure'), errors: of('error'), skipped: of('skipped') };
  const own = Object.entries(counted).filter(
    ([key, n]) => element.attributes[key] !== undefined && Number(element.attributes[key]) !== n,
  );
  const inner = element.children.filter(({ name }) => name === 'testsuite').flatMap(wrongCounts);
  return [...own.map(([key, n]) => `${key} of ${element.attributes['name']} is not ${n}`), ...inner];
}

function parse(xml: string): Element | undefined {
  const open: Element[] = [{ name: '', attributes: {}, children: [] }];
  for (const [, slash, name, attributes = '', empty] of xml.matchAll(
    /<(\/?)([a-z][\w-]*)((?:\s+[\w-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (slash) open.pop();
    else {
      const pairs = [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!] as const);
      const element: Element = { name: name!, attributes: Object.fromEntries(pairs), children: [] };
      open.at(-1)!.children.push(element);
      if (!empty) open.push(element);
    }
  }
  return open.length === 1 && open[0]!.children.length === 1 ? open[0]!.children[0] : undefined;
}
