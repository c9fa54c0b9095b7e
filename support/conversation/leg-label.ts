import { messageLabel, offDipLabel } from '../catalogue';
import type { ExpectedLeg } from './types';

/** The message of a row as tables write it: `IF-031 [MSApp]`, `D0168`, `off-DIP: switch secured active`. */
export const legLabel = ({ message, offDip }: Pick<ExpectedLeg, 'message' | 'offDip'>): string =>
  offDip ? offDipLabel(offDip) : messageLabel(message);
