import type { Envelope, SourceReference } from '@cucumber/messages';
import { stepsOf } from '../feature-lint/scenarios';

interface Definition {
  pattern: string;
  source: SourceReference;
  used: boolean;
}

/** Reads Cucumber's messages of a dry run, and says which steps have no definition, or several, and which are unused. */
export class StepUse {
  scenarios = 0;
  private readonly known = new Map<string, Definition>();
  private readonly lines = new Map<string, number>();
  private readonly steps = new Map<string, { text: string; uri: string; astNodeId: string }>();
  /** By place: rows of one outline share their steps. */
  private readonly wrong = new Map<string, (place: (uri: string) => string) => string>();

  get definitions(): number {
    return this.known.size;
  }

  add({ gherkinDocument, pickle, stepDefinition, testCase, undefinedParameterType }: Envelope): void {
    if (gherkinDocument) for (const step of stepsOf(gherkinDocument)) this.lines.set(step.id, step.location.line);
    if (pickle) {
      this.scenarios += 1;
      for (const { id, text, astNodeIds } of pickle.steps) {
        this.steps.set(id, { text, uri: pickle.uri, astNodeId: astNodeIds[0]! });
      }
    }
    if (stepDefinition) {
      const { id, pattern, sourceReference } = stepDefinition;
      this.known.set(id, { pattern: pattern.source, source: sourceReference, used: false });
    }
    if (undefinedParameterType) {
      const { name, expression } = undefinedParameterType;
      this.wrong.set(name, () => `PARAMETER_TYPE_UNKNOWN {${name}} in "${expression}"`);
    }
    for (const { pickleStepId, stepDefinitionIds } of testCase?.testSteps ?? []) {
      if (pickleStepId) this.match(pickleStepId, stepDefinitionIds ?? []);
    }
  }

  private match(pickleStepId: string, ids: readonly string[]): void {
    for (const id of ids) this.known.get(id)!.used = true;
    if (ids.length === 1) return;
    const { text, uri, astNodeId } = this.steps.get(pickleStepId)!;
    const what = ids.length ? 'STEP_AMBIGUOUS' : 'STEP_UNDEFINED';
    const patterns = ids.map((id) => `\n    ${this.known.get(id)!.pattern}`).join('');
    this.wrong.set(
      `${uri} ${astNodeId}`,
      (place) => `${place(uri)}:${this.lines.get(astNodeId)} ${what} ${text}${patterns}`,
    );
  }

  /** One line or a few for each problem; `place` makes a path readable. */
  problems(place: (uri: string) => string = (uri) => uri): string[] {
    const unused = [...this.known.values()].filter((definition) => !definition.used);
    return [
      ...[...this.wrong.values()].map((text) => text(place)),
      ...unused.map(
        ({ pattern, source }) => `${place(source.uri ?? '')}:${source.location?.line} STEP_UNUSED ${pattern}`,
      ),
      ...(this.scenarios ? [] : ['NO_SCENARIOS The profile `dry` selects nothing.']),
    ];
  }
}
