import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Trend, TrendChanges } from '../../src/evidence/trend.js';
import type { Framework } from '../../src/pack/framework.js';
import type { Inline, Section } from '../../src/report/blocks.js';
import { trendLines } from '../../src/report/trend-lines.js';
import { buildReport, type ReportView } from '../../src/report/view.js';
import { FIRST_TREND, INVOCATION_CHANGES, TREND, TREND_CHANGES } from '../sample-trend.js';
import { inlineText, markdownIt, type Product, product } from './documents.js';
import { sampleInput } from './sample-input.js';

let given: Product;
beforeAll(async () => {
  given = await product();
});

const changed = (changes: Partial<TrendChanges>): Trend => ({ ...TREND, changes: { ...TREND_CHANGES, ...changes } });
const view = (trend: Trend, framework: Framework = given.soc2): ReportView => buildReport(sampleInput(framework, given.queries, { trend }));

/** The section as a reader of the Markdown has it, without its marks. */
function section(trend: Trend, framework?: Framework): string {
  const whole = view(trend, framework);
  const text = given.templates.markdown({ ...whole, sections: whole.sections.filter(({ id }) => id === 'changes') });
  return text.slice(text.indexOf('## 9 Changes')).replaceAll(/\]\(#[^)]*\)|[[`*\\]/g, '').replaceAll(/ +/g, ' ');
}

function allSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((each) => [each, ...allSections(each.sections)]);
}

/** Every inline of a report, wherever it stands. */
function inlines(value: unknown): readonly Inline[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...('kind' in value && 'text' in value && value.kind === 'link' ? [value as Inline] : []), ...Object.values(value).flatMap(inlines)];
}

