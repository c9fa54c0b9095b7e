import { once } from 'node:events';

const mostHeld = 64 * 1024;

/** A JSON list on stdout, written as its entries come; waits where the reader is slower. */
export function jsonList(out: NodeJS.WriteStream = process.stdout): {
  add(entry: object): Promise<void> | undefined;
  end(): Promise<void>;
} {
  let held = '[';
  let first = true;
  async function flush(): Promise<void> {
    const text = held;
    held = '';
    if (!out.write(text)) await once(out, 'drain');
  }
  return {
    add(entry) {
      held += `${first ? '\n' : ',\n'}${JSON.stringify(entry)}`;
      first = false;
      return held.length > mostHeld ? flush() : undefined;
    },
    async end() {
      held += first ? ']\n' : '\n]\n';
      await flush();
    },
  };
}
