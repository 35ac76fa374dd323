import { describe, expect, it } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { RESULTS as WORDS } from '../../src/evidence/result.js';
import type { QueryResult } from '../../src/evidence/result.js';
import { annotations } from '../../src/publish/annotations.js';
import { cut, isMarked, isSameText, marked, MAX_BODY } from '../../src/publish/markdown-template.js';
import { issueText, packSummary, pullRequestText, type TextInput } from '../../src/publish/texts.js';
import { readTemplate } from '../../src/store/template-files.js';
import { FRAMEWORKS, TITLES } from './desk.js';

const [pullRequest, issue, summary] = await Promise.all(['pull-request', 'issue', 'pack-summary'].map((name) => readTemplate(`${name}.md.hbs`))) as [string, string, string];

function result(id: string, what: QueryResult['result'], undecided = 0): QueryResult {
  return { id, expect: 'none', sha256: 'a'.repeat(64), result: what, reasons: [], rows: undecided, exceptions: { total: undecided, decided: 0, undecided, expired: 0 }, coverage: {} };
}

function input(results: readonly QueryResult[], more: Partial<TextInput> = {}): TextInput {
  const undecided = new Map(results.map(({ id, exceptions }) => [id, Array.from({ length: Math.min(20, exceptions.undecided) }, (_, index) => `${id}-${String(index).padStart(12, '0')}`)]));
  return {
    facts: { period: { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' }, results, undecided, trend: ['No result changed.'] },
    titles: TITLES, incomplete: false, preliminary: false, evidenceId: 'e'.repeat(64), decisionsFile: 'decisions.yml', links: [{ name: 'The run', url: 'https://github.com/octo-org/cloud-logs/actions/runs/42' }], ...more,
  };
}

const html = (markdown: string): string => new MarkdownIt({ html: true }).render(markdown);
const idsIn = (text: string): number => (text.match(/-\d{12}`/g) ?? []).length;

describe('bodies', () => {
  it('are tables, lists and links to a Markdown parser', () => {
    const shown = html(pullRequestText(pullRequest, input([result('ROOT-01', 'exceptions', 2)])).body);
    expect(shown).toMatch(/<li>ROOT-01, Use of the root user \(2\): <code>ROOT-01-000000000000<\/code>, <code>ROOT-01-000000000001<\/code><\/li>[\s\S]*<a href="https:\/\/github\.com\/octo-org\/cloud-logs\/actions\/runs\/42">The run<\/a>[\s\S]*<table>[\s\S]*<td>ROOT-01<\/td>\n<td>Use of the root user<\/td>\n<td>Exceptions noted<\/td>/);
  });

  it('name some ids of many, and count the others', () => {
    const many = Array.from({ length: 30 }, (_, index) => result(`Q-${String(index).padStart(2, '0')}`, 'exceptions', 1_000_000));
    const body = pullRequestText(pullRequest, input(many)).body;
    expect(idsIn(body)).toBe(200);
    expect(body).toContain('`Q-09-000000000019`, and 999,980 more\n');
    expect(body).toContain('Q-29,  (1,000,000): listed in exceptions.csv\n');
    expect(idsIn(issueText(issue, input(many), { ...FRAMEWORKS[0]!, criteria: [{ ...FRAMEWORKS[0]!.criteria[0]!, queries: many.map(({ id }) => ({ id, strength: 'direct' as const })) }] }).body)).toBe(100);
  });

  it.each([['among exceptions', 1, /LONG-\d+, {2}\(1\): listed in exceptions\.csv\n\nThe rest/], ['in the part that is folded away', 0, /\|\n\n<\/details>\n\nThe rest/]])('stay below what GitHub takes, and say that something is left out: %s', (_where, undecided, end) => {
    const many = Array.from({ length: 3_000 }, (_, index) => result(`LONG-${index}`, WORDS[index % WORDS.length] ?? 'failed', undecided));
    const { body } = pullRequestText(pullRequest, input(many));
    expect(body.length).toBeLessThanOrEqual(MAX_BODY);
    expect(body.slice(-200)).toMatch(end);
    expect(body).toMatch(/\nThe rest does not fit here\. All of it is in the pack\.\n$/);
    expect(isMarked(body, 'pull-request 2026-10')).toBe(true);
  });

  it('take nothing as markup that is not ours, wherever it stands', () => {
    const hostile = '](http://x) <img src=x> @octo-org #1 | `a` **b** \n## c ![](http://x)';
    const evil = input([result('ROOT-01', 'exceptions', 1)], { titles: new Map([['ROOT-01', hostile]]), decisionsFile: hostile, links: [{ name: hostile, url: 'https://example.com' }] });
    const texts = [pullRequestText(pullRequest, evil).body, issueText(issue, evil, { ...FRAMEWORKS[0]!, shortTitle: hostile }).body, packSummary(summary, evil, { folder: hostile, manifestSha256: '', pack: { manifest: null as never, files: [], tooLarge: [], notCommitted: 1 } })];
    for (const text of texts) {
      const shown = html(text);
      expect(shown).not.toMatch(/<img|<strong>b|href="http:\/\/x|<h2>c/);
      expect(text).not.toMatch(/(?<![\\`\w])@octo-org(?![^`\n]*`)/);
    }
  });

  it('tell of an issue what to do once nothing is undecided', () => {
    const decided = { ...result('ROOT-01', 'exceptions'), rows: 2, exceptions: { total: 2, decided: 2, undecided: 0, expired: 0 } };
    expect(issueText(issue, input([decided]), FRAMEWORKS[0]!)).toMatchObject({ title: 'CloudTrail evidence, SOC 2, 2026-10: all decided', undecided: 0, body: expect.stringContaining('**All 2 exceptions are decided.**') });
    expect(issueText(issue, input([result('ROOT-01', 'no-exceptions')]), FRAMEWORKS[0]!)).toMatchObject({ title: 'CloudTrail evidence, SOC 2, 2026-10: no exceptions', body: expect.stringContaining('**No exceptions are noted.**') });
  });
});

