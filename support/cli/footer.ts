/** A line at the bottom of a terminal that is redrawn; other text scrolls above it. */
export interface Footer {
  /** Replaces the line; the text must fit the width. Empty takes it away. */
  show(text: string): void;
  /** Writes text, which ends with a line end, above the line. */
  above(text: string): void;
}

const erase = '\r\u001b[K';

export function createFooter(write: (text: string) => void): Footer {
  let line = '';
  return {
    show(text) {
      if (text === line) return;
      write(`${line && erase}${text}`);
      line = text;
    },
    above(text) {
      write(`${line && erase}${text}${line}`);
    },
  };
}
