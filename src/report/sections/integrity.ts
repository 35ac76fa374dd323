import type { Section } from '../blocks.js';
import { ALL_ROWS, data, line, para, section, table } from '../blocks.js';
import { count, counted } from '../wording.js';
import type { Context } from './context.js';

/** Hashes of a whole pack of queries in print; the Markdown points to SHA256SUMS sooner. */
const FILE_CAPS = { page: 500, text: 25 } as const;

export function integrityAppendix(context: Context): Section {
  return section('appendix-d', 'D', 'Integrity', [], { sections: [proves(context), evidence(context), notRead(context)] });
}

function proves(context: Context): Section {
  // Athena reads the objects itself: this program sees their records, not their bytes.
  const hashes = context.input.settings.athena === null;
  return section('integrity-proves', 'D.1', 'What each layer proves and does not prove', [
    table(line('Layers of integrity in this version'), [['Layer', 24], ['Shows', 36], ['Does not show', 40]], [
      [line('SHA-256 of each file, SHA256SUMS'), line('A file of the pack is the one that was hashed'), line('Who wrote the pack. Whoever can change a file can write a new sum beside it')],
      [line('Evidence id'), line('Two packs hold the same evidence; a re-performed run gave the same'), line('That the logs are those AWS delivered')],
      [line('Digests read as lists'), line(`Log files that digests list are in the archive${hashes ? ', with the hashes they give' : ''}; on a silent day they list none`), line(`That the digests are AWS’s: signatures are not validated in this version${hashes ? '' : '. That log files have the hashes digests give: Athena read them, and their bytes were not hashed'}`)],
      [line('Control totals'), line('No record read was lost on the way to the queries'), line('That every record was delivered or that logging covered everything')],
      [line('Signature over the pack'), line('Nothing: not part of this version'), line('Who made the pack, or stands by it: no person’s or service’s signature is on it')],
    ], { caps: ALL_ROWS }),
  ], { level: 3 });
}

function evidence(context: Context): Section {
  const { evidenceFiles, evidenceId } = context.input;
  const bytes = evidenceFiles.reduce((sum, file) => sum + file.bytes, 0);
  return section('integrity-files', 'D.2', 'Files of the evidence', [
    para(`${counted(evidenceFiles.length, 'file')}, ${counted(bytes, 'byte')}. The evidence id is the SHA-256 of the lines “hash, two spaces, path, line feed”, sorted by path: `, data(evidenceId), '. Files of the evidence are results/, queries/, results.json, coverage.csv, exceptions.csv and decisions.json. SHA256SUMS holds the pack’s other files too; the evidence id does not cover them: engine/, the reports, and what tells of the run.'),
    table(line('Evidence files'), [['Path', 32], ['Bytes', 10, 'numeric'], ['SHA-256', 58]],
      evidenceFiles.map((file) => [line(file.path), line(count(file.bytes)), line(data(file.sha256))]), { caps: FILE_CAPS, rest: line('all of them: SHA256SUMS'), dense: true }),
  ], { level: 3 });
}

function notRead(context: Context): Section {
  const { notRead: files, read } = context.input.files;
  return section('integrity-not-read', 'D.3', 'Log files that were not read', files.length === 0
    ? [para(`None. ${read === 1 ? 'The one log file' : `All ${count(read)} log files`} delivered in the period and right around it ${read === 1 ? 'was' : 'were'} read.`)]
    : [
      para(`${counted(files.length, 'file')} of ${count(files.length + read)} delivered in the period and right around it could not be used. Their days are not accounted for.`),
      table(line('Log files that were not read'), [['Log object', 56], ['Reason', 18], ['Detail', 26]],
        files.map((file) => [line(data(file.key)), line(file.reason), line(data(file.detail))]), { rest: line('all of them: integrity.json'), dense: true }),
    ], { level: 3 });
}
