import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadQueries } from '../src/pack/load-queries.js';
import { type Case, type CaseFile, mustCases, mustNotCases, names, readCaseFile, runCase } from './query-cases.js';

const CASES = join(import.meta.dirname, 'cases');

const queries = await loadQueries();
const caseFiles = new Map<string, CaseFile>();
for (const name of readdirSync(CASES).sort()) {
  if (name.endsWith('.yml')) caseFiles.set(name.slice(0, -4), await readCaseFile(join(CASES, name)));
}

describe('every query has events it must return and events it must not', () => {
  it.each(queries.map(({ id }) => id))('%s', (id) => {
    const file = caseFiles.get(id);
    expect(file?.query).toBe(id);
    expect(file?.must?.length ?? 0).toBeGreaterThan(0);
    expect(file?.must_not?.length ?? 0).toBeGreaterThan(0);
  });

  it('and no case file stands alone', () => {
    expect([...caseFiles.keys()].filter((id) => !queries.some((query) => query.id === id))).toEqual([]);
  });
});

type Rows = Awaited<ReturnType<typeof runCase>>;

for (const query of queries) {
  const file = caseFiles.get(query.id);
  if (file === undefined) continue;
  const musts = mustCases(file);
  const mustNots = mustNotCases(file);
  describe(`${query.id} ${query.title}`, () => {
    const rowsOf = new Map<Case, Rows>();
    beforeAll(async () => {
      await inTurns([...musts, ...mustNots], async (example) => void rowsOf.set(example, await runCase(query, example)));
    });

    it.each(musts.map((example) => [example.name, example] as const))('returns: %s', (_, example) => {
      const rows = rowsOf.get(example) ?? [];
      expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(query.columns));
      expect(rows.filter((row) => names(row, example.eventId))).not.toEqual([]);
      for (const expected of example.rows) expect(rows).toContainEqual(expect.objectContaining(expected));
    });

    it.each(mustNots.map((example) => [example.name, example] as const))('does not return: %s', (_, example) => {
      expect((rowsOf.get(example) ?? []).filter((row) => names(row, example.eventId))).toEqual([]);
    });
  });
}

/** Runs `work` over all items, a few at a time: each has an engine of its own. */
async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(Array.from({ length: 4 }, async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  }));
}
