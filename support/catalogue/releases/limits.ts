/*
 * What an import takes at most. The published release: ten files, the largest of 0.4 MB and 28,000 marks.
 */

/** Bytes of one file, by format. YAML costs some 40 times its size in memory while it is read. */
export const maxBytes = { JSON: 64_000_000, YAML: 16_000_000 };
/** Places in a YAML text at which something can begin; they decide what its reader needs in time and memory. */
export const maxMarks = 400_000;
/** Objects inside one another. */
export const maxDepth = 100;
/** Files of one folder, with those below it. */
export const maxFiles = 500;
/** Parts of all messages of a release, written out in full. The published one has some 11,500. */
export const maxParts = 50_000;
/** Members that a list, and characters that a text, may have to have at least. */
export const mostRequired = { minItems: 10_000, minLength: 100_000 };

/** `16 MB`. */
export const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e5) / 10} MB`;
