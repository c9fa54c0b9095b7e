/** Whose fault a failure is: decides exit codes, the colour in Allure and what the text tells the reader to do. */
export type Blame = 'participant' | 'configuration' | 'environment' | 'harness';

/** One entry of the error registry: a stable code with its meaning, cause and fix. Texts may hold `{name}` places. */
export interface ErrorDefinition {
  kind: Blame;
  /** What is wrong, in one line. */
  text: string;
  /** Why it usually happens. */
  cause: string;
  /** What the reader does next. */
  fix: string;
}

/** Where the error is: a file with a field, a URL, a tag … always something that the reader can open. */
export type Place = string;

/**
 * An error with a stable code, its blame, its place and the next step. Anything else that is thrown counts as a
 * fault of the harness.
 */
export class QualifyError extends Error {
  constructor(
    readonly code: string,
    readonly kind: Blame,
    message: string,
    readonly fix: string,
    readonly place?: Place,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'QualifyError';
  }
}
