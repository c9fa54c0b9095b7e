/** What is wrong in a feature file, where, and what to write instead. */
export interface Finding {
  /** Relative to the project, with `/`. */
  file: string;
  line: number;
  code: LintCode;
  text: string;
  fix: string;
}

export type LintCode =
  | 'SYNTAX'
  | 'NO_FEATURES'
  | 'ID_MISSING'
  | 'ID_MANY'
  | 'ID_FORM'
  | 'ID_WORD'
  | 'ID_MISPLACED'
  | 'ID_REUSED'
  | 'TAG_UNKNOWN'
  | 'TAG_MISSING'
  | 'TAG_MANY'
  | 'THEME_FOLDER'
  | 'CASE_MISSING'
  | 'CASE_REUSED'
  | 'LIMIT_NUMBER'
  | 'OFF_DIP_ROW'
  | 'THEN_MISSING';

export type Report = (line: number, code: LintCode, text: string, fix: string) => void;

export function formatFinding(finding: Finding): string {
  return `${finding.file}:${finding.line} ${finding.code} ${finding.text}\n    ${finding.fix}`;
}
