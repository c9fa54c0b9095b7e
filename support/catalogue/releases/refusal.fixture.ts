import assert from 'node:assert/strict';
import { QualifyError } from '../../errors';
import { importRelease } from '.';

/** What an import of the fixture says after an edit: code, text and place in one. */
export async function refusal(path: string, id = '9.9'): Promise<string> {
  try {
    await importRelease(path, id);
  } catch (error) {
    assert.ok(error instanceof QualifyError, String(error));
    assert.doesNotMatch(error.message + error.fix, /\{\w+\}/);
    return `${error.code} ${error.message} at ${error.place ?? ''}. ${error.fix}`;
  }
  return 'imported';
}
