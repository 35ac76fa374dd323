import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/sources/in-parallel.ts
async function inParallel(items, atOnce, of) {
  const results = [];
  await workThrough([...items.entries()].reverse(), atOnce, async ([index, item]) => {
    results[index] = await of(item);
    return [];
  });
  return results;
}
async function workThrough(first, atOnce, work) {
  const waiting = [...first];
  let failed = false;
  let idle = [];
  let busy = 0;
  const worker = async () => {
    while (!failed) {
      const item = waiting.pop();
      if (item === void 0) {
        if (busy === 0) return;
        await new Promise((resolve) => void idle.push(resolve));
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
  const end = ends.find((each) => each.status === "rejected");
  if (end !== void 0) throw end.reason;
}

export {
  inParallel,
  workThrough
};
