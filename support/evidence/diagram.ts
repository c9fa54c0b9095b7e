import { Markup, markup } from './markup';

const tags = /<(?:[^<>"']|"[^"]*"|'[^']*')*>/g;
const styles = /(<style[^>]*>)([\s\S]*?)(<\/style>)/gi;
const active =
  /<\s*(?:script|foreignObject|iframe|object|embed|animate|set)\b|\son[a-z]+\s*=|javascript:|(?:href|src)\s*=\s*["']?\s*(?!#)\S/i;
const fetching = /@import|url\(\s*["']?(?!#)/i;

/** Whether tags or styles do more than draw; what the labels say is no matter. */
function isActive(svg: string): boolean {
  const inTags = (svg.match(tags) ?? []).some((tag) => active.test(tag) || fetching.test(tag));
  return inTags || [...svg.matchAll(styles)].some(([, , css]) => fetching.test(css!));
}

/**
 * A diagram as a figure for a page that holds many: its ids get a prefix of their own and its style applies inside it
 * only. One with script or with references to anything outside itself is not shown, and the page says so.
 */
export function figure(svg: string, prefix: string, label: string): Markup {
  const bare = svg.slice(Math.max(0, svg.search(/<svg[\s>]/i))).trim();
  const whole = /^<svg[\s>][\s\S]*<\/svg>$/i.test(bare);
  if (!whole || isActive(bare)) {
    return markup`<p class="small">The diagram is left out: it is not a plain drawing (see diagrams/ in the run folder).</p>`;
  }
  const own = bare
    .replace(/\sid="([^"]+)"/g, ` id="${prefix}-$1"`)
    .replace(/url\((["']?)#/g, `url($1#${prefix}-`)
    .replace(/href="#/g, `href="#${prefix}-`)
    .replace(/\saria-(labelledby|describedby)="([^"]+)"/g, (_, name: string, ids: string) => {
      return ` aria-${name}="${ids
        .split(/\s+/)
        .map((id) => `${prefix}-${id}`)
        .join(' ')}"`;
    })
    .replace(styles, (_, open: string, css: string, close: string) => {
      return `${open}#${prefix}{${css.replace(/<!\[CDATA\[|\]\]>/g, '')}}${close}`;
    });
  return markup`<figure id="${prefix}" tabindex="0" aria-label="${label}">${new Markup(own)}</figure>`;
}