describe('a text that is found again', () => {
  it('is known by its first line alone', () => {
    const text = marked('issue soc2 2026-10', 'Some text.\n');
    expect(isMarked(text.body.replace('Some', 'Any'), 'issue soc2 2026-10')).toBe(true);
    expect(isSameText(text.body.replace('Some', 'Any').replaceAll('\n', '\r\n'), text)).toBe(true);
    expect(isSameText(marked('issue soc2 2026-10', 'Other text.\n').body, text)).toBe(false);
    expect(isMarked(`x${text.body}`, 'issue soc2 2026-10')).toBe(false);
    expect(isMarked(text.body, 'issue soc2 2026-1')).toBe(false);
    expect(isMarked(null, 'issue soc2 2026-10')).toBe(false);
  });

  it.each([['short\n', 20, 'short\n'], ['one\ntwo\nthree\n', 14, 'one\ntwo\nthree\n'], ['one\ntwo\nthree\nfour\nfive\nsix\n', 26, 'one\n\nMore.\n'], ['x'.repeat(50), 26, '\n\nMore.\n']])('%j in %i characters is %j', (text, most, shown) => {
    expect(cut(text, most, 'More.')).toBe(shown);
    expect(shown.length).toBeLessThanOrEqual(Math.max(most, text.length));
  });
});

describe('annotations', () => {
  const results = [result('A-01', 'no-exceptions'), result('B-01', 'incomplete'), result('C-01', 'exceptions', 3), result('D-01', 'failed')];

  it('are one for each query to look at, the most urgent first', () => {
    expect(annotations(results, 10)).toEqual([
      { title: 'D-01: Query failed', message: 'It did not run to its end, and nothing can be said.' },
      { title: 'C-01: Exceptions noted', message: '3 exceptions noted, 3 undecided.' },
      { title: 'B-01: Incomplete', message: 'Logs are missing or unreadable for something in scope.' },
    ]);
  });

  it('say of a query that failed in the self-test that it ran', () => {
    const missed = { ...result('D-01', 'failed', 2), reasons: [{ code: 'self-test-missed', account: null, region: null, from: null, to: null }] } as const;
    expect(annotations([missed], 10)).toMatchObject([{ title: 'D-01: Query failed', message: 'It did not return what it must of its own test events, so its rows and its silence say nothing.' }]);
  });

  it.each([[2, ['D-01: Query failed', 'More to look at']], [1, ['More to look at']], [0, []], [-3, []]])('share %i places', (room, titles) => {
    expect(annotations(results, room).map(({ title }) => title)).toEqual(titles);
  });

  it('leave out exceptions that are decided', () => {
    expect(annotations([{ ...result('C-01', 'exceptions'), exceptions: { total: 2, decided: 2, undecided: 0, expired: 0 } }], 10)).toEqual([]);
  });
});
