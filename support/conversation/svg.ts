import type { Arrow } from './diagram';

export const rowHeight = 34;
export const top = 92;
const left = 110;
const laneWidth = 190;

const x = (lane: number) => left + laneWidth / 2 + lane * laneWidth;

/** Text safe inside SVG, without the characters that XML forbids. */
export function escapeXml(text: string): string {
  const named: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  const allowed = [...text].filter((c) => c >= ' ' && c !== '\uFFFE' && c !== '\uFFFF').join('');
  return allowed.replace(/[&<>"']/g, (c) => named[c]!);
}

const marks = { seen: '', missing: ' (missing)', differs: ' (differs)', refused: '', other: '', 'off-dip': '' };

/** One arrow at a height: a line with a head for each recipient, a dot where nobody received it. */
export function arrowSvg({ from, to, label, time, kind }: Arrow, lanes: readonly string[], y: number): string {
  const start = x(lanes.indexOf(from));
  const ends = to.map((dipId) => x(lanes.indexOf(dipId)));
  const lines = ends.map((end) =>
    end === start ? loop(start, y) : `<line x1="${start}" y1="${y}" x2="${end}" y2="${y}"/>${head(start, end, y)}`,
  );
  const far = ends.length
    ? ends.reduce((a, b) => (Math.abs(b - start) > Math.abs(a - start) ? b : a))
    : start + laneWidth / 2;
  // What reaches no other line has its label beside its own.
  const alone = ends.every((end) => end === start);
  const place = alone ? `x="${start + (ends.length ? 30 : 8)}"` : `x="${(start + far) / 2}" text-anchor="middle"`;
  return [
    `<g class="${kind}">`,
    lines.length
      ? lines.join('')
      : `<line x1="${start}" y1="${y}" x2="${far}" y2="${y}"/><circle cx="${far}" cy="${y}" r="3"/>`,
    `<text ${place} y="${y - 6}">${escapeXml(label + marks[kind])}</text>`,
    time && `<text class="time" x="${left - 8}" y="${y + 4}" text-anchor="end">${escapeXml(time)}</text>`,
    '</g>',
  ].join('');
}

function head(start: number, end: number, y: number): string {
  const back = end > start ? end - 8 : end + 8;
  return `<polygon points="${end},${y} ${back},${y - 4} ${back},${y + 4}"/>`;
}

const loop = (at: number, y: number) => `<path d="M${at} ${y - 6}h24v12h-24" fill="none"/>${head(at + 1, at, y + 6)}`;

// Colours in one place for both schemes; what is missing or off the DIP is dashed too, so that colour is not all that tells.
// Every rule is bound to the class, so that the picture can stand in a page with others.
const style = `
.legs{--ink:#1b1f24;--line:#b6bec8;--page:#ffffff;--seen:#1a7f37;--missing:#cf222e;--refused:#cf222e;--differs:#9a6700;--other:#6e7781;--off-dip:#0969da}
@media (prefers-color-scheme:dark){.legs{--ink:#e6edf3;--line:#444c56;--page:#0d1117;--seen:#3fb950;--missing:#ff7b72;--refused:#ff7b72;--differs:#d29922;--other:#8b949e;--off-dip:#58a6ff}}
.legs text{font:12px system-ui,sans-serif;fill:var(--ink);paint-order:stroke;stroke:var(--page);stroke-width:4px;stroke-linejoin:round}.legs .lane{font-weight:600}.legs .life{stroke:var(--line)}
${['seen', 'missing', 'differs', 'refused', 'other', 'off-dip'].map(rulesFor).join('\n')}
.legs text.time{font-size:11px;fill:var(--other)}
.legs .missing line,.legs .missing path{stroke-dasharray:6 4}
.legs .off-dip line,.legs .off-dip path{stroke-dasharray:2 4}`;

function rulesFor(kind: string): string {
  const of = (...names: string[]) => names.map((name) => `.legs .${kind} ${name}`).join(',');
  const colour = `var(--${kind})`;
  return `${of('line', 'path')}{stroke:${colour};stroke-width:1.6}${of('polygon', 'circle', 'text')}{fill:${colour}}`;
}

/** The whole SVG: title, lifelines and arrows. */
export function page(o: { title: string; summary: string; lanes: string[]; rows: number; drawn: string[] }): string {
  const heading = `${o.title}: ${o.summary}`;
  // Room at the right for what the last line sends to nobody, and for the heading: about 7 units a letter.
  const width = Math.max(left + Math.max(1, o.lanes.length) * laneWidth + 80, heading.length * 7 + 24);
  const height = top + Math.max(1, o.rows) * rowHeight;
  const lifelines = o.lanes.map(
    (name, i) =>
      `<text class="lane" x="${x(i)}" y="56" text-anchor="middle">${escapeXml(name)}</text><line class="life" x1="${x(i)}" y1="64" x2="${x(i)}" y2="${height - 12}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" class="legs">`,
    `<title>${escapeXml(o.title)}</title>`,
    `<desc>${escapeXml(o.summary)}</desc>`,
    `<style>${style}</style>`,
    `<rect width="${width}" height="${height}" style="fill:var(--page)"/>`,
    `<text x="12" y="22">${escapeXml(heading)}</text>`,
    ...lifelines,
    ...o.drawn,
    '</svg>',
    '',
  ].join('\n');
}
