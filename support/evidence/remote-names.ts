const remote = /^\s*(?:(?:https?|wss?|ftp):)?\/\//i;
const tagManagers = /(?:www\.)?(?:googletagmanager\.com|google-analytics\.com|gtag\/js|mc\.yandex\.ru)/gi;
const scriptLoads =
  /(?:\bfetch|\bimport|\bimportScripts|\bnew\s+(?:WebSocket|EventSource|Worker|SharedWorker))\s*\(\s*["'`]((?:(?:https?|wss?):)?\/\/[^"'`\s]+)/g;
const scriptSources = /\.(?:src|srcset)\s*=\s*["'`]((?:https?:)?\/\/[^"'`\s]+)/g;
const cssLoads = /url\(\s*["']?([^"')]*)|@import\s+["']([^"']+)/gi;
const opaque = /<!--[\s\S]*?-->|(<(script|style)\b[^>]*>)([\s\S]*?)<\/\2\s*>/gi;
const tag = /<([a-zA-Z][\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const attribute = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Attributes from which a browser loads without being asked, by element; `*` is any element. */
const loading: Record<string, readonly string[]> = {
  '*': ['src', 'srcset', 'poster', 'background', 'data'],
  link: ['href'],
  base: ['href'],
  image: ['href', 'xlink:href'],
  use: ['href', 'xlink:href'],
  feimage: ['href', 'xlink:href'],
};

/**
 * What a browser would load from elsewhere when it opens this page: scripts, styles, images, frames, style urls, and
 * what its scripts fetch by a literal name, data: URLs within included. A link that a reader may follow is none.
 */
export function remoteNames(html: string): string[] {
  const found = new Set<string>();
  // Comments, scripts and styles in one pass: whichever begins first holds the text of the others.
  const bare = html.replace(opaque, (_, script?: string, name?: string, body = '') => {
    for (const one of name?.toLowerCase() === 'style' ? inCss(body) : inScript(body)) found.add(one);
    return script ?? '';
  });
  for (const [, element, rest] of bare.matchAll(tag)) {
    for (const one of inTag(element!.toLowerCase(), rest!)) found.add(one);
  }
  return [...found];
}

function inTag(element: string, rest: string): string[] {
  const names = [...loading['*']!, ...(loading[element] ?? [])];
  return [...rest.matchAll(attribute)].flatMap(([, key, double, single, none]) => {
    const name = key!.toLowerCase();
    const value = decoded(double ?? single ?? none ?? '');
    if (name === 'style') return inCss(value);
    if (name === 'srcdoc') return remoteNames(value);
    if (element === 'meta' && name === 'content') return (value.match(/url=\s*(\S+)/i) ?? []).slice(1).filter(isRemote);
    if (!names.includes(name)) return [];
    if (name === 'srcset')
      return value
        .split(',')
        .map((part) => part.trim())
        .filter(isRemote);
    return /^\s*data:/i.test(value) ? inData(value) : isRemote(value) ? [value.trim()] : [];
  });
}

function inCss(css: string): string[] {
  return [...css.matchAll(cssLoads)].map(([, url, imported]) => (url ?? imported ?? '').trim()).filter(isRemote);
}

function inScript(script: string): string[] {
  const literal = [...script.matchAll(scriptLoads), ...script.matchAll(scriptSources)].map((match) => match[1]!);
  return [...literal, ...(script.match(tagManagers) ?? [])];
}

function inData(url: string): string[] {
  const comma = url.indexOf(',');
  const head = url.slice(0, comma);
  const kind = /^\s*data:\s*(?:text|application|image)\/(javascript|x-javascript|css|html|svg\+xml)/i.exec(head)?.[1];
  if (!kind) return [];
  const text = /;\s*base64\s*$/i.test(head)
    ? Buffer.from(url.slice(comma + 1), 'base64').toString('utf8')
    : percent(url.slice(comma + 1));
  if (/javascript/i.test(kind)) return inScript(text);
  return kind.toLowerCase() === 'css' ? inCss(text) : remoteNames(text);
}

function isRemote(value: string): boolean {
  return remote.test(value);
}

function percent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);?/gi, (_, hex: string) => String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff)))
    .replace(/&#(\d+);?/g, (_, digits: string) => String.fromCodePoint(Math.min(Number(digits), 0x10ffff)))
    .replace(/&colon;/g, ':')
    .replace(/&sol;/g, '/')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');
}
