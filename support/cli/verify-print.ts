import { draftNote, modifiedText, type Verification } from '../evidence';
import { counted } from './output';
import { fitted, printed as pc } from './terminal';

const mostShown = 40;
type Facts = NonNullable<Verification['manifest']>;

/** A verification, for people. */
export function verificationLines(verification: Verification): string[] {
  const { valid, problems, pack, manifest } = verification;
  const head = valid ? pc.green(pc.bold('valid')) : pc.red(pc.bold('NOT VALID'));
  return [
    `${head}  ${pack.file}`,
    ...problems.slice(0, mostShown).map((problem) => `  ${pc.red('✕')} ${fitted(problem)}`),
    ...(problems.length > mostShown ? [`  and ${problems.length - mostShown} more`] : []),
    row('pack', `${(pack.size / 1e6).toFixed(1)} MB, ${counted(pack.members, 'file')}, SHA-256 ${pack.sha256}`),
    row('manifest', pack.manifestSha256 ? `SHA-256 ${pack.manifestSha256}` : 'none'),
    ...(manifest ? contents(verification, manifest) : []),
    ...list('shows', verification.shows),
    ...list('shows not', verification.showsNot),
  ];
}

function contents(verification: Verification, manifest: Facts): string[] {
  const { kind, signer, subject, notes, runs } = manifest;
  const { signOff } = verification;
  const second =
    signOff?.secondPerson && `; ${signOff.secondPerson.name}, ${signOff.secondPerson.role}, ${signOff.secondPerson.at}`;
  return [
    row('is', `${kind}, ${signer ? 'signed' : 'not signed'}, of the ${subject.kind} ${subject.name}`),
    ...[...draftNote(manifest), ...notes].map((note) => row('', pc.yellow(`! ${note}`))),
    ...signatureLines(verification),
    row(
      'sign-off',
      signOff ? `${signOff.name}, ${signOff.role}, ${signOff.at}${second ?? ''}: ${signOff.statement}` : 'none',
    ),
    ...(signOff?.released ?? []).map(({ file, shows }) => row('', `released ${file}: ${shows}`)),
    ...runs.flatMap(runLines),
    row('results', counts(verification.totals ?? {})),
    row('grades', counts(verification.grades ?? {})),
    ...assumptionLines(verification.assumptions ?? []),
    ...redactionLines(verification.redactions ?? []),
    ...manifest.leftOut.map(({ name, reason }, index) => row(index === 0 ? 'left out' : '', `${name}: ${reason}`)),
  ];
}

function signatureLines({ signature }: Verification): string[] {
  if (!signature || signature.state === 'none') return [row('signature', 'none')];
  const [own, ...issuers] = signature.chain;
  const text = signature.state === 'valid' ? 'valid' : pc.red('not valid');
  return [
    row('signature', `${text}, ${signature.scheme ?? 'of an unknown scheme'}`),
    ...(own
      ? [row('signed by', own.subject), row('', `certificate ${own.fingerprint}, valid ${own.from} to ${own.to}`)]
      : []),
    ...issuers.map(({ subject }) => row('', `issued by ${subject}`)),
    ...signature.remarks.map((remark) => row('', `! ${remark}`)),
  ];
}

function runLines({
  run,
  participant,
  systemUnderTest,
  harness,
  stage,
  release,
  dip,
  started,
  ended,
}: Facts['runs'][number]) {
  const components = systemUnderTest.components.map(({ name, version }) => `${name} ${version}`).join(', ');
  const who = participant.bundled
    ? 'bundled reference participant, no evidence of any system'
    : 'a participant of its own';
  return [
    row('run', `${run}: ${stage}, release ${release}, DIP ${dip}, ${started} to ${ended}`),
    row('', `${participant.name} (${who}) as ${participant.roles.join(', ')}`),
    row('', `system under test: ${systemUnderTest.name}${components && ` (${components})`}`),
    row(
      '',
      `harness ${harness.version}, commit ${harness.commit ?? 'not known'}, scenario set ${harness.scenarioSet.slice(0, 16)}…, ${modifiedText(harness)} (by its own word)`,
    ),
  ];
}

function assumptionLines(all: NonNullable<Verification['assumptions']>): string[] {
  const touching = all.filter(({ touched }) => touched > 0);
  if (touching.length === 0) return [row('assumptions', 'none that touched a verdict')];
  return touching.map(({ id, value, state, touched }, index) =>
    row(index === 0 ? 'assumptions' : '', `${id} = ${value}: ${state}; touched ${counted(touched, 'scenario')}`),
  );
}

function redactionLines(all: NonNullable<Verification['redactions']>): string[] {
  if (all.length === 0) return [row('redacted', 'no record of it')];
  return all.flatMap(({ run, struck }, index) => {
    const label = index === 0 ? 'redacted' : '';
    if (struck.length === 0) return [row(label, `${run}: nothing`)];
    return struck.map(({ rule, treatment, values, lines }, at) =>
      row(
        at === 0 ? label : '',
        `${run}: ${rule}, ${treatment}: ${counted(values, 'value')} in ${counted(lines, 'line')}`,
      ),
    );
  });
}

const counts = (all: Record<string, number>) =>
  Object.entries(all)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ') || 'none';

const row = (label: string, text: string) => `  ${pc.dim(label.padEnd(12))} ${fitted(text)}`;

const list = (label: string, all: readonly string[]) => all.map((text, index) => row(index === 0 ? label : '', text));
