import { cellText, type Cell, type Sheet, type Tone } from './sheet';

/** More characters a cell of a spreadsheet does not take. */
const mostInCell = 32_767;
const cut = ' … (cut: the CSV of this table has all)';

/**
 * Tables as an Excel workbook, a sheet each, with a frozen header row and a filter. Every text is written as text, so
 * that none is a formula. The same tables give the same bytes.
 */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  const files: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbook(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', styles],
    ...sheets.map((sheet, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, worksheet(sheet, index)]),
  ];
  const members = Object.fromEntries(files.map(([name, text]) => [name, strToU8(text)]));
  // A zip knows local time only: the first moment that it can name, the same everywhere.
  return zipSync(members, { mtime: new Date(1980, 0, 1), level: 6 });
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';

function contentTypes(count: number): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${type}.${kind}+xml"/>`;
  const sheets = Array.from({ length: count }, (_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet'));
  return `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('workbook', 'sheet.main')}${part('styles', 'styles')}${sheets.join('')}</Types>`;
}

function relations(targets: readonly [kind: string, target: string][]): string {
  const all = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${head}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`;
}

function workbook(sheets: readonly Sheet[]): string {
  const all = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${all.join('')}</sheets></workbook>`;
}

/** Places in `cellXfs` below. */
const style: Record<Tone | 'header' | 'plain' | 'long', number> = {
  ...{ plain: 0, header: 1, good: 2, bad: 3, unsure: 4 },
  long: 5,
};

const fonts = ['', '<b/>', ...['FF146C3C', 'FFB3261E', 'FF8A5000'].map((rgb) => `<b/><color rgb="${rgb}"/>`)];
const fills = ['FFE9EDF2', 'FFE6F4EA', 'FFFDECEA', 'FFFFF4E0'];
const styles = `${head}<styleSheet xmlns="${main}"><fonts count="${fonts.length}">${fonts
  .map(
    (font) =>
      `<font>${font.replace(/<color.*/, '')}<sz val="11"/>${/<color.*/.exec(font)?.[0] ?? ''}<name val="Calibri"/></font>`,
  )
  .join(
    '',
  )}</fonts><fills count="${fills.length + 2}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fills
  .map((rgb) => `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/></patternFill></fill>`)
  .join(
    '',
  )}</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">${[
  0, 1, 2, 3, 4, 0,
]
  .map((font, index) => {
    const fill = font === 0 ? 0 : font + 1;
    const wrap = index === style.long ? '' : ' wrapText="1"';
    return `<xf numFmtId="0" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${wrap}/></xf>`;
  })
  .join('')}</cellXfs></styleSheet>`;

function worksheet({ header, rows, widths = [] }: Sheet, index: number): string {
  const last = `${columnName(header.length - 1)}${rows.length + 1}`;
  const columns = header.map(
    (_, at) => `<col min="${at + 1}" max="${at + 1}" width="${widths[at] ?? 14}" customWidth="1"/>`,
  );
  const all = [
    header.map((text) => cellXml(text, style.header)),
    ...rows.map((row) => row.map((cell) => cellXml(cell))),
  ];
  const lines = all.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cell(at, column)).join('')}</row>`,
  );
  const chosen = index === 0 ? ' tabSelected="1"' : '';
  return `${head}<worksheet xmlns="${main}"><dimension ref="A1:${last}"/><sheetViews><sheetView workbookViewId="0"${chosen}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`;
}

// Wrapped, what has many lines would make its row taller than the window.
const isLong = (cell: Cell) => typeof cell === 'string' && (cell.length > 300 || /\n.*\n/.test(cell));

const lookOf = (cell: Cell): number =>
  typeof cell === 'object' ? style[cell.tone] : isLong(cell) ? style.long : style.plain;

function cellXml(cell: Cell, look = lookOf(cell)) {
  return (row: number, column: number): string => {
    const place = `r="${columnName(column)}${row + 1}"${look === 0 ? '' : ` s="${look}"`}`;
    if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
    const text = cellText(cell);
    if (text === '') return look === 0 ? '' : `<c ${place}/>`;
    const whole = text.length > mostInCell ? `${text.slice(0, mostInCell - cut.length)}${cut}` : text;
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${escaped(whole)}</t></is></c>`;
  };
}

/** 0 → A, 26 → AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : `${columnName(Math.floor(index / 26) - 1)}${letter}`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const unprintable = /[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text for XML 1.0 as spreadsheets read it: they take `_x0041_` for an escaped character. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(unprintable, '\ufffd')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/[&<>"]/g, (character) => entities[character]!);
}
