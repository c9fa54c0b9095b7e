const widest = 8;

/**
 * Makes a search for many patterns at once (Wu and Manber's): false where certainly none of them occurs in a text, the
 * case of ASCII letters ignored; true where one may. Patterns have at least two characters; the longer the shortest of
 * them, the quicker.
 */
export function quickSearch(patterns: readonly string[]): (text: string) => boolean {
  if (patterns.length === 0) return () => false;
  const width = Math.min(widest, ...patterns.map(({ length }) => length));
  const starts = new Set(patterns.map((pattern) => pattern.slice(0, width).toLowerCase()));
  // How far the window may move when it ends in these two characters.
  const shift = new Uint8Array(65_536).fill(width - 1);
  for (const pattern of patterns) {
    for (let end = 1; end < width; end += 1) {
      const at = pair(pattern.charCodeAt(end - 1), pattern.charCodeAt(end));
      shift[at] = Math.min(shift[at]!, width - 1 - end);
    }
  }
  return (text) => {
    let end = width - 1;
    while (end < text.length) {
      const step = shift[pair(text.charCodeAt(end - 1), text.charCodeAt(end))]!;
      if (step > 0) {
        end += step;
        continue;
      }
      if (starts.has(text.slice(end - width + 1, end + 1).toLowerCase())) return true;
      end += 1;
    }
    return false;
  };
}

// With the bit that tells small letters from capitals set.
function pair(a: number, b: number): number {
  return (((a | 0x20) & 0xff) << 8) | ((b | 0x20) & 0xff);
}