describe('the section on changes', () => {
  it('names the previous pack and how the periods lie', () => {
    const text = section(TREND);
    expect(text).toContain('Previous pack | 2026-09');
    expect(text).toContain('Its period | 2026-09-01T00:00:00Z to 2026-10-01T00:00:00Z (end excluded)');
    expect(text).toContain('Beside this one | The periods adjoin.');
    expect(text).toContain('Events | 1,144,920 in this period, 1,002,333 in that');
    expect(text).toContain('Engine | DuckDB; before, Athena');
  });

  it('lists results that changed, in words', () => {
    expect(section(TREND)).toMatch(/ROOT-01 \| [^|]+ \| □ No exceptions noted \| ■ Exceptions noted \|/);
    expect(section(changed({ results: [] }))).toContain('No query of this framework that is in both packs has another result.');
  });

  it('counts exceptions, and says of which nothing can be said', () => {
    const text = section(TREND);
    expect(text).toContain('3 exceptions are new: in this pack alone. 1 is still open: in both packs, and undecided now or with an expired decision. 2 are in both and decided. 1 is gone: in the previous pack alone; 1 of these had no decision that counted when that pack was written.');
    expect(text).toMatch(/AUTH-02 \| 4 \| 2 \| 1 \| 2 \| 1 \| 5 \|/);
    expect(text).toMatch(/NET-01 \| 3 \| – \| – \| – \| – \| 0 \|/);
    expect(text).toContain('Not compared: NET-01.');
    expect(text).toContain('Gone does not mean remedied.');
  });

  it('names new ids only beside others that are not new', () => {
    const text = section(TREND);
    expect(text).toContain('AUTH-02 | AUTH-02-0123456789ab, AUTH-02-00000000000f |');
    expect(text).not.toContain('ROOT-01-ba9876543210');
  });

  it('gives rows that are more or fewer', () => {
    const text = section(TREND);
    expect(text).toMatch(/CHG-01 \| [^|]+ \| 512 \| 1,204 \| \+692 \|/);
    expect(text).toContain('1 of 3 queries answered in both packs returned as many rows as before. This period has 31 days, that one 30.');
    expect(section(changed({ volumes: [{ query: 'CHG-01', before: 9, now: 7 }] }))).toMatch(/\| 9 \| 7 \| −2 \|/);
  });

  const wanting = (): Framework => ({ ...given.soc2, criteria: given.soc2.criteria.map((criterion, index) => (index === 0 ? { ...criterion, queries: [{ id: 'INV-06', strength: 'population' }] } : criterion)) });
  const withVolumes = (trend: Trend): string => section(trend, wanting());

  it('encodes the names of functions', () => {
    const name = '<b>|bold|</b> [x](https://example.com)';
    const trend = { ...TREND, invocationChanges: INVOCATION_CHANGES.map((change) => ({ ...change, functionName: name })) };
    const tokens = markdownIt.parse(given.templates.markdown(view(trend, wanting())), {});
    const cells = tokens.filter((token) => token.type === 'inline' && inlineText(token) === name);
    expect(cells).toHaveLength(INVOCATION_CHANGES.length);
    expect(cells.flatMap((cell) => cell.children ?? []).filter(({ type }) => type === 'html_inline' || type === 'link_open')).toEqual([]);
  });

  it('names functions of which the volume changed, in words', () => {
    const text = withVolumes(TREND);
    expect(text).toContain('### 9.6 Invocations of functions');
    expect(text).toContain('5 in this period with 31,004 invocations, 4 with 9,120 in that of the previous pack');
    expect(text).toMatch(/orders-report \| 111122223333 eu-central-1 \| person \| 0 \| 12 \| New \|/);
    expect(text).toMatch(/orders-api \| .* \| 9,000 \| 30,900 \| More, 3.3 times a day; busiest hour 900, before 40 \|/);
    expect(text).toMatch(/orders-nightly \| .* \| 30 \| 22 \| Silent for 9 days, before 0 \|/);
  });

  it('says when none is other, and when nothing could be compared', () => {
    const same = { ...TREND_CHANGES.invocations?.compared, new: 0, gone: 0, more: 0, spikes: 0, silent: 0 } as NonNullable<NonNullable<TrendChanges['invocations']>['compared']>;
    expect(withVolumes({ ...changed({ invocations: { compared: same, reason: null } }), invocationChanges: [] })).toContain('None is other by that measure.');
    expect(withVolumes(changed({ invocations: { compared: null, reason: 'no-rows' } }))).toContain('Not compared: the previous pack was given without its rows. A summary in version control holds counts and no rows; give the whole pack, or its zip.');
    expect(withVolumes(changed({ invocations: { compared: null, reason: 'not-answered' } }))).toContain('Not compared: one of the packs has no answer to INV-06.');
  });

  it('tells what the results rest on by count, never by name', () => {
    const text = section(TREND);
    expect(text).toContain('Queries removed | OLD-01 | – | – |');
    expect(text).toContain('Accounts in scope | changed | 2 | 3 |');
    expect(text).toContain('List deploy-roles | added | – | 2 |');
    expect(text).toContain('Settings file | changed | – | – |');
    expect(text).toContain('1 in this period, 0 in that of the previous pack');
  });

  it('says so where there is nothing to compare with', () => {
    expect(section(FIRST_TREND)).toContain('No previous pack was named to this run, and none was found in its output folder.');
    expect(given.templates.markdown(view(FIRST_TREND))).toContain('none to compare with');
  });

  it('puts a gap on the cover', () => {
    const cover = given.templates.markdown(view(changed({ periods: { kind: 'gap', from: '2026-09-28T00:00:00Z', to: '2026-10-01T00:00:00Z', days: 3 } }))).split('## 1 ')[0];
    expect(cover).toContain('**3 days between the periods, 2026-09-28T00:00:00Z to 2026-10-01T00:00:00Z, are in neither**');
  });
});

describe('a link to a numbered section', () => {
  it.each(['soc2', 'gdpr'] as const)('of the %s report has the number of the section it leads to', (framework) => {
    for (const trend of [TREND, FIRST_TREND]) {
      const report = buildReport(sampleInput(given[framework], given.queries, { trend }));
      const numbers = new Map(allSections(report.sections).map(({ id, number }) => [id, number]));
      const named = inlines(report).flatMap((link) => (link.kind === 'link' && /^(?:[Ss]ection|Appendix) \S+$/.test(link.text) ? [link] : []));
      expect(named.length).toBeGreaterThan(20);
      for (const { text, target } of named) expect([target, text.split(' ')[1]]).toEqual([target, numbers.get(target)?.split(' ')[0]]);
    }
  });

  it('is the only way numbers of top-level sections are given, and they follow each other', () => {
    const numbers = view(TREND).sections.map(({ number }) => number);
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', 'A', 'B', 'C', 'D', 'E', 'F']);
  });
});

