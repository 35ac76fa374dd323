import { isSwitchedOff } from '../evidence/judge.js';
import type { QueryResult, Result } from '../evidence/result.js';
import { REASON_WORDS, RESULT_WORDS } from '../evidence/result.js';
import type { Framework } from '../pack/framework.js';
import { count } from '../report/wording.js';
import { EVIDENCE } from './git-tree.js';
import { cut, marked, type Marked, MAX_BODY, renderMarkdown } from './markdown-template.js';
import type { PackFacts } from './pack-facts.js';
import type { PackFiles } from './pack-files.js';

/** Where a reader finds what a text speaks of. Addresses are made of ids and of the repository's own. */
export interface Link {
  readonly name: string;
  readonly url: string;
}

export interface TextInput {
  readonly facts: PackFacts;
  /** Of each query, as the pack of queries has it. */
  readonly titles: ReadonlyMap<string, string>;
  readonly incomplete: boolean;
  readonly preliminary: boolean;
  readonly evidenceId: string;
  /** Path of the file in which exceptions are decided on. */
  readonly decisionsFile: string;
  readonly links: readonly Link[];
}

/** The templates this room renders, by name. */
export type Templates = Readonly<Record<'pull-request' | 'issue' | 'pack-summary', string>>;

/** An issue is for a glance. */
const IDS_NAMED = { pullRequest: 200, issue: 100 } as const;
const TREND_LINES = 100;
const REST = 'The rest does not fit here. All of it is in the pack.';

export function pullRequestText(template: string, input: TextInput): Marked {
  const text = renderMarkdown(template, { ...shared(input), trend: input.facts.trend.slice(0, TREND_LINES), exceptions: undecidedView(input, input.facts.results, IDS_NAMED.pullRequest) });
  return fitted(`pull-request ${input.facts.period.label}`, text);
}

export function pullRequestTitle({ facts, incomplete }: TextInput): string {
  return `Evidence from CloudTrail: ${facts.period.label} (${standing(facts.results, incomplete)})`;
}

export interface IssueText extends Marked {
  readonly title: string;
  /** Exceptions that nobody has decided on. */
  readonly undecided: number;
}

/** Of the queries that serve one framework. */
export function issueText(template: string, input: TextInput, framework: Framework): IssueText {
  const served = new Set(framework.criteria.flatMap(({ queries }) => queries.map(({ id }) => id)));
  const results = input.facts.results.filter(({ id }) => served.has(id));
  const lacking = results.filter(({ result, reasons, coverage }) => (WITHOUT_ANSWER.includes(result) && !isSwitchedOff({ reasons })) || (result === 'exceptions' && Object.values(coverage).includes('incomplete')));
  const text = renderMarkdown(template, {
    ...shared({ ...input, facts: { ...input.facts, results } }),
    framework: framework.shortTitle,
    exceptions: undecidedView(input, results, IDS_NAMED.issue),
    lacking: lacking.map(({ id, result, reasons }) => ({ id, title: input.titles.get(id) ?? '', words: RESULT_WORDS[result], reasons: [...new Set(reasons.map(({ code }) => REASON_WORDS[code]))].join('; ') })),
  });
  const { undecided } = tally(results);
  return { ...fitted(`issue ${framework.name} ${input.facts.period.label}`, text), undecided, title: `CloudTrail evidence, ${framework.shortTitle}, ${input.facts.period.label}: ${standing(results, lacking.some(({ result }) => result !== 'not-collected' && result !== 'not-evaluated'))}` };
}

const WITHOUT_ANSWER: readonly Result[] = ['failed', 'incomplete', 'not-collected', 'not-evaluated'];

/** The summary beside a committed pack, and what of the pack is not there. */
export function packSummary(template: string, input: TextInput, { folder, pack, manifestSha256 }: { readonly folder: string; readonly pack: PackFiles; readonly manifestSha256: string }): string {
  return renderMarkdown(template, { ...shared(input), folder, manifestSha256, files: pack.files.length, notCommitted: pack.notCommitted, tooLarge: pack.tooLarge.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })) });
}

function fitted(marker: string, text: string): Marked {
  const { body } = marked(marker, '');
  return marked(marker, cut(text, MAX_BODY - body.length, REST));
}

function shared({ facts, titles, incomplete, preliminary, evidenceId, decisionsFile, links }: TextInput): object {
  const exceptions = tally(facts.results);
  return {
    period: facts.period, incomplete, preliminary, evidenceId, decisionsFile, links,
    all: exceptions.total, decided: exceptions.decided, undecided: exceptions.undecided, expired: exceptions.expired,
    results: facts.results.map((result) => ({ id: result.id, title: titles.get(result.id) ?? '', words: RESULT_WORDS[result.result], rows: result.rows, exceptions: exceptionWords(result) })),
  };
}

function exceptionWords({ expect, exceptions: { total, decided, undecided } }: QueryResult): string {
  return expect !== 'none' || total === 0 ? '' : `${total} (${decided} decided, ${undecided} undecided)`;
}

/** `3 undecided, incomplete`. */
function standing(results: readonly QueryResult[], incomplete: boolean): string {
  const { total, undecided } = tally(results);
  const exceptions = total === 0 ? 'no exceptions' : undecided === 0 ? 'all decided' : `${undecided} undecided`;
  return incomplete ? `${exceptions}, incomplete` : exceptions;
}

export function tally(results: readonly QueryResult[]): QueryResult['exceptions'] {
  const sum = (of: keyof QueryResult['exceptions']): number => results.reduce((total, { exceptions }) => total + exceptions[of], 0);
  return { total: sum('total'), decided: sum('decided'), undecided: sum('undecided'), expired: sum('expired') };
}

/** Undecided exceptions by query, ids up to a number for all of them together. */
function undecidedView({ facts, titles }: TextInput, results: readonly QueryResult[], most: number): readonly object[] {
  let room = most;
  return results.filter(({ exceptions }) => exceptions.undecided > 0).map(({ id, exceptions: { undecided } }) => {
    const ids = (facts.undecided.get(id) ?? []).slice(0, room);
    room -= ids.length;
    const more = undecided - ids.length;
    return { id, title: titles.get(id) ?? '', undecided, ids: ids.map((each) => `\`${each}\``).join(', '), more: more === 0 ? '' : ids.length === 0 ? 'listed in exceptions.csv' : `and ${count(more)} more` };
  });
}

/** `evidence/2026-10`, as an address of one commit. */
export function folderLink(repositoryUrl: string, sha: string, folder: string): Link {
  return { name: `${EVIDENCE}/${folder}`, url: `${repositoryUrl}/tree/${sha}/${EVIDENCE}/${folder}` };
}
