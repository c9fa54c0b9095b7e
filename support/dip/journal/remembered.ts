import { rememberedRecord } from './record';

const entriesInRecord = 1000;

/** A value that is to be written; `entry` as `rememberedRecord` takes it. */
export interface Change {
  key: string;
  value: unknown;
  entry: string;
}

/** Values by key: those of now, and those that are written when they differ. */
export class Remembered {
  readonly values = new Map<string, unknown>();
  #before = new Map<string, { value: unknown; unwritten: number }>();

  set(key: string, value: unknown): Change {
    const text = value === undefined ? undefined : JSON.stringify(value);
    const before = this.#before.get(key);
    if (before) before.unwritten += 1;
    else this.#before.set(key, { value: this.values.get(key), unwritten: 1 });
    // A copy: what a caller changes afterwards was not remembered.
    const kept: unknown = text === undefined ? undefined : JSON.parse(text);
    this.#put(key, kept);
    return { key, value: kept, entry: text === undefined ? JSON.stringify(key) : `${JSON.stringify(key)},${text}` };
  }

  written({ key, value }: Change): void {
    const before = this.#before.get(key);
    if (!before) return;
    before.value = value;
    before.unwritten -= 1;
    if (before.unwritten === 0) this.#before.delete(key);
  }

  /** Takes over what was written by an earlier process. */
  restore(entries: readonly [key: string, value?: unknown][]): void {
    for (const [key, value] of entries) this.#put(key, value);
  }

  /** The records that a new segment begins with: what is written, and nothing that still waits. */
  records(): Buffer[] {
    const entries: string[] = [];
    for (const key of new Set([...this.values.keys(), ...this.#before.keys()])) {
      const before = this.#before.get(key);
      const value = before ? before.value : this.values.get(key);
      if (value !== undefined) entries.push(`${JSON.stringify(key)},${JSON.stringify(value)}`);
    }
    const pieces: Buffer[] = [];
    for (let i = 0; i < entries.length; i += entriesInRecord)
      pieces.push(...rememberedRecord(entries.slice(i, i + entriesInRecord)));
    return pieces;
  }

  #put(key: string, value: unknown): void {
    if (value === undefined) this.values.delete(key);
    else this.values.set(key, value);
  }
}
