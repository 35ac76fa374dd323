import type { RunFacts } from '../evidence/run-facts.js';
import { RESULT_WORDS, type QueryResult } from '../evidence/result.js';
import type { Trend } from '../evidence/trend.js';
import type { Framework } from '../pack/framework.js';
import type { FilesSummary, QuerySection } from '../report/input.js';
import { markdownBlock, markdownWords } from '../report/markdown-text.js';
import { reperformCommand } from '../report/sections/use.js';
import { count, counted, instants } from '../report/wording.js';
import type { Settings } from '../settings/settings.js';

export interface ReadmeInput {
  readonly facts: RunFacts;
  readonly settings: Settings;
  readonly preliminary: boolean;
  readonly evidenceId: string;
  readonly trend: Trend;
  readonly files: FilesSummary;
  readonly frameworks: readonly Framework[];
  readonly sections: readonly Pick<QuerySection, 'query' | 'result'>[];
  /** True when a result is incomplete or failed, or exceptions stand over incomplete coverage. */
  readonly incomplete: boolean;
  /** Paths of the reports in the pack. */
  readonly reports: readonly string[];
  /** Why PDFs are missing; null when none is. */
  readonly pdfProblem: string | null;
}

/** The README.md of a pack: our own words, counts and ids; nothing that was written in a log. */
export function packReadme(input: ReadmeInput): string {
  const parts = [
    `# Evidence from CloudTrail, ${markdownWords(input.settings.period.label)}`,
    introduction(input),
    '## Results at a glance',
    status(input),
    resultsTable(input),
    ...ownPart(input),
    ...switchedOff(input),
    '## How to verify',
    howToVerify(input),
    '## How to re-perform',
    howToReperform(input),
    '## Files',
    fileMap(input),
    '## Handling',
    HANDLING,
  ];
  return `${parts.join('\n\n')}\n`;
}

function introduction({ facts, settings, frameworks, evidenceId }: ReadmeInput): string {
  return [
    `This folder is an evidence pack: what the AWS CloudTrail logs of ${settings.report.entity === null ? 'the accounts in scope' : markdownWords(settings.report.entity)} show for ` +
      `${joinedTitles(frameworks)}, with every row, the SQL that was run, and a hash over each file. ` +
      'It says what was examined and what was noted. It does not say that anything or anyone complies.',
    table(['', ''], [
      ['Period', instants(settings.period)],
      ['Evidence id', `\`${evidenceId}\``],
      // Without who ran it, who stands in run.json: this page is committed where rows and names are not.
      ['Written', `${facts.generatedAt} by ${facts.tool.name} ${markdownWords(facts.tool.version)}, ${markdownWords(facts.engineVersion)}`],
    ]),
  ].join('\n\n');
}

function joinedTitles(frameworks: readonly Framework[]): string {
  return frameworks.map((framework) => markdownWords(framework.shortTitle)).join(' and ');
}

function status({ preliminary, incomplete, files, pdfProblem }: ReadmeInput): string {
  const lines = [
    ...(preliminary ? ['**Preliminary:** the period was still open, or had only just ended, when this pack was written. Logs may have arrived since.'] : []),
    incomplete
      ? '**Incomplete:** some results rest on logs that are not fully accounted for, or on a log table that lacks a column they need, or a query did not run to its end or failed its self-test. The reports name the accounts, regions, days and columns.'
      : 'No result in this pack is incomplete. What was not collected or not evaluated is named in the table.',
    `Log files: ${count(files.read)} read, ${count(files.notRead.length)} could not be read${outside(files)}`,
    ...(pdfProblem === null ? [] : [`**PDF reports are missing:** ${markdownWords(pdfProblem)} The Markdown reports say the same.`]),
  ];
  return lines.join('\n\n');
}

function outside({ outsideWindow, onlyWindowListed }: FilesSummary): string {
  const counted = onlyWindowListed && outsideWindow === 0 ? '' : `, ${count(outsideWindow)} outside the window`;
  return `${counted}. Each is listed in \`integrity.json\`.${onlyWindowListed ? ' What S3 holds of other days was not listed.' : ''}`;
}

function resultsTable({ sections }: ReadmeInput): string {
  const sorted = [...sections].sort((a, b) => (a.query.id < b.query.id ? -1 : 1));
  return table(
    ['Query', 'Title', 'Result', 'Rows', 'Exceptions'],
    sorted.map(({ query, result }) => [query.id, `${markdownWords(query.title)}${query.own ? ' (own)' : ''}`, RESULT_WORDS[result.result], count(result.rows), exceptions(result)]),
    [3, 4],
  );
}