describe('the sentences for a pull request and a job summary', () => {
  it('say what changed by ids and counts', () => {
    expect(trendLines(TREND)).toEqual([
      'Compared with the pack 2026-09: the periods adjoin.',
      '2 results changed: AUTH-01 (Incomplete, now No exceptions noted); ROOT-01 (No exceptions noted, now Exceptions noted).',
      'Exceptions: 3 new, 1 still open, 2 in both and decided, 1 gone (1 of them without a decision).',
      'New exceptions: AUTH-02 (2), ROOT-01 (1).',
      'Exceptions not compared, as one of the packs has no answer: NET-01.',
      'Events in the period: 1,144,920, before 1,002,333.',
      'Rows at least doubled or halved: CHG-01 (1,204, before 512).',
      'Invocations: 31,004, before 9,120; functions by kind of invoker: 2 new, 1 gone, 1 at least twice as many a day, 1 with an hour 5 times as busy, 1 silent for longer.',
      'Queries added: LAM-09.',
      'Queries removed: OLD-01.',
      'Queries changed: IAM-01.',
      'Queries with other lists: RES-01.',
      'Engine: DuckDB, before Athena.',
      'Settings and scope: accounts in scope changed (3, before 2); list deploy-roles added (2); settings file changed.',
      'Changes of trails in the logs: 1, before 0.',
    ]);
  });

  it('are few where nothing changed', () => {
    const nothing = changed({
      results: [], exceptions: [], volumes: [{ query: 'IAM-01', before: 9, now: 9 }], queries: { added: [], removed: [], changed: [], otherLists: [] }, aspects: [], engine: { before: 'duckdb', now: 'duckdb' }, trailChanges: { before: 0, now: 0 },
      invocations: { compared: null, reason: 'not-answered' },
    });
    expect(trendLines(nothing)).toEqual([
      'Compared with the pack 2026-09: the periods adjoin.', 'No result changed.', 'No exceptions in either pack.', 'Events in the period: 1,144,920, before 1,002,333.', 'Settings, lists and scope are as before.',
    ]);
  });

  it('hold counts of invocations and no function’s name', () => {
    expect(trendLines(TREND).join('\n')).not.toContain('orders');
    const same = { functions: { before: 4, now: 4 }, events: { before: 9, now: 9 }, new: 0, gone: 0, more: 0, less: 0, spikes: 0, silent: 0 };
    expect(trendLines(changed({ invocations: { compared: same, reason: null } }))).toContain('Invocations: 9, before 9; functions by kind of invoker: about as many for each.');
    expect(trendLines(changed({ invocations: { compared: null, reason: 'no-rows' } }))).toContain('Volume of invocations not compared: the previous pack was given without its rows.');
    expect(trendLines(changed({ invocations: undefined })).join('\n')).not.toContain('nvocations');
  });

  it('are one where there is nothing to compare with', () => {
    expect(trendLines(FIRST_TREND)).toEqual(['There is no previous pack to compare with.']);
  });

  it.each<[TrendChanges['periods'], string]>([
    [{ kind: 'gap', from: 'A', to: 'B', days: 1 }, '1 day between the periods, A to B, is in neither'],
    [{ kind: 'overlap', from: 'A', to: 'B', days: 2 }, 'the periods overlap by 2 days, A to B'],
    [{ kind: 'same', from: null, to: null, days: 0 }, 'both are of the same period'],
    [{ kind: 'later', from: null, to: null, days: 0 }, 'it is of a later period than this one'],
  ])('say how the periods lie: %j', (periods, words) => {
    expect(trendLines(changed({ periods }))[0]).toBe(`Compared with the pack 2026-09: ${words}.`);
  });

  it('name a few and count the others, however much changed', () => {
    const many = Array.from({ length: 500 }, (_, index) => `Q-${String(index).padStart(3, '0')}`);
    const lines = trendLines(changed({
      results: many.map((query) => ({ query, before: 'population', now: 'not-evaluated' })),
      exceptions: many.map((query) => ({ query, before: 0, now: 9, compared: { new: 9, open: 0, decided: 0, gone: 0, goneUndecided: 0, newIds: [] } })),
      volumes: many.map((query) => ({ query, before: 0, now: 1_000_000 })),
      queries: { added: many, removed: many, changed: many, otherLists: many },
    }));
    expect(lines[1]).toMatch(/^500 results changed: Q-000 \(.*; Q-007 \(Population for sampling, now Not evaluated\) and 492 more\.$/);
    expect(lines.join('\n').length).toBeLessThan(3_000);
  });
});
