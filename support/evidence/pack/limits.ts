/** Bounds that hold for whoever writes a pack and for whoever reads one. Sizes in bytes. */
export const limits = {
  pack: 512 * 2 ** 20,
  members: 20_000,
  member: 512 * 2 ** 20,
  total: 2 ** 30,
  nameLength: 240,
  /** Inflated to packed, for members above `ratioFrom`. */
  ratio: 400,
  ratioFrom: 2 ** 20,
} as const;

/** Why a member of this size cannot be, if it cannot. */
export function sizeProblem(size: number, packed: number): string | undefined {
  if (size > limits.member) return `it inflates to ${size} bytes, more than ${limits.member}`;
  if (size > limits.ratioFrom && size > packed * limits.ratio)
    return `${packed} bytes inflate to ${size}, more than ${limits.ratio} times as many`;
  return undefined;
}

const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Why a name cannot be that of a member on every system, if it cannot. */
export function nameProblem(name: string): string | undefined {
  if (name === '') return 'it has no name';
  if (name.length > limits.nameLength) return `its name is longer than ${limits.nameLength} characters`;
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'its name is an absolute path';
  if (name.includes('\\')) return 'there is a backslash in its name';
  if (name.endsWith('/')) return 'it is a folder';
  const parts = name.split('/');
  if (parts.some((part) => part === '..' || part === '.' || part === '')) return 'its name leads out of its folder';
  if (/[\p{C}:*?"<>|]/u.test(name)) return 'there are characters in its name that not every system takes';
  if (name.normalize('NFC') !== name) return 'its name is not in Unicode normal form C';
  if (parts.some((part) => reserved.test(part) || /[. ]$/.test(part))) return 'Windows does not take its name';
  return undefined;
}

/** What two names may not share: case-insensitive systems would lay one over the other. */
export function nameKey(name: string): string {
  return name.toLowerCase();
}
