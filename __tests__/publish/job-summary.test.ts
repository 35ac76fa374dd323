import { describe, expect, it } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { RESULTS, type QueryResult, type Result } from '../../src/evidence/result.js';
import { loadQueries } from '../../src/pack/load-queries.js';
import { jobSummary, MAX_SUMMARY_BYTES, type SummaryInput } from '../../src/publish/job-summary.js';
import { NOTHING_PUBLISHED, outputsOf, type Published, type PublishedRun } from '../../src/publish/outputs.js';
import { readTemplate } from '../../src/store/template-files.js';

const template = await readTemplate('job-summary.md.hbs');
const ids = (await loadQueries()).map(({ id }) => id);

function result(id: string, what: Result, exceptions = 0): QueryResult {
  return { id, expect: 'none', sha256: 'a'.repeat(64), result: what, reasons: [], rows: exceptions, exceptions: { total: exceptions, decided: 0, undecided: exceptions, expired: 0 }, coverage: {} };
}

function runOf(more: Partial<PublishedRun> = {}): PublishedRun {
  return {
    packPath: '/work/evidence/2026-10', evidenceId: 'e'.repeat(64), manifestSha256: 'f'.repeat(64), verdict: { incomplete: false, undecidedExceptions: 2, exitCode: 0 },
    results: [result('ROOT-01', 'exceptions', 2), result('IAM-01', 'population'), result('MFA-01', 'no-exceptions')], pdfProblem: null, spending: null, ...more,
  };
}

const zip = { name: 'evidence.zip', id: 7, url: 'https://github.com/octo-org/logs/actions/runs/1/artifacts/7', bytes: 123_456, sha256: 'a'.repeat(64) };
const published: Published = { ...NOTHING_PUBLISHED, zip, pdfs: [{ ...zip, name: 'evidence-soc2.pdf', id: 8, url: zip.url.replace(/7$/, '8') }] };

