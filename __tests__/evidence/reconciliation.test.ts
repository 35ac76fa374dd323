import { describe, expect, it } from '@jest/globals';
import { Reconciliation, type ReconciliationCounts } from '../../src/evidence/reconciliation.js';

/** Keys of one column, or of more where they are lists. */
function reconcile(rows: readonly (string | readonly string[])[], list: readonly (string | readonly string[])[]): { readonly met: Reconciliation; readonly counts: ReconciliationCounts } {
  const met = new Reconciliation(list.map((key) => [key].flat()));
  for (const key of rows) met.meet([key].flat());
  return { met, counts: met.counts() };
}

describe('a population and a list', () => {
  it('are matched, or one of them alone has it', () => {
    const { counts } = reconcile(['ada', 'bob', 'eve'], ['bob', 'ada', 'mallory']);
    expect(counts).toMatchObject({ rows: 3, matchedRows: 2, onlyInCloudTrail: 1, entries: 3, matchedEntries: 2, onlyInList: 1, matchedKeys: 2 });
  });

  it('count a key that stands more than once on either side', () => {
    const { counts } = reconcile(['ada', 'ada', 'bob', 'eve', 'eve'], ['ada', 'bob', 'bob', 'zoe', 'zoe']);
    expect(counts).toMatchObject({
      rows: 5, matchedRows: 3, onlyInCloudTrail: 2, entries: 5, matchedEntries: 3, onlyInList: 2,
      matchedKeys: 2, matchedKeysRepeatedInCloudTrail: 1, matchedKeysRepeatedInList: 1, keysRepeatedInList: 2,
    });
  });

  it('compare texts exactly, but for space around them', () => {
    const { counts } = reconcile([' ada', 'Bob', 'e ve'], ['ada\u00a0', 'bob', 'eve']);
    expect(counts).toMatchObject({ matchedRows: 1, onlyInCloudTrail: 2, onlyInList: 2 });
  });

  it('match nothing where a key is empty', () => {
    const { met, counts } = reconcile(['', ' '], ['', '  ', 'ada']);
    expect(counts).toMatchObject({ rows: 2, matchedRows: 0, rowsWithoutKey: 2, entries: 3, onlyInList: 3, entriesWithoutKey: 2, keysRepeatedInList: 0 });
    expect(met.entriesFor([''])).toEqual([]);
  });

  it('compare keys of several columns part by part', () => {
    const { counts } = reconcile([['a', 'b'], ['ab', ''], ['a,b', 'c']], [['a', 'b'], ['a', 'b,c'], ['"a', 'b"']]);
    expect(counts).toMatchObject({ matchedRows: 1, onlyInCloudTrail: 2, rowsWithoutKey: 1, matchedEntries: 1, onlyInList: 2 });
  });

  it('say where in the list a row stands, and how many rows an entry has', () => {
    const { met } = reconcile(['bob', 'bob', 'eve'], ['ada', 'bob', 'bob']);
    expect([met.entriesFor(['bob']), met.entriesFor(['eve']), met.rowsFor(['bob']), met.rowsFor(['ada'])]).toEqual([[1, 2], [], 2, 0]);
  });

  it('may have keys of any name', () => {
    expect(reconcile(['__proto__', 'constructor'], ['__proto__', 'toString']).counts).toMatchObject({ matchedRows: 1, onlyInCloudTrail: 1, onlyInList: 1 });
  });

  it.each([[[], []], [['ada'], []], [[], ['ada']]])('tie out where one is empty: %j, %j', (rows, list) => {
    const { counts } = reconcile(rows, list);
    expect([counts.matchedRows + counts.onlyInCloudTrail, counts.matchedEntries + counts.onlyInList]).toEqual([rows.length, list.length]);
  });
});
