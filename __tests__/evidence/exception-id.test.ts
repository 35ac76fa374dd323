import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Value } from '../../src/engines/engine.js';
import { exceptionId } from '../../src/evidence/exception-id.js';

describe('an exception id', () => {
  it('is the query and twelve digits anyone can compute', () => {
    const expected = createHash('sha256').update('["ROOT-01","2026-10-05T07:03:11Z","111122223333","e-1"]').digest('hex').slice(0, 12);
    expect(exceptionId('ROOT-01', ['2026-10-05T07:03:11Z', '111122223333', 'e-1'])).toBe(`ROOT-01-${expected}`);
  });

  it('tells apart whatever differs', () => {
    const rows: [string, string, readonly Value[]][] = [
      ['a row', 'ROOT-01', ['a', 'b']],
      ['another query', 'ROOT-02', ['a', 'b']],
      ['another value', 'ROOT-01', ['a', 'c']],
      ['another order', 'ROOT-01', ['b', 'a']],
      ['values divided otherwise', 'ROOT-01', ['ab', '']],
      ['values joined', 'ROOT-01', ['a,b']],
      ['a quote that would close the value', 'ROOT-01', ['a","b']],
      ['nothing', 'ROOT-01', ['a', null]],
      ['the word null', 'ROOT-01', ['a', 'null']],
      ['a number', 'ROOT-01', ['a', 1]],
      ['the number as text', 'ROOT-01', ['a', '1']],
      ['half a surrogate pair', 'ROOT-01', ['a', '\ud800']],
      ['the other half', 'ROOT-01', ['a', '\udc00']],
    ];
    const ids = rows.map(([, query, key]) => exceptionId(query, key));
    expect(new Set(ids).size).toBe(rows.length);
    for (const id of ids) expect(id).toMatch(/^ROOT-0\d-[0-9a-f]{12}$/);
  });
});
