import { createReadStream } from 'node:fs';

/** A line without its line end; one that has none stands at the end of a file that was cut off. */
export interface Line {
  bytes: Buffer;
  ended: boolean;
}

/** The lines of a file, one at a time. */
export async function* linesOf(file: string): AsyncGenerator<Line> {
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      yield { bytes: Buffer.concat([...begun, chunk.subarray(from, end)]), ended: true };
      begun = [];
      from = end + 1;
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  }
  if (begun.length > 0) yield { bytes: Buffer.concat(begun), ended: false };
}
