const empty = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const token = /<!--[\s\S]*?-->|<![^>]*>|<\?[^>]*\?>|<(\/?)([a-zA-Z][\w:-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>|</g;

/** What is not well formed in HTML or XML text: stray `<`, tags that do not close in order, an id used twice. */
export function markupProblems(text: string): string[] {
  const open: string[] = [];
  const ids = new Set<string>();
  const problems: string[] = [];
  for (const [whole, slash, name, attributes = '', selfClosed] of text.matchAll(token)) {
    if (whole === '<') problems.push('a stray <');
    if (!name) continue;
    const id = / id="([^"]*)"/.exec(attributes)?.[1];
    if (id !== undefined && ids.has(id)) problems.push(`id ${id} twice`);
    if (id !== undefined) ids.add(id);
    if (slash) {
      const last = open.pop();
      if (last !== name) problems.push(`</${name}> closes <${last}>`);
    } else if (!selfClosed && !empty.has(name)) open.push(name);
  }
  if (open.length > 0) problems.push(`never closed: ${open.join(' ')}`);
  return problems;
}
