import { parseArgs } from 'node:util';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from '@jest/globals';
import type { Framework } from '../../src/pack/framework.js';
import type { Query } from '../../src/pack/query.js';
import { FLAGS } from '../../src/settings/given-inputs.js';
import { packReadme, type ReadmeInput } from '../../src/store/pack-readme.js';
import { FIRST_TREND, TREND } from '../sample-trend.js';
import { FACTS, RESULTS, RUN, SETTINGS } from './sample-pack.js';

const ID = 'c0ffee'.padEnd(64, '0');
const INPUT: ReadmeInput = {
  facts: FACTS,
  settings: SETTINGS,
  preliminary: false,
  evidenceId: ID,
  files: RUN.files,
  frameworks: [{ shortTitle: 'SOC 2' } as Framework, { shortTitle: 'GDPR' } as Framework],
  sections: RESULTS.map((result) => ({ query: { id: result.id, title: `Title of ${result.id} | with a pipe` } as Query, result })),
  incomplete: true,
  reports: ['soc2.md', 'soc2.pdf'],
  pdfProblem: null,
  trend: FIRST_TREND,
};

/** Cells of every table, as a Markdown reader sees them. */
function tables(text: string): string[][] {
  const tokens = new MarkdownIt().parse(text, {});
  const rows: string[][] = [];
  tokens.forEach((token, index) => {
    if (token.type === 'tr_open') rows.push([]);
    if (token.type === 'td_open' || token.type === 'th_open') rows.at(-1)?.push(plain(tokens[index + 1]?.children ?? []));
  });
  return rows;
}

function plain(children: readonly { readonly content: string }[]): string {
  return children.map((child) => child.content).join('');
}

describe('the README of a pack', () => {
  const text = packReadme(INPUT);

  it('shows every query with its result in words, sorted by id', () => {
    expect(tables(text).filter(([first]) => /^[A-Z]+-\d+$/.test(first ?? ''))).toEqual([
      ['IAM-01', 'Title of IAM-01 | with a pipe', 'Population for sampling', '3', ''],
      ['ROOT-01', 'Title of ROOT-01 | with a pipe', 'Exceptions noted', '2', '2 (1 decided, 1 undecided)'],
      ['ROOT-02', 'Title of ROOT-02 | with a pipe', 'Query failed', '0', '0'],
    ]);
  });

  it('counts files outside the window where they were listed, and says so where they were not', () => {
    expect(text).toContain('1 outside the window. Each is listed in `integrity.json`.\n');
    expect(packReadme({ ...INPUT, files: { ...INPUT.files, outsideWindow: 0, onlyWindowListed: true } })).toContain('Log files: 1 read, 1 could not be read. Each is listed in `integrity.json`. What S3 holds of other days was not listed.');
  });

  it('prints the evidence id, how to verify and how to re-perform', () => {
    expect(text).toContain(ID);
    expect(text).toContain('sha256sum -c SHA256SUMS\ncloudtrail-evidence verify .');
    expect(text).toContain('cloudtrail-evidence run');
    expect(text).toContain('SOC 2 and GDPR');
  });

  it('prints a command that the program takes, with the flags that were used and no others', () => {
    const flags = (settings: Partial<ReadmeInput['settings']>, trend = FIRST_TREND): string[] => {
      const [, command = ''] = /```sh\n(cloudtrail-evidence run [^`]*)```/.exec(packReadme({ ...INPUT, trend, settings: { ...SETTINGS, ...settings } })) ?? [];
      const args = command.replaceAll('\\\n', ' ').replaceAll(/<[^>]*>/g, (found) => found.replaceAll(' ', '-')).trim().split(/\s+/).slice(2);
      return Object.keys(parseArgs({ args, options: FLAGS }).values);
    };
    const always = ['logs', 'period', 'frameworks', 'run-facts', 'output-dir'];
    expect(flags({ settingsFile: null })).toEqual(always);
    const used = flags({ settingsFile: { path: 'settings.yml', sha256: '0'.repeat(64) }, allowOpenPeriod: true }, TREND);
    expect(used.sort()).toEqual([...always, 'settings-file', 'allow-open-period', 'previous-pack'].sort());
    expect(packReadme({ ...INPUT, trend: TREND, settings: { ...SETTINGS, previousPack: '/home/ada/evidence/2026-09' } })).not.toContain('/home/ada');
  });

  it('says what a reader must know first', () => {
    expect(text).toContain('**Incomplete:**');
    expect(text).not.toContain('**Preliminary:**');
    expect(packReadme({ ...INPUT, preliminary: true })).toContain('**Preliminary:**');
    expect(packReadme({ ...INPUT, incomplete: false })).toContain('No result in this pack is incomplete');
    expect(packReadme({ ...INPUT, pdfProblem: 'No Chrome was found.' })).toContain('**PDF reports are missing:** No Chrome was found.');
  });

  it('claims nothing', () => {
    expect(text).not.toMatch(/\b(PASS|FAIL|COMPLIANT|proven|signed)\b|\d%/);
  });

  it('takes words of the settings and the machine for text, not markup', () => {
    const hostile = packReadme({ ...INPUT, settings: { ...SETTINGS, report: { ...SETTINGS.report, entity: '[x](http://y) <img src=z>' } } });
    const html = new MarkdownIt({ html: true }).render(hostile);
    expect(html).not.toMatch(/<img|<a /);
  });

  it('names nobody, since it is committed where rows and names are not', () => {
    expect(packReadme({ ...INPUT, facts: { ...FACTS, actor: 'ada-lovelace' } })).not.toContain('ada-lovelace');
    expect(tables(text).find(([first]) => first === 'Written')?.[1]).toMatch(/^2026-11-02T06:00:00Z by cloudtrail-evidence /);
  });

  it('is UTF-8 text with line feeds and one at the end', () => {
    expect(text).not.toMatch(/\r|undefined|NaN|\[object/);
    expect(text.endsWith('.\n')).toBe(true);
  });
});
