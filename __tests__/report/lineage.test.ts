import { beforeAll, describe, expect, it } from '@jest/globals';
import { buildReport } from '../../src/report/view.js';
import type { ReportInput } from '../../src/report/input.js';
import { elements, htmlTextOf, markdownIt, markdownText, type Product, product, textOf } from './documents.js';
import { HOSTILE, readBack } from './hostile.js';
import { sampleInput } from './sample-input.js';

let given: Product;
beforeAll(async () => {
  given = await product();
});

/** A chain of CHG-04: dana signs in, switches to a role, and changes a function. */
function chain(n: number, { function: name = `checkout-${n}`, login = 'ConsoleLogin', role = 'DeployAdmin/dana' } = {}): Readonly<Record<string, string | number | null>> {
  return {
    event_time: '2026-10-05T07:31:02Z', account_id: '111122223333', region: 'eu-west-1', actor_name: role, event_source: 'lambda.amazonaws.com', event_name: 'UpdateFunctionCode', resource: name,
    login, login_name: 'dana', login_time: '2026-10-05T07:05:47Z', login_mfa: 'yes', login_address: '198.51.100.7', login_event_id: `login-${n}`, confidence: 'strong', hops: 2,
    hop_1: `[principal id and session start; strong] 2026-10-05T07:12:03Z switch-${n} console role switch 111122223333 ${role}`,
    hop_2: `[principal id and session start; strong] 2026-10-05T07:05:47Z login-${n} console sign-in 111122223333 dana`,
    event_id: `change-${n}`, source_file: 'AWSLogs/x.json.gz',
  };
}

function reports(rows: readonly Readonly<Record<string, string | number | null>>[]): { readonly markdown: string; readonly html: string } {
  // Of the pack no more than what is looked at: setting a report takes its time.
  const criteria = given.soc2.criteria.filter(({ id }) => id === 'CC8.1').map((criterion) => ({ ...criterion, queries: criterion.queries.filter(({ id }) => id === 'CHG-04') }));
  const input: ReportInput = sampleInput({ ...given.soc2, criteria }, given.queries.filter(({ id }) => id === 'CHG-04'));
  const sections = input.sections.map((section) => {
    const columns = Object.keys(section.query.columns);
    return { ...section, columns, rows: rows.map((row) => columns.map((column) => row[column] ?? null)), result: { ...section.result, result: 'population' as const, rows: rows.length }, files: section.files ?? { csv: { path: 'results/CHG-04.csv', bytes: 1, sha256: '0' }, jsonl: { path: 'results/CHG-04.jsonl', bytes: 1, sha256: '0' } } };
  });
  const view = buildReport({ ...input, sections });
  return { markdown: given.templates.markdown(view), html: given.templates.html(view) };
}

describe('lineage in the report', () => {
  it('reads the same in Markdown and on pages, a line for each link', () => {
    const { markdown, html } = reports([chain(1)]);
    for (const text of [markdownText(markdown), htmlTextOf(html)]) {
      expect(text).toContain('UpdateFunctionCode on checkout-1 at 2026-10-05T07:31:02Z');
      expect(text).toContain('← role DeployAdmin/dana ← console role switch at 07:12:03 (principal id and session start: strong; event switch-1)');
      expect(text).toContain('← IAM user dana, signed in at 07:05:47 with MFA from 198.51.100.7');
    }
  });

  it('shows one chain of a session, and one of each kind', () => {
    const key = { ...chain(3, { function: 'by-key' }), login: 'long-lived key', hops: 0, hop_1: null, hop_2: null };
    const { markdown } = reports([chain(1, { function: 'first' }), { ...chain(1, { function: 'again' }), event_id: 'change-2' }, key]);
    const text = markdownText(markdown);
    expect(text).toContain('2 of 3 chains');
    expect(text).toContain('on first at');
    expect(text).not.toContain('on again at');
    expect(text).toContain('on by-key at');
  });

  it('shows twelve chains at most', () => {
    const { markdown } = reports(Array.from({ length: 30 }, (_, n) => chain(n)));
    expect(markdownText(markdown)).toContain('12 of 30 chains');
  });

  it('shows the rows as they are where one is no chain', () => {
    const { markdown } = reports([chain(1), { ...chain(2), hop_1: 'something else' }]);
    expect(markdownText(markdown)).not.toContain('← role');
    expect(markdownText(markdown)).toContain('something else');
  });

  it('keeps names names', () => {
    const names = Object.values(HOSTILE);
    const spans = new Set<string>();
    const tags = (text: string): readonly string[] => elements(text).map(({ tagName }) => tagName).filter((tag) => !['code', 'span'].includes(tag));
    const kinds = (text: string): readonly string[] => markdownIt.parse(text, {}).map(({ type }) => type);
    // As many at a time as a report shows.
    for (let from = 0; from < names.length; from += 12) {
      const some = names.slice(from, from + 12);
      const { markdown, html } = reports(some.map((role, n) => chain(n, { role })));
      const clean = reports(some.map((_, n) => chain(n)));
      expect(tags(html)).toEqual(tags(clean.html));
      expect(kinds(markdown)).toEqual(kinds(clean.markdown));
      for (const element of elements(html)) if (element.tagName === 'code') spans.add(readBack(textOf(element)));
      const inMarkdown = new Set(markdownIt.parse(markdown, {}).flatMap((token) => (token.children ?? []).filter(({ type }) => type === 'code_inline').map(({ content }) => readBack(content))));
      expect(some.filter((name) => !inMarkdown.has(name))).toEqual([]);
    }
    expect(names.filter((name) => !spans.has(name))).toEqual([]);
  });
});