/** What is the user's own, by its hash. */
function ownPart({ sections, frameworks }: ReadmeInput): readonly string[] {
  const queries = sections.filter(({ query }) => query.own).map(({ query }) => [query.id, `\`${query.path}\``, `\`${query.sha256}\``]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
  const named = frameworks.filter(({ own }) => own).map(({ name, shortTitle, sha256 }) => [markdownWords(shortTitle), `\`frameworks/${name}.yml\``, `\`${sha256}\``]);
  if (queries.length + named.length === 0) return [];
  return ['Marked (own): written by management, not part of cloudtrail-evidence, which checks the form and does not answer for the question.', table(['Own', 'File', 'SHA-256'], [...queries, ...named])];
}

/** In the order of the table. */
function switchedOff({ settings: { queriesOff } }: ReadmeInput): readonly string[] {
  if (queriesOff.length === 0) return [];
  const lines = [...queriesOff].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id, reason }) => `- ${id}: ${markdownWords(reason)}`);
  return [`Switched off by management in the settings file, and not run:\n\n${lines.join('\n')}`];
}

function exceptions({ expect, exceptions: { total, decided, undecided } }: QueryResult): string {
  if (expect !== 'none') return '';
  return total === 0 ? '0' : `${count(total)} (${count(decided)} decided, ${count(undecided)} undecided)`;
}

function howToVerify({ evidenceId }: ReadmeInput): string {
  return [
    'From inside this folder. The first command needs nothing of ours:',
    markdownBlock('sha256sum -c SHA256SUMS\ncloudtrail-evidence verify .', 'sh'),
    `The second also looks for files that do not belong, counts the rows again and prints the evidence id, which must be \`${evidenceId}\`. It names each changed, missing or added file and then exits with 5.`,
    'The evidence id is the SHA-256 of the lines of `SHA256SUMS` that stand for `results/`, `queries/`, `coverage.csv`, `exceptions.csv`, `decisions.json` and `results.json`. Hashes show that files are unchanged since the manifest was written. ' +
      'They do not show who wrote it: compare the evidence id with one kept elsewhere, in version control or in the next pack, whose manifest holds the hash of this one.',
  ].join('\n\n');
}

function howToReperform({ settings, facts, trend }: ReadmeInput): string {
  return [
    `With a copy of the same logs, version ${markdownWords(facts.tool.version)} of the program and the settings in \`run.json\`:`,
    markdownBlock(reperformCommand(settings, trend.previous), 'sh'),
    'In the program’s own folder, `cloudtrail-evidence` is written `node dist/cli.js`. The same logs, period, settings, decisions and version give the same evidence id on any machine. `queries/` holds the SQL of each question, `engine/` the SQL that builds its `events` table from log records.',
  ].join('\n\n');
}

function fileMap({ reports, settings }: ReadmeInput): string {
  return table(['File', 'What it holds'], [
    ...reports.map((path) => [`\`${path}\``, 'A report: the same numbers in Markdown and in PDF']),
    ['`results/<ID>.csv`', 'Every row of a query, safe to open in a spreadsheet'],
    ['`results/<ID>.jsonl`', 'Every row, exact values'],
    ['`queries/<ID>.sql`', 'The query with its lists written in'],
    ['`results.json`', 'The result of every query, with reasons and counts'],
    ['`coverage.csv`', 'Where and when the logs are accounted for; `to_day` is the first day after'],
    ['`exceptions.csv`', 'Each exception by its id, and how it stands: undecided, decided, or by a decision that has expired'],
    ['`decisions.json`', 'What control owners decided of exceptions, by whom and until when. A decision removes no row and changes no result'],
    ['`run.json`, `engine/`', 'When, by whom, with what settings and SQL'],
    ['`integrity.json`', `Every log file and digest found, and what became of it; log files ${settings.athena === null ? 'are compared with the hashes in digests' : 'were read by Athena and not hashed'}. Digest signatures are not validated`],
    ['`trend.json`', 'What changed since the previous pack, which it names by the hash of its manifest'],
    ...(settings.selfTest ? [['`self-test.json`', 'What each query did with its own test events before the pack was written']] : []),
    ['`manifest.json`, `SHA256SUMS`', 'Every file with its size and hash'],
  ]);
}

const HANDLING = [
  'Rows and reports hold personal data as AWS logged it: names, addresses, resource names. Give them to those who need them for the examination, and no longer than they need them.',
  'Text in the rows was written by whoever called AWS. The CSV files are made for spreadsheets: a cell that could start a formula begins with `\'` (also after a `;`), a line break is `⏎`, ' +
    `a character that cannot be seen is shown by its code point, such as \`⟨U+202E⟩\`, and text over ${counted(32_767, 'character')} is shortened. NULL is an empty field, the empty text is \`""\`. ` +
    'The JSONL files hold the exact values: use those to compare and to compute.',
].join('\n\n');

function table(head: readonly string[], rows: readonly (readonly string[])[], numbers: readonly number[] = []): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (numbers.includes(index) ? '---:' : '---'))), ...rows.map(line)].join('\n');
}
