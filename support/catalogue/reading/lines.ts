/** One line of a stream of bytes, without its line feed; without its bytes where it was too long. */
export interface Line {
  /** From 1. */
  number: number;
  bytes: Buffer | undefined;
}

const lineFeed = 0x0a;

/** Cuts chunks into lines and never holds more than one line of at most `maxBytes`. */
export class LineSplitter {
  private held: Buffer[] = [];
  private size = 0;
  private number = 1;

  constructor(private readonly maxBytes: number) {}

  /** Lines that end in this chunk. */
  *push(chunk: Buffer): Generator<Line> {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      this.hold(chunk.subarray(from, at));
      yield this.line();
      from = at + 1;
    }
    if (from < chunk.length) this.hold(chunk.subarray(from));
  }

  /** What stands after the last line feed. */
  *end(): Generator<Line> {
    if (this.size > 0) yield this.line();
  }

  private hold(part: Buffer): void {
    this.size += part.length;
    if (this.size > this.maxBytes) this.held = [];
    else if (part.length > 0) this.held.push(part);
  }

  private line(): Line {
    const whole = this.size <= this.maxBytes;
    const bytes = this.held.length === 1 ? this.held[0]! : Buffer.concat(this.held);
    const line = { number: this.number, bytes: whole ? bytes : undefined };
    this.held = [];
    this.size = 0;
    this.number += 1;
    return line;
  }
}
