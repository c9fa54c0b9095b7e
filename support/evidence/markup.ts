import { escapeMarkup } from './text';

/** Markup that is already escaped. */
export class Markup {
  constructor(readonly text: string) {}
}

export type Part = string | number | Markup | null | undefined | false | readonly Part[];

/** A template whose values are escaped unless they are markup: markup`<p>${name}</p>`. */
export function markup(strings: TemplateStringsArray, ...values: Part[]): Markup {
  let text = strings[0]!;
  values.forEach((value, index) => {
    text += render(value) + strings[index + 1]!;
  });
  return new Markup(text);
}

function render(part: Part): string {
  if (part instanceof Markup) return part.text;
  if (typeof part === 'string') return escapeMarkup(part);
  if (typeof part === 'number') return String(part);
  if (!part) return '';
  return part.map(render).join('');
}
