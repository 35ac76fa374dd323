import { describe, expect, it } from '@jest/globals';
import { inParallel, workThrough } from '../../src/sources/in-parallel.js';

const soon = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('items in parallel', () => {
  it('give their results in their own order, and so many are under way at once', async () => {
    let [under, most] = [0, 0];
    const results = await inParallel([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      most = Math.max(most, (under += 1));
      for (let turn = 0; turn < 8 - item; turn += 1) await soon();
      under -= 1;
      return item * 10;
    });
    expect([results, most]).toEqual([[10, 20, 30, 40, 50, 60, 70], 3]);
  });

  it('of which one fails are not begun after it', async () => {
    const begun: number[] = [];
    const work = inParallel([1, 2, 3, 4, 5], 2, async (item) => {
      begun.push(item);
      await soon();
      if (item === 1) throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(begun).toEqual([1, 2]);
  });
});

describe('work that brings more work', () => {
  it('ends when nothing is left, though workers had nothing to do for a while', async () => {
    const done: string[] = [];
    await workThrough(['a'], 4, async (item) => {
      await soon();
      done.push(item);
      return item.length < 3 ? [`${item}x`, `${item}y`] : [];
    });
    expect(done.sort()).toEqual(['a', 'ax', 'axx', 'axy', 'ay', 'ayx', 'ayy']);
  });

  it('may bring more than a call takes arguments', async () => {
    let done = 0;
    await workThrough([true], 4, (isFirst) => {
      done += 1;
      return Promise.resolve(isFirst ? Array<boolean>(150_000).fill(false) : []);
    });
    expect(done).toBe(150_001);
  });
});
