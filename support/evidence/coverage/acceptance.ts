/** Whether a code says yes: `RCP0000`, `SP000`. */
export const isAcceptance = (code: string): boolean => /^[A-Z]+0+$/.test(code);