function summary(more: Partial<SummaryInput> = {}): string {
  return jobSummary(template, { run: runOf(), published, period: { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' }, preliminary: false, trend: [], engine: 'DuckDB', runUrl: 'https://github.com/octo-org/logs/actions/runs/1', ...more });
}

const html = (markdown: string): string => new MarkdownIt({ html: false }).render(markdown);

describe('a job summary', () => {
  it('reads so', () => {
    expect(summary()).toBe(`## Evidence from CloudTrail: 2026-10

From 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z, by DuckDB.
**Complete**.

| Result | Queries |
| --- | ---: |
| Exceptions noted | 1 |
| No exceptions noted | 1 |
| Population for sampling | 1 |
| All | 3 |

2 exceptions are noted, of which 2 are undecided.

- Exceptions noted: ROOT-01 (2)

### Where it is

- [evidence.zip](https://github.com/octo-org/logs/actions/runs/1/artifacts/7) (123 KB)
- [evidence-soc2.pdf](https://github.com/octo-org/logs/actions/runs/1/artifacts/8) (123 KB)

Evidence id \`${'e'.repeat(64)}\`
Manifest SHA-256 \`${'f'.repeat(64)}\`

[This run](https://github.com/octo-org/logs/actions/runs/1)
`);
  });

  it('is a table, a list and links to a Markdown parser', () => {
    expect(html(summary())).toMatch(/<table>[\s\S]*<td>Exceptions noted<\/td>[\s\S]*<li>Exceptions noted: ROOT-01 \(2\)<\/li>[\s\S]*<a href="https:\/\/github\.com\/octo-org\/logs\/actions\/runs\/1\/artifacts\/7">evidence\.zip<\/a>/);
  });

  it('names what a person should look at, the most urgent first', () => {
    const results = [result('IAM-01', 'incomplete'), result('ROOT-01', 'exceptions', 1), result('KMS-01', 'failed'), result('NET-01', 'not-evaluated'), result('DATA-01', 'not-collected'), result('MFA-01', 'no-exceptions')];
    const lines = summary({ run: runOf({ results }) }).split('\n').filter((line) => line.startsWith('- ') && !line.startsWith('- ['));
    expect(lines).toEqual(['- Query failed: KMS-01', '- Exceptions noted: ROOT-01 (1)', '- Incomplete: IAM-01', '- Not evaluated: NET-01', '- Not collected: DATA-01']);
  });

  it('asks nobody to look at what management switched off', () => {
    const off = { ...result('NET-09', 'not-evaluated'), reasons: [{ code: 'switched-off', account: null, region: null, from: null, to: null } as const] };
    expect(summary({ run: runOf({ results: [off, result('NET-01', 'not-evaluated')] }) })).toContain('\n- Not evaluated: NET-01\n');
  });

  it('says that evidence is incomplete, preliminary, without a PDF or not uploaded', () => {
    const text = summary({ preliminary: true, run: runOf({ verdict: { incomplete: true, undecidedExceptions: 0, exitCode: 4 }, pdfProblem: 'No Chrome was found.' }), published: { ...NOTHING_PUBLISHED, problems: ['publish: no.'], notes: ['publish: but.'] } });
    expect(text).toMatch(/^\*\*Incomplete\*\*, preliminary: the period had not settled\.\nLogs are missing/m);
    expect(html(text)).toMatch(/<blockquote>\n<p>Missing: No Chrome was found\.<\/p>\n<\/blockquote>\n<blockquote>\n<p>Missing: publish: no\.<\/p>\n<\/blockquote>\n<blockquote>\n<p>Note: publish: but\.<\/p>/);
    expect(text).not.toContain('### Where it is');
  });

  it('tells what Athena took', () => {
    const spending = { executions: [], bytesScanned: 12_345_678, bytesCharged: 20_971_520, costUsd: 0.0001 };
    expect(summary({ run: runOf({ spending }) })).toContain('Athena scanned 12.3 MB in 0 statements, for 0.0001 USD at the list price.');
  });

  it.each(RESULTS)('stays under 10 KB when every query is "%s"', (what) => {
    const results = ids.map((id) => result(id, what, what === 'exceptions' ? 1_000_000 : 0));
    expect(Buffer.byteLength(summary({ run: runOf({ results }) }))).toBeLessThan(MAX_SUMMARY_BYTES);
  });
});

describe('a job summary of what was published and what changed', () => {
  const link = { name: 'evidence/2026-10', url: 'https://github.com/octo-org/logs/tree/abc/evidence/2026-10' };
  const places: Published = {
    ...published, commit: { branch: 'b', folder: '2026-10', sha: 'abc', isNew: true, link }, pullRequest: { number: 4, url: 'https://github.com/octo-org/logs/pull/4' },
    issues: [{ number: 5, url: 'https://github.com/octo-org/logs/issues/5', state: 'closed', framework: 'SOC 2' }],
  };

  it('links to pull request, issues, commit and artifacts', () => {
    expect(summary({ published: places })).toContain(`### Where it is

- [Pull request 4](https://github.com/octo-org/logs/pull/4) (for review)
- [Issue 5](https://github.com/octo-org/logs/issues/5) (SOC 2, closed)
- [evidence/2026-10](${link.url}) (committed)
- [evidence.zip](${zip.url}) (123 KB)
`);
  });

  it('shows what changed, as far as there is room', () => {
    expect(summary({ trend: ['No result changed.'] })).toContain('### Since the previous pack\n\n- No result changed.\n');
    const long = summary({ trend: Array.from({ length: 40 }, (_, index) => `Line ${index}.`) });
    expect(long).toContain('- Line 14.\n- The rest is in the reports and in trend.json.\n');
  });

  it('stays under 10 kB whatever there is to tell', () => {
    const results = Array.from({ length: 2_000 }, (_, index) => result(`QUERY-${index}`, 'exceptions', 1_000_000));
    const problems = Array.from({ length: 50 }, () => `publish: ${'é'.repeat(2_000)}`);
    const text = summary({ run: runOf({ results }), published: { ...places, problems, notes: problems }, trend: Array.from({ length: 40 }, () => 'x'.repeat(500)) });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_SUMMARY_BYTES);
    expect(text).toMatch(/The rest does not fit here; the reports have it\.\n$/);
  });
});

describe('outputs', () => {
  it.each([
    ['complete', { incomplete: false, undecidedExceptions: 0, exitCode: 0 }],
    ['exceptions', { incomplete: false, undecidedExceptions: 2, exitCode: 3 }],
    ['incomplete', { incomplete: true, undecidedExceptions: 2, exitCode: 4 }],
  ] as const)('say %s of %j', (word, verdict) => {
    expect(outputsOf(runOf({ verdict }), published)).toMatchObject({ result: word, incomplete: String(verdict.incomplete), exceptions: '2' });
  });

  it('name no artifact where there is none', () => {
    expect(outputsOf(runOf(), NOTHING_PUBLISHED)).toMatchObject({ 'artifact-id': '', 'artifact-url': '', 'bytes-scanned': '0', 'cost-usd': '0.0000' });
  });
});
