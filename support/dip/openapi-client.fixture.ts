import assert from 'node:assert/strict';
import type { Message } from '../catalogue';
import { openContract, type Operation } from './openapi.fixture';
import { type Answer, startWorld } from './openapi-world.fixture';

/** Bodies that no operation takes. */
export const badBodies: readonly unknown[] = [
  ...['', '{', 'null', '{}', '[]', '[{}]'],
  [{ payload: {} }],
  [{ payload: { CommonBlock: { S0: 1 } } }],
];

/** A client of the published API that has everything judged that comes back to it. */
export async function openClient() {
  const contract = openContract();
  const world = await startWorld();
  const problems = new Set<string>();
  const called = new Map<Operation, Set<number>>();

  async function ask(operation: Operation, path: string, key: string | null, body?: unknown): Promise<Answer> {
    const answer = await world.call(operation, { method: operation.method, path, key, body });
    const problem = contract.answerProblem(operation, answer.status, answer.body);
    if (problem) problems.add(`${operation.method} ${path}: ${problem}`);
    called.set(operation, (called.get(operation) ?? new Set()).add(answer.status));
    return answer;
  }

  return {
    ...world,
    contract,
    /** What broke the contract. */
    problems,
    /** The statuses with which each operation was answered. */
    called,
    ask,
    async expect(status: number, ...request: Parameters<typeof ask>): Promise<Answer> {
      const answer = await ask(...request);
      assert.equal(answer.status, status, `${request[0].method} ${request[1]}: ${answer.body.toString()}`);
      return answer;
    },
    operation: (path: string, method: Operation['method'] = 'POST') =>
      contract.operations.find((one) => one.path === path && one.method === method)!,
    /** The publications that came below a path since the last time. */
    publications(operation: Operation, under: string): Message[] {
      const own = world.received.splice(0).filter(({ path }) => path.startsWith(under));
      for (const { path, headers, body } of own) {
        const problem = contract.callbackProblem(operation, headers, body);
        if (problem) problems.add(`callback ${path}: ${problem}`);
      }
      return own.flatMap(({ body }) =>
        (JSON.parse(body.toString()) as { payload: Message }[]).map(({ payload }) => payload),
      );
    },
  };
}

export type Client = Awaited<ReturnType<typeof openClient>>;

/** A path with its parameters filled in. */
export const filled = (path: string, id: string, recipient = '') =>
  path.replace('{id}', id).replace('{recipient-id}', recipient);
