import type { PackReview } from '../../evidence/pack-review.js';
import { samePerson, type SignOff } from '../../evidence/sign-off.js';
import { type Block, type Line, type Section, alert, code, data, facts, line, note, para, section, strong } from '../blocks.js';
import type { Context } from './context.js';

const SAME = 'Preparer and reviewer are the same person';

export function signOffSection(context: Context): Section {
  const { report } = context.input.settings;
  return section('sign-off', '10', 'Sign-off', [
    para('Signing here concerns the evidence with this id and no other: ', data(context.input.evidenceId), '.'),
    ...(samePerson(report.preparedBy, report.reviewedBy) ? [note(`${SAME}.`)] : []),
    {
      kind: 'fields',
      rows: [
        { label: 'Prepared by (management)', name: report.preparedBy ?? '', wet: true },
        { label: `Reviewed by (management)${report.reviewedBy === null ? ' (not reviewed when printed)' : ''}`, name: report.reviewedBy ?? '', wet: true },
        { label: 'Received by (auditor)', name: '', wet: true },
      ],
    },
    para('A reviewer’s conclusion, where there is one:'),
    { kind: 'fields', rows: [{ label: 'Conclusion', name: '', wet: false }] },
  ], { sections: [inTheFolder(), previousPack(context)] });
}

function inTheFolder(): Section {
  return section('sign-off-file', '10.1', 'Sign-off in the pack’s folder', [
    para('A pack can be signed off on paper, or with a file, signoff.json. The file names the evidence id and the hash of the manifest, so it belongs to this pack alone; “verify” checks that it does. A report is made before its pack is signed off, so the sign-off is printed in the report of the next pack.'),
    code('cloudtrail-evidence signoff . --name <name> --role <role> --statement <what is said>', 'sh'),
  ], { level: 3 });
}

/** What a reader of this report cannot see in it otherwise: who stood up for the pack before. */
function previousPack({ input }: Context): Section {
  const { previous } = input.trend;
  const blocks = previous === null ? [para('There is no previous pack.')] : [
    para('The previous pack is ', data(previous.label), '. What was known of it when this report was made:'),
    ...signature(input),
    ...review(input),
    ...sameBefore(input),
  ];
  return section('sign-off-previous', '10.2', 'Sign-off and review of the previous pack', blocks, { level: 3 });
}

function signature({ previousSignOff }: Context['input']): readonly Block[] {
  if (previousSignOff?.signOff) return [facts(['Sign-off', 'As it stands in signoff.json'], signOffFacts(previousSignOff.signOff))];
  if (previousSignOff?.problem) return [alert(`The file signoff.json beside its manifest ${previousSignOff.problem}. It counts as `, strong('not signed off'), '.')];
  return [para('It was ', strong('not signed off'), ': no signoff.json stood beside its manifest.')];
}

function signOffFacts({ name, role, statement, signedOn, evidenceId, manifestSha256 }: SignOff): Parameters<typeof facts>[1] {
  return [
    ['Signed by', line(`${name}, ${role}`)],
    ['Signed on', line(signedOn)],
    ['Statement', statement.split('\n').map((each): Line => line(each))],
    ['Evidence id signed', line(data(evidenceId), ', which is that pack’s')],
    ['Manifest signed', line('SHA-256 ', data(manifestSha256), ', which is that pack’s')],
  ];
}

function review({ previousReview }: Context['input']): readonly Block[] {
  if (previousReview === null) return [para('No merged pull request of it is known to this run. A run on a person’s machine, or without leave to read pull requests, does not look for one.')];
  return [facts(['Review', 'As GitHub told it'], reviewFacts(previousReview))];
}

function reviewFacts({ pullRequest, url, mergedBy, mergedAt, approvals }: PackReview): Parameters<typeof facts>[1] {
  return [
    ['Pull request', line(`${pullRequest}, `, data(url))],
    ['Approved by', approvals.length === 0 ? line(strong('nobody'), ': it was merged without an approval') : approvals.map(({ login, at }) => line(data(login), `, ${at}`))],
    ['Merged by', line(...(mergedBy === null ? ['not told'] : [data(mergedBy)]), `, ${mergedAt}`)],
  ];
}

/** The preparer is the one this run's settings name: those of the previous run are not read. */
function sameBefore({ settings, previousSignOff, previousReview }: Context['input']): readonly Block[] {
  const { preparedBy } = settings.report;
  const signer = previousSignOff?.signOff?.name ?? null;
  const approver = previousReview?.approvals.find(({ login }) => samePerson(login, preparedBy))?.login ?? null;
  return [
    ...(samePerson(signer, preparedBy) ? [note(`${SAME}: who signed is named as preparer in this run’s settings.`)] : []),
    ...(approver === null ? [] : [note(`${SAME}: `, data(approver), ' approved, and is named as preparer in this run’s settings.')]),
    ...(approver === null && previousReview !== null && samePerson(previousReview.mergedBy, preparedBy) ? [note(`${SAME}: who merged it is named as preparer in this run’s settings.`)] : []),
  ];
}
