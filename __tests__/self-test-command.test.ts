import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PackError } from '../src/pack/errors.js';
import { said, selfTestCommand, selfTestInputs } from '../src/self-test-command.js';
import type { SelfTest } from '../src/self-test/self-test.js';
import type { Settings } from '../src/settings/settings.js';
import { CASES } from './self-test/case-lines.js';
import { queryFile, SQL } from './pack/query-file.js';
import { contextOf, settingsOf, temporaryRoom } from './small-archive.js';

const room = await temporaryRoom();
const settings = (more: Partial<Settings> = {}): Settings => ({ ...settingsOf(selfTestInputs({ 'temp-dir': join(room, 'temp') })), ...more });
let folders = 0;

/** The settings with a folder of the user's own, that holds one query and its cases. */
async function withOwn(sql: string, cases: string): Promise<Settings> {
  const own = join(room, `own-${folders++}`);
  await mkdir(join(own, 'queries', 'shop'), { recursive: true });
  await mkdir(join(own, 'cases'));
  await writeFile(join(own, 'queries', 'shop', 'SHOP-01.sql'), queryFile({ id: 'SHOP-01' }, sql));
  await writeFile(join(own, 'cases', 'SHOP-01.yml'), cases.replace('ROOT-01', 'SHOP-01'));
  return settings({ ownQueries: own });
}

describe('queries --self-test', () => {
  it('tells of each query named what it did with its cases', async () => {
    const { text, code } = await selfTestCommand(['root-01', 'LOG-02'], settings(), contextOf());
    expect(code).toBe(0);
    expect(text).toMatch(/^LOG-02 +fired (\d+) of \1 +silent (\d+) of \2\nROOT-01 +fired (\d+) of \3 +silent (\d+) of \4\n\n2 queries on duckdb: fired (\d+) of \5, silent (\d+) of \6: all as they must\.$/);
  });

  it('refuses an id that is none', async () => {
    await expect(selfTestCommand(['ROOT-99'], settings(), contextOf())).rejects.toThrow(/^"ROOT-99" is no query of the pack; allowed are /);
  });

  it('tries the user’s own queries by their own cases', async () => {
    const { text, code } = await selfTestCommand(['SHOP-01'], await withOwn(SQL, CASES), contextOf());
    expect([text.split('\n')[0], code]).toEqual(['SHOP-01  fired 1 of 1    silent 1 of 1', 0]);
  });

  it('names cases that went wrong, on lines that a runner takes for text, and exits with 1', async () => {
    const named = CASES.replaceAll('root makes a user', '"\\n::error::x\\u001b[31m ##[group]"');
    const { text, code } = await selfTestCommand(['SHOP-01'], await withOwn(SQL.replace("'root'", "'rot'"), named), contextOf());
    expect(code).toBe(1);
    expect(text).toContain('SHOP-01  fired 0 of 1    silent 1 of 1\n         must fire: ');
    expect(text).toContain('was not returned\n\n1 query on duckdb: fired 0 of 1, silent 1 of 1: 1 went wrong.');
    expect(text).not.toMatch(/^\s*::|##\[/m);
    expect(text).not.toContain('\u001b');
  });

  it('refuses a broken case file, with its lines, before anything is tried', async () => {
    const broken = selfTestCommand([], await withOwn(SQL, CASES.replace('must:', 'musts:')), contextOf());
    await expect(broken).rejects.toThrow(PackError);
    await expect(broken).rejects.toThrow(/cases\/SHOP-01\.yml:1: The key `must` is missing\.\n.*cases\/SHOP-01\.yml:11: Unknown key `musts`\./);
  });

  it('shows nothing where there are no cases, and exits with 1', () => {
    const none: SelfTest = { engine: 'duckdb', queries: [{ id: 'ROOT-01', querySha256: '', casesSha256: null, fired: { cases: 0, right: 0 }, silent: { cases: 0, right: 0 }, wrong: [] }] };
    expect(said(none)).toEqual({ text: 'ROOT-01  no cases\n\n1 query on duckdb: fired 0 of 0, silent 0 of 0: no query has cases, so nothing is shown.', code: 1 });
  });
});
