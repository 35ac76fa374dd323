/** Results in the order of the items, so many under way at once. After a failure no further item is begun. */
export async function inParallel<Item, Result>(items: readonly Item[], atOnce: number, of: (item: Item) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  await workThrough([...items.entries()].reverse(), atOnce, async ([index, item]) => {
    results[index] = await of(item);
    return [];
  });
  return results;
}

/** Works until nothing is left, where each piece of work may bring more. The newest is begun first. */
export async function workThrough<Item>(first: readonly Item[], atOnce: number, work: (item: Item) => Promise<readonly Item[]>): Promise<void> {
  const waiting = [...first];
  let failed = false;
  let idle: (() => void)[] = [];
  let busy = 0;
  const worker = async (): Promise<void> => {
    while (!failed) {
      const item = waiting.pop();
      if (item === undefined) {
        if (busy === 0) return;
        await new Promise<void>((resolve) => void idle.push(resolve));
        continue;
      }
      busy += 1;
      try {
        for (const more of await work(item)) waiting.push(more);
      } catch (error) {
        failed = true;
        throw error;
      } finally {
        busy -= 1;
        const woken = idle;
        idle = [];
        for (const wake of woken) wake();
      }
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, worker));
  const end = ends.find((each) => each.status === 'rejected');
  if (end !== undefined) throw end.reason;
}
