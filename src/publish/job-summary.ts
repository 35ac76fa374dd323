import { isSwitchedOff } from '../evidence/judge.js';
import { RESULT_WORDS, RESULTS, type Result } from '../evidence/result.js';
import { size, usd } from '../settings/amounts.js';
import type { Period } from '../settings/period.js';
import { cut, renderMarkdown } from './markdown-template.js';
import type { Artifact, Published, PublishedRun } from './outputs.js';

/** Far below what GitHub shows of a step (1 MiB); a summary is for a glance. */
export const MAX_SUMMARY_BYTES = 10_000;

export interface SummaryInput {
  readonly run: PublishedRun;
  readonly published: Published;
  readonly period: Period;
  readonly preliminary: boolean;
  /** What changed since the previous pack, in sentences. */
  readonly trend: readonly string[];
  /** "DuckDB v1.5.6" or the like. */
  readonly engine: string;
  readonly runUrl: string | null;
}

/** Results a person should look at, in the order to do so. */
const FOR_A_PERSON: readonly Result[] = ['failed', 'exceptions', 'incomplete', 'not-evaluated', 'not-collected'];

/** Most that is shown of what has no end of its own. */
const TREND_LINES = 15;
const PROBLEMS = 10;
const PROBLEM_CHARACTERS = 400;

/** The job summary as Markdown: counts, fixed words and our own links. Text from events has no way in: a query is named by its id alone. */
export function jobSummary(template: string, input: SummaryInput): string {
  const text = render(template, input, TREND_LINES);
  // Where lists of ids fill it, what changed is left to the reports.
  return Buffer.byteLength(text) <= MAX_SUMMARY_BYTES ? text : fitted(render(template, input, 0));
}

function render(template: string, { run, published, period, preliminary, engine, runUrl, trend }: SummaryInput, trendLines: number): string {
  const { results, verdict, spending } = run;
  const problems = [run.pdfProblem, ...published.problems].filter((problem) => problem !== null);
  return renderMarkdown(template, {
    period, preliminary, engine, runUrl,
    incomplete: verdict.incomplete,
    undecided: verdict.undecidedExceptions,
    queries: results.length,
    counts: RESULTS.map((result) => ({ words: RESULT_WORDS[result], count: results.filter((each) => each.result === result).length })).filter(({ count }) => count > 0),
    look: FOR_A_PERSON.map((result) => ({ words: RESULT_WORDS[result], ids: results.filter((each) => each.result === result && !isSwitchedOff(each)).map(named).join(', ') })).filter(({ ids }) => ids !== ''),
    exceptions: results.reduce((sum, { exceptions }) => sum + exceptions.total, 0),
    trend: [...trend.slice(0, trendLines), ...(trend.length > trendLines ? ['The rest is in the reports and in trend.json.'] : [])],
    links: linksOf(published),
    problems: problems.slice(0, PROBLEMS).map((problem) => shortened(problem)),
    notes: published.notes.slice(0, PROBLEMS).map((note) => shortened(note)),
    spending: spending === null ? null : { scanned: size(spending.bytesScanned), cost: usd(spending.costUsd), statements: spending.executions.length },
    evidenceId: run.evidenceId,
    manifestSha256: run.manifestSha256,
  });
}

function linksOf({ zip, pdfs, commit, pullRequest, issues }: Published): readonly object[] {
  return [
    ...(pullRequest === null ? [] : [{ name: `Pull request ${pullRequest.number}`, url: pullRequest.url, about: 'for review' }]),
    ...issues.map(({ number, url, framework, state }) => ({ name: `Issue ${number}`, url, about: `${framework}, ${state}` })),
    ...(commit === null ? [] : [{ ...commit.link, about: commit.isNew ? 'committed' : 'stood there already' }]),
    ...[zip, ...pdfs].filter((artifact): artifact is Artifact => artifact !== null).map(({ name, url, bytes }) => ({ name, url, about: size(bytes) })),
  ];
}

function shortened(text: string): string {
  return text.length <= PROBLEM_CHARACTERS ? text : `${text.slice(0, PROBLEM_CHARACTERS)}…`;
}

/** Cut at a line, should all of it be too much. */
function fitted(text: string): string {
  let [shown, most] = [text, text.length];
  for (; Buffer.byteLength(shown) > MAX_SUMMARY_BYTES; most -= 100) shown = cut(text, most, 'The rest does not fit here; the reports have it.');
  return shown;
}

/** `ROOT-01 (3)`: an id of the pack and how many exceptions. */
function named({ id, exceptions }: PublishedRun['results'][number]): string {
  return exceptions.total > 0 ? `${id} (${exceptions.total})` : id;
}
