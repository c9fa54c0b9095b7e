import { Socket } from 'node:net';
import { remoteOf } from './tls-refusal';

interface Open {
  /** Undefined behind a proxy, where each request has its own. */
  fingerprint: string | undefined;
  /** Requests that are not answered yet. */
  busy: number;
  /** Those of them whose body is whole. */
  answering: number;
}

/**
 * The connections of one server and what they are busy with. node's own close leaves those open that have not sent a
 * request yet.
 */
export class Connections {
  private readonly handshaking = new Map<string, Socket>();
  private readonly open = new Map<Socket, Open>();
  closing = false;

  /** A TCP connection that has not finished its handshake. */
  arrived(socket: Socket): void {
    const key = remoteOf(socket);
    this.handshaking.set(key, socket);
    socket.once('close', () => this.handshaking.delete(key));
  }

  handshaken(socket: Socket): void {
    this.handshaking.delete(remoteOf(socket));
  }

  admit(socket: Socket, fingerprint?: string): void {
    this.open.set(socket, { fingerprint, busy: 0, answering: 0 });
    socket.once('close', () => this.open.delete(socket));
  }

  admitted(socket: Socket): boolean {
    return this.open.has(socket);
  }

  /** Fingerprint of the client, if it was let in. */
  fingerprint(socket: Socket): string | undefined {
    return this.open.get(socket)?.fingerprint;
  }

  /** Whether a whole request waits for its answer. */
  answering(socket: Socket): boolean {
    return (this.open.get(socket)?.answering ?? 0) > 0;
  }

  began(socket: Socket): void {
    this.count(socket, 1);
  }

  ended(socket: Socket): void {
    this.count(socket, -1);
  }

  beganAnswer(socket: Socket): void {
    const entry = this.open.get(socket);
    if (entry) entry.answering += 1;
  }

  endedAnswer(socket: Socket): void {
    const entry = this.open.get(socket);
    if (entry) entry.answering -= 1;
  }

  /** Ends what is idle now, and the rest as it becomes idle. */
  close(): void {
    this.closing = true;
    for (const socket of this.handshaking.values()) socket.destroy();
    for (const [socket, { busy }] of this.open) if (busy === 0) socket.destroy();
  }

  private count(socket: Socket, by: 1 | -1): void {
    const entry = this.open.get(socket);
    if (!entry) return;
    entry.busy += by;
    if (this.closing && entry.busy === 0) socket.end();
  }
}
