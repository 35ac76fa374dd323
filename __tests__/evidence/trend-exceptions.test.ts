import { describe, expect, it } from '@jest/globals';
import { compareExceptions, type ComparedException, NEW_IDS_KEPT } from '../../src/evidence/trend-exceptions.js';

type Line = readonly [query: string, hash: number, state?: ComparedException['state']];

/** Lines in chunks of that many, so that queries and chunks end in different places. */
async function* chunks(lines: Iterable<Line>, size = 2): AsyncGenerator<readonly ComparedException[]> {
  let chunk: ComparedException[] = [];
  for (const [query, hash, state = 'undecided'] of lines) {
    chunk.push({ query, hash, state });
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  await Promise.resolve();
  yield chunk;
  yield [];
}

const compare = (before: readonly Line[], now: readonly Line[], size?: number): ReturnType<typeof compareExceptions> => compareExceptions(chunks(before, size), chunks(now, size));

describe('exceptions of two packs', () => {
  it('are new, still open, decided or gone', async () => {
    const before: Line[] = [['A-1', 5], ['A-1', 1, 'decided'], ['A-1', 3], ['A-1', 2, 'expired'], ['A-1', 9, 'decided']];
    const now: Line[] = [['A-1', 3], ['A-1', 7], ['A-1', 1, 'expired'], ['A-1', 2, 'decided']];
    expect(await compare(before, now)).toEqual(new Map([['A-1', { new: 1, open: 2, decided: 1, gone: 2, goneUndecided: 1, newIds: ['A-1-000000000007'] }]]));
  });

  it.each([1, 2, 3, 100])('are told apart query by query, read in chunks of %d', async (size) => {
    const found = await compare([['A-1', 1], ['A-1', 2], ['B-1', 1], ['D-1', 1]], [['A-1', 2], ['C-1', 1], ['D-1', 1], ['D-1', 4]], size);
    expect([...found].map(([query, counts]) => [query, counts.new, counts.open, counts.gone])).toEqual([['A-1', 0, 1, 1], ['B-1', 0, 0, 1], ['C-1', 1, 0, 0], ['D-1', 1, 1, 0]]);
  });

  it('keep their whole id: 48 bits, zeros before', async () => {
    const last = 2 ** 48 - 1;
    const found = await compare([['A-1', last]], [['A-1', last], ['A-1', last - 1], ['A-1', 0]]);
    expect(found.get('A-1')).toMatchObject({ new: 2, open: 1, gone: 0, newIds: ['A-1-fffffffffffe', 'A-1-000000000000'] });
  });

  it('name the first hundred new ids, in the order of rows', async () => {
    const now = Array.from({ length: 150 }, (_, index): Line => ['A-1', 1_000 - index]);
    const found = (await compare([], now)).get('A-1');
    expect(found?.new).toBe(150);
    expect(found?.newIds).toHaveLength(NEW_IDS_KEPT);
    expect(found?.newIds[0]).toBe('A-1-0000000003e8');
  });

  it('count each row where two share an id', async () => {
    expect((await compare([['A-1', 1], ['A-1', 1, 'decided'], ['A-1', 2]], [['A-1', 1], ['A-1', 1]])).get('A-1')).toEqual({ new: 0, open: 2, decided: 0, gone: 1, goneUndecided: 1, newIds: [] });
  });

  it('of 400,000 take the memory of one query’s ids', async () => {
    const size = 400_000;
    const many = function* (from: number): Generator<Line> {
      for (let index = 0; index < size; index += 1) yield ['A-1', from + ((index * 7_919) % size)];
    };
    let most = 0;
    const watched = async function* (): AsyncGenerator<readonly ComparedException[]> {
      for await (const chunk of chunks(many(size / 2), 1_000)) {
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        yield chunk;
      }
    };
    const before = process.memoryUsage().arrayBuffers;
    const found = (await compareExceptions(chunks(many(0), 1_000), watched())).get('A-1');
    expect(found).toMatchObject({ new: size / 2, open: size / 2, gone: size / 2 });
    expect(most - before).toBeLessThan(16 * 1024 * 1024);
  });

  it('close both files when one cannot be read', async () => {
    const closed: string[] = [];
    const broken = async function* (): AsyncGenerator<readonly ComparedException[]> {
      await Promise.resolve();
      throw new Error('is not sorted by query');
      yield [];
    };
    const whole = async function* (): AsyncGenerator<readonly ComparedException[]> {
      try {
        yield* chunks([['A-1', 1], ['A-1', 2], ['A-1', 3]]);
      } finally {
        closed.push('whole');
      }
    };
    await expect(compareExceptions(whole(), broken())).rejects.toThrow('is not sorted by query');
    expect(closed).toEqual(['whole']);
  });
});
