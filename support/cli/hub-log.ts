import { createLog, type Log, type LogLevel } from '../hub';
import { createRedactor } from '../wire';

/** The log of a hub on stderr: readable on a terminal, a line of JSON for each event elsewhere. */
export function hubLog(level: LogLevel, secrets: string[]): Log {
  const redactor = createRedactor(secrets);
  return createLog({
    write: (line) => void process.stderr.write(`${line}\n`),
    readable: process.stderr.isTTY === true,
    level,
    redact: (text) => redactor.text(text),
  });
}
