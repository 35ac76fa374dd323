import { SettingsError } from './settings/errors.js';
import { showUnseen } from './store/csv.js';
import { decideStub } from './store/decide-stub.js';
import { readManifest } from './store/pack-folder.js';
import { countWords, reconcileList } from './store/reconcile-list.js';
import { sampleSheet } from './store/sample-sheet.js';
import { resultWords, writeNew } from './store/sheet.js';
import { signOffPack } from './store/signoff.js';
import { type Arguments, neededText, packIn, textOf, textsOf } from './terminal/arguments.js';

/** What a command prints, and its exit code. */
export interface Said {
  readonly text: string;
  readonly code: number;
}

/** Rows or entries that one side alone has: for a person to look into. */
const DIFFERENCES = 3;
const DEFAULT_SAMPLE = '25';

/** A decisions file to fill in, printed or written to a new file. */
export async function decideCommand(given: Arguments): Promise<Said> {
  const folder = packIn('decide', given);
  const queries = textsOf(given, 'query').map((id) => id.toUpperCase());
  const stub = await decideStub(folder, { queries });
  const { files } = await readManifest(folder);
  const unknown = queries.find((id) => !files.some(({ path }) => path === `queries/${id}.sql`));
  if (unknown !== undefined) throw new SettingsError(`query: ${JSON.stringify(showUnseen(unknown.slice(0, 60)))} is not in this pack.`);
  const output = textOf(given, 'output');
  if (output === null) return { text: stub, code: 0 };
  await writeNew(output, folder, stub);
  return { text: `${output} is written; fill it in, and put it where decisions-file looks: .github/cloudtrail-evidence-decisions.yml`, code: 0 };
}

/** Rows for the auditor to test. */
export async function sampleCommand(given: Arguments): Promise<Said> {
  const folder = packIn('sample', given);
  const size = textOf(given, 'n') ?? DEFAULT_SAMPLE;
  const seed = neededText(given, 'seed', 'choose one yourself, such as a number, and keep it with the sample');
  const { rows, drawn, path, sha256 } = await sampleSheet(folder, { query: queryIn(given), seed, size: /^\d{1,9}$/.test(size) ? Number(size) : NaN, output: textOf(given, 'output') });
  return {
    code: 0,
    text: table([
      ['Sheet', path],
      ['Drawn', `${drawn} of ${rows.result.rows} rows of ${rows.result.id}, seed ${seed}`],
      ['Result', resultWords(rows.result)],
      ['Evidence id', rows.evidenceId],
      ['Manifest', `SHA-256 ${rows.manifestSha256}`],
      ['This sheet', `SHA-256 ${sha256}; the same pack, query, seed and number give the same again`],
    ]),
  };
}

/** A population against somebody's own list. */
export async function reconcileCommand(given: Arguments): Promise<Said> {
  const folder = packIn('reconcile', given);
  const list = neededText(given, 'list', 'name a CSV file');
  const { rows, counts, path } = await reconcileList(folder, { query: queryIn(given), list, keys: textsOf(given, 'key'), output: textOf(given, 'output') });
  return {
    code: counts.onlyInCloudTrail + counts.onlyInList === 0 ? 0 : DIFFERENCES,
    text: table([...countWords(counts), ['Result in the pack', resultWords(rows.result)], ['Evidence id', rows.evidenceId], ['Manifest', `SHA-256 ${rows.manifestSha256}`], ['All of them', path]]),
  };
}

/** A person's word on a pack. `today`: UTC day. */
export async function signoffCommand(given: Arguments, today: string): Promise<Said> {
  const folder = packIn('signoff', given);
  const texts = { name: textOf(given, 'name') ?? '', role: textOf(given, 'role') ?? '', statement: textOf(given, 'statement') ?? '' };
  const { path, signOff, exceptions, preliminary, ownPreparer } = await signOffPack(folder, { ...texts, signedOn: today, replace: given.values['replace'] === true });
  return {
    code: 0,
    text: [
      table([
        ['Signed off', path],
        ['By', `${signOff.name}, ${signOff.role}, on ${signOff.signedOn}`],
        ['Evidence id', signOff.evidenceId],
        ['Manifest', `SHA-256 ${signOff.manifestSha256}`],
        ['Exceptions', `${exceptions.total}, of which ${exceptions.undecided} undecided`],
      ]),
      ...(preliminary ? ['This pack is preliminary: its period was still open when it was made.'] : []),
      ...(ownPreparer === null ? [] : ['Preparer and reviewer are the same person: the settings of the run name the signer as preparer. The next report says so.']),
    ].join('\n'),
  };
}

function queryIn(given: Arguments): string {
  return neededText(given, 'query', 'name a query of the pack, such as IAM-01').trim().toUpperCase();
}

/** Names to the left, values beside them. */
function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, value]) => name.padEnd(width) + value).join('\n');
}
