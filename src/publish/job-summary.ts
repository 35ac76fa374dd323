import Handlebars from 'handlebars';
import { RESULT_WORDS, RESULTS, type Result } from '../evidence/result.js';
import { markdownWords } from '../report/markdown-text.js';
import { size, usd } from '../settings/amounts.js';
import type { Period } from '../settings/period.js';
import type { Artifact, Published, PublishedRun } from './outputs.js';

/** Far below what GitHub shows of a step (1 MiB); a summary is for a glance. */
export const MAX_SUMMARY_BYTES = 10_000;

export interface SummaryInput {
  readonly run: PublishedRun;
  readonly published: Published;
  readonly period: Period;
  readonly preliminary: boolean;
  /** "DuckDB v1.5.6" or the like. */
  readonly engine: string;
  readonly runUrl: string | null;
}

/** Results a person should look at, in the order to do so. */
const FOR_A_PERSON: readonly Result[] = ['failed', 'exceptions', 'incomplete', 'not-evaluated', 'not-collected'];

/** The job summary as Markdown: counts, fixed words and our own links. Text from events has no way in: a query is named by its id alone. */
export function jobSummary(template: string, { run, published, period, preliminary, engine, runUrl }: SummaryInput): string {
  const { results, verdict, spending } = run;
  const render = environment().compile<object>(template, { strict: true, noEscape: true, preventIndent: true });
  const text = render({
    period, preliminary, engine, runUrl,
    incomplete: verdict.incomplete,
    undecided: verdict.undecidedExceptions,
    queries: results.length,
    counts: RESULTS.map((result) => ({ words: RESULT_WORDS[result], count: results.filter((each) => each.result === result).length })).filter(({ count }) => count > 0),
    look: FOR_A_PERSON.map((result) => ({ words: RESULT_WORDS[result], ids: results.filter((each) => each.result === result).map(named).join(', ') })).filter(({ ids }) => ids !== ''),
    exceptions: results.reduce((sum, { exceptions }) => sum + exceptions.total, 0),
    links: [published.zip, ...published.pdfs].filter((artifact): artifact is Artifact => artifact !== null).map(({ name, url, bytes }) => ({ name, url, size: size(bytes) })),
    problems: [run.pdfProblem, published.problem].filter((problem) => problem !== null),
    spending: spending === null ? null : { scanned: size(spending.bytesScanned), cost: usd(spending.costUsd), statements: spending.executions.length },
    evidenceId: run.evidenceId,
    manifestSha256: run.manifestSha256,
  });
  if (Buffer.byteLength(text) > MAX_SUMMARY_BYTES) throw new Error(`The job summary has ${Buffer.byteLength(text)} bytes, and may have ${MAX_SUMMARY_BYTES}.`);
  return text;
}

function environment(): typeof Handlebars {
  const own = Handlebars.create();
  own.registerHelper({ words: (text: string) => markdownWords(text) });
  return own;
}

/** `ROOT-01 (3)`: an id of the pack and how many exceptions. */
function named({ id, exceptions }: PublishedRun['results'][number]): string {
  return exceptions.total > 0 ? `${id} (${exceptions.total})` : id;
}
