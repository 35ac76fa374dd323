import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Reason } from '../../src/evidence/result.js';
import type { ReportInput } from '../../src/report/input.js';
import { buildReport } from '../../src/report/view.js';
import type { QuerySelfTest, SelfTest } from '../../src/self-test/self-test.js';
import { elements, htmlTextOf, markdownIt, markdownText, type Product, product, textOf } from './documents.js';
import { HOSTILE, readBack } from './hostile.js';
import { sampleInput, sampleSection } from './sample-input.js';

let given: Product;
beforeAll(async () => {
  given = await product();
});

const hash = (digit: string): string => digit.repeat(64);
const right = (id: string): QuerySelfTest => ({ id, querySha256: hash('a'), casesSha256: hash('b'), fired: { cases: 4, right: 4 }, silent: { cases: 3, right: 3 }, wrong: [] });
const reason = (code: Reason['code']): Reason => ({ code, account: null, region: null, from: null, to: null });

/** SOC 2 over three queries, of which LOG-02 found nothing; `against` stands beside its result. */
function input(selfTest: SelfTest | null, against: Partial<ReportInput['sections'][number]['result']> = {}): ReportInput {
  const queries = given.queries.filter(({ id }) => ['LOG-02', 'IAM-01', 'ROOT-01'].includes(id));
  const sections = queries.map((query) => {
    const section = sampleSection(query, 0);
    if (query.id !== 'LOG-02') return section;
    return { ...section, rows: [], standings: [], result: { ...section.result, result: 'no-exceptions', reasons: [], rows: 0, exceptions: { total: 0, decided: 0, undecided: 0, expired: 0 }, ...against } as const };
  });
  return sampleInput(given.soc2, queries, { sections, selfTest });
}

function media(of: ReportInput): readonly string[] {
  const view = buildReport(of);
  return [markdownText(given.templates.markdown(view)), htmlTextOf(given.templates.html(view)).replace(/\s+/g, ' ')];
}

function expectSaid(of: ReportInput, words: string | RegExp): void {
  for (const text of media(of)) expect(text).toMatch(words);
}

const missed: QuerySelfTest = { ...right('LOG-02'), fired: { cases: 4, right: 3 }, wrong: [{ must: true, name: 'a trail is stopped', fault: 'missed' }] };
const returned: QuerySelfTest = { ...right('LOG-02'), silent: { cases: 3, right: 2 }, wrong: [{ must: false, name: 'a dry run', fault: 'returned' }] };
const tried = (log02: QuerySelfTest): SelfTest => ({ engine: 'duckdb', queries: [right('IAM-01'), log02, right('ROOT-01')] });

describe('the appendix on the self-test', () => {
  it('says of each query how many of its test events went as they must, with both hashes', () => {
    const sound = input(tried(right('LOG-02')));
    expectSaid(sound, '3 queries ran on 21 such events, on the engine of this run');
    expectSaid(sound, new RegExp(`LOG-02\\s+4 of 4\\s+3 of 3\\s+${hash('a')} ?; cases ${hash('b')}`));
    expectSaid(sound, 'Of its own test events it returned 4 of 4 that it must, and passed over 3 of 3 that it must not return: Appendix F.');
  });

  it('says what that shows, and what it does not', () => {
    expectSaid(input(tried(right('LOG-02'))), 'What this shows: the query of the file with this hash returns what it must of these events, and keeps silent on near misses. What it does not show: ');
  });

  it('leaves out queries of other frameworks, and names those that did not run', () => {
    const other = input({ engine: 'duckdb', queries: [right('IAM-01'), right('SHOP-01')] });
    for (const text of media(other)) expect(text).not.toContain('SHOP-01');
    expectSaid(other, 'Not run in this run, and so not tried: LOG-02, ROOT-01.');
  });

  it('says where it was not made, and how to make it', () => {
    expectSaid(input(null), /Self-test of the queries The self-test was not part of this run\. To have it in the next, run with --self-test \(in a workflow, self-test: true\); to make it alone, at any time, run: cloudtrail-evidence queries --self-test\./);
  });
});

describe('a query that misses what it must return', () => {
  const failing = (): ReportInput => input(tried(missed), { result: 'failed', reasons: [reason('self-test-missed')] });

  it('is on the cover, with no word that it did not run', () => {
    expectSaid(failing(), 'Query failed: 1 of 3 queries did not return what it must of its own test events: LOG-02; Appendix F tells which.');
    for (const text of media(failing())) expect(text).not.toMatch(/did not run to its end: |: \(a\) In the self-test/);
  });

  it('is said to have failed where its result stands', () => {
    expectSaid(failing(), /Query failed ?\. The query returned no rows\. In the self-test it did not return what it must of its own test events, so its rows may not be all, and no row does not mean no event\./);
    expectSaid(failing(), 'In the self-test, this query did not return what it must of its own test events.');
  });

  it('is named in the appendix by the event that shows it', () => {
    expectSaid(failing(), /Test events that went wrong.*LOG-02\s+a trail is stopped\s+was not returned/);
  });
});

describe('a query that returns what it must pass over', () => {
  it('keeps its result, with the reason, and is on the cover', () => {
    const much = input(tried(returned), { reasons: [reason('self-test-returned')] });
    expectSaid(much, 'Self-test: 1 of 3 queries also returned a test event that it must pass over, so some rows may not be what it looks for: LOG-02; Appendix F tells which.');
    expectSaid(much, /No exceptions noted ?\. The query returned no rows/);
    expectSaid(much, 'In the self-test, this query also returned a test event that it must pass over: some of its rows may not be what it looks for.');
  });
});

describe('names of test events', () => {
  it('come out as text, whatever their author wrote', () => {
    const spans = new Set<string>();
    const names = Object.values(HOSTILE);
    // No more at a time than the Markdown prints.
    for (let from = 0; from < names.length; from += 20) {
      const wrong = names.slice(from, from + 20).map((name) => ({ must: true, name, fault: 'missed' }) as const);
      const view = buildReport(input(tried({ ...missed, wrong })));
      const found = elements(given.templates.html(view));
      expect(found.filter(({ tagName }) => ['script', 'img', 'iframe', 'object', 'base', 'form', 'details'].includes(tagName))).toEqual([]);
      for (const code of found.filter(({ tagName }) => tagName === 'code')) spans.add(readBack(textOf(code)));
      const inText = markdownIt.parse(given.templates.markdown(view), {}).flatMap((token) => token.children ?? []);
      const coded = new Set(inText.filter(({ type }) => type === 'code_inline').map(({ content }) => readBack(content)));
      expect(wrong.filter(({ name }) => !coded.has(name))).toEqual([]);
    }
    expect(names.filter((name) => !spans.has(name))).toEqual([]);
  });
});
