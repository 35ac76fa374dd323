import type { ExceptionState } from './decisions.js';

/** A line of exceptions.csv, as far as packs are compared by it. */
export interface ComparedException {
  readonly query: string;
  /** The 12 hexadecimal digits of the exception's id, as a number: 48 bits are exact in one. */
  readonly hash: number;
  readonly state: ExceptionState;
}

/** Lines in the file's order, sorted by query, a chunk at a time. */
export type ExceptionChunks = AsyncIterable<readonly ComparedException[]>;

/** Exceptions of one query in two packs, told apart by their ids. */
export interface ExceptionCounts {
  /** In this pack alone. */
  readonly new: number;
  /** In both, and undecided now, or decided no longer. */
  readonly open: number;
  /** In both, and decided now. */
  readonly decided: number;
  /** In the previous pack alone. */
  readonly gone: number;
  /** Of those gone: not decided when the previous pack was written. */
  readonly goneUndecided: number;
  /** Ids of the first new ones, in the order of rows. */
  readonly newIds: readonly string[];
}

export interface ExceptionTrend {
  readonly query: string;
  readonly before: number;
  readonly now: number;
  /** Null where one of the packs did not answer the query, or does not have it: that an exception is missing there says nothing. */
  readonly compared: ExceptionCounts | null;
}

/** Ids of new exceptions a trend holds of each query; all of them are in exceptions.csv. */
export const NEW_IDS_KEPT = 100;

const HASH_DIGITS = 12;

/** Reads both packs' exceptions once, side by side; memory holds the previous pack's ids of one query. */
export async function compareExceptions(before: ExceptionChunks, now: ExceptionChunks): Promise<ReadonlyMap<string, ExceptionCounts>> {
  const [then, today] = [new ByQuery(before), new ByQuery(now)];
  const counts = new Map<string, ExceptionCounts>();
  try {
    for (;;) {
      const [was, is] = [await then.query(), await today.query()];
      const query = was === null ? is : is === null ? was : was < is ? was : is;
      if (query === null) return counts;
      counts.set(query, await compareOne(query, await KnownExceptions.from(then.take(query)), today.take(query)));
    }
  } finally {
    await then.close();
    await today.close();
  }
}

async function compareOne(query: string, known: KnownExceptions, now: AsyncIterable<readonly ComparedException[]>): Promise<ExceptionCounts> {
  const found = { new: 0, open: 0, decided: 0 };
  const newIds: string[] = [];
  for await (const lines of now) {
    for (const { hash, state } of lines) {
      if (known.meet(hash)) found[state === 'decided' ? 'decided' : 'open'] += 1;
      else if ((found.new += 1) <= NEW_IDS_KEPT) newIds.push(`${query}-${hash.toString(16).padStart(HASH_DIGITS, '0')}`);
    }
  }
  return { ...found, ...known.notMet(), newIds };
}

/** A file's lines, handed out query by query. */
class ByQuery {
  readonly #chunks: AsyncIterator<readonly ComparedException[]>;
  #lines: readonly ComparedException[] = [];
  #at = 0;

  constructor(chunks: ExceptionChunks) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The query of the next line; null at the end. */
  async query(): Promise<string | null> {
    while (this.#at >= this.#lines.length) {
      const next = await this.#chunks.next();
      if (next.done === true) return null;
      this.#lines = next.value;
      this.#at = 0;
    }
    return this.#lines[this.#at]?.query ?? null;
  }

  async *take(query: string): AsyncGenerator<readonly ComparedException[]> {
    while ((await this.query()) === query) {
      let end = this.#at;
      while (this.#lines[end]?.query === query) end += 1;
      const lines = this.#lines.slice(this.#at, end);
      this.#at = end;
      yield lines;
    }
  }

  async close(): Promise<void> {
    await this.#chunks.return?.();
  }
}

const FIRST_ROOM = 1_024;

/** Ids of one query with one bit of state each, sorted in one array: eight bytes and a bit an exception. */
class KnownExceptions {
  readonly #met: Uint8Array;

  private constructor(private readonly sorted: Float64Array) {
    this.#met = new Uint8Array(sorted.length);
  }

  static async from(chunks: AsyncIterable<readonly ComparedException[]>): Promise<KnownExceptions> {
    let ids = new Float64Array(FIRST_ROOM);
    let used = 0;
    for await (const lines of chunks) {
      for (const { hash, state } of lines) {
        if (used === ids.length) {
          const larger = new Float64Array(used * 2);
          larger.set(ids);
          ids = larger;
        }
        ids[used] = hash * 2 + (state === 'decided' ? 1 : 0);
        used += 1;
      }
    }
    return new KnownExceptions(ids.subarray(0, used).sort());
  }

  /** Whether the id is known; one that was met is not gone. */
  meet(hash: number): boolean {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.sorted[middle] ?? 0) < hash * 2) low = middle + 1;
      else high = middle;
    }
    let isKnown = false;
    for (; Math.floor((this.sorted[low] ?? -1) / 2) === hash; low += 1) {
      this.#met[low] = 1;
      isKnown = true;
    }
    return isKnown;
  }

  notMet(): { readonly gone: number; readonly goneUndecided: number } {
    let gone = 0;
    let goneUndecided = 0;
    for (let index = 0; index < this.sorted.length; index += 1) {
      if (this.#met[index] === 1) continue;
      gone += 1;
      if ((this.sorted[index] ?? 0) % 2 === 0) goneUndecided += 1;
    }
    return { gone, goneUndecided };
  }
}
