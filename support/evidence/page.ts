import { Markup, markup } from './markup';
import { style } from './summary-style';

/** Nothing may be fetched or run: a page is read as it stands, also from a mail or a pack. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The head of every page of evidence, up to its body; `more` is style of its own. */
export function pageHead(title: string, more = ''): Markup {
  return markup`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Markup(style + more)}</style>
</head>`;
}
