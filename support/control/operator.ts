import { z } from 'zod';
import { callControl } from './call';
import {
  participantAnswer,
  participantList,
  type ParticipantAnswer,
  type ParticipantList,
  type ParticipantRequest,
} from './participants';

export interface OperatorClient {
  participants(): Promise<ParticipantList>;
  /** HUB_DIP_ID_TAKEN, HUB_KEY_TAKEN, HUB_CERTIFICATE_TAKEN. */
  register(request: ParticipantRequest): Promise<ParticipantAnswer>;
  /** HUB_PARTICIPANT_UNKNOWN. */
  remove(name: string): Promise<void>;
  close(): void;
}

/** Speaks with a standing hub as its operator. */
export function createOperatorClient(options: { url: string; token: string }): OperatorClient {
  const { call, close } = callControl(options);
  return {
    participants: () => call('GET', '/participants', participantList),
    register: (request) => call('POST', '/participants', participantAnswer, request),
    remove: async (name) => void (await call('DELETE', `/participants/${name}`, z.object({}))),
    close,
  };
}
