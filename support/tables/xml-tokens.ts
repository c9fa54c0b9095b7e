/** A piece of an XML text: an element that opens or closes (prefix of its name left out), or text between them. */
export type XmlToken =
  | { kind: 'open'; name: string; attributes: Readonly<Record<string, string>>; empty: boolean }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string };

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|</gy;
const attribute = /(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Reads the XML of a workbook piece by piece. Throws where it is not well formed, and on a document type. */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  token.lastIndex = 0;
  for (let at = 0; at < xml.length;) {
    token.lastIndex = at;
    const found = token.exec(xml);
    if (!found || found[0] === '<') throw new Error('its XML is damaged, or has a document type');
    at = token.lastIndex;
    const [, data, slash, name, attributes = '', slashAtEnd, text] = found;
    if (data !== undefined) yield { kind: 'text', text: data };
    else if (text !== undefined) yield { kind: 'text', text: decoded(text) };
    else if (name !== undefined && slash) yield { kind: 'close', name };
    else if (name !== undefined) {
      const pairs = [...attributes.matchAll(attribute)].map(([, key, a, b]) => [key!, decoded(a ?? b ?? '')] as const);
      yield { kind: 'open', name, attributes: Object.fromEntries(pairs), empty: slashAtEnd === '/' };
    }
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x?)?(\w+);/g, (whole, number: string | undefined, name: string) => {
    if (number === undefined) return named[name] ?? whole;
    const code = Number.parseInt(name, number === '#x' ? 16 : 10);
    return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
