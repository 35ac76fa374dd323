import { type Section, data, note, para, section } from '../blocks.js';
import type { Context } from './context.js';

export function signOffSection(context: Context): Section {
  const { report } = context.input.settings;
  const same = report.preparedBy !== null && report.preparedBy === report.reviewedBy;
  return section('sign-off', '10', 'Sign-off', [
    para('Signing here concerns the evidence with this id and no other: ', data(context.input.evidenceId), '.'),
    ...(same ? [note('Preparer and reviewer are the same person.')] : []),
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
  ]);
}
