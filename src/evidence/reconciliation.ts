/**
 * A population from CloudTrail against somebody's own list. Two entries are the same when their keys are: the texts of the
 * key columns, without space around them, compared exactly. An entry with an empty part in its key has none and matches nothing.
 */
export interface ReconciliationCounts {
  /** Rows of the population: `rows = matchedRows + onlyInCloudTrail`. */
  readonly rows: number;
  readonly matchedRows: number;
  readonly onlyInCloudTrail: number;
  /** Among the rows that are only in CloudTrail. */
  readonly rowsWithoutKey: number;
  /** Entries of the list: `entries = matchedEntries + onlyInList`. */
  readonly entries: number;
  readonly matchedEntries: number;
  readonly onlyInList: number;
  /** Among the entries that are only in the list. */
  readonly entriesWithoutKey: number;
  /** Keys that both have, and those of them that one or the other has more than once. */
  readonly matchedKeys: number;
  readonly matchedKeysRepeatedInCloudTrail: number;
  readonly matchedKeysRepeatedInList: number;
  /** Keys that the list has more than once, matched or not. */
  readonly keysRepeatedInList: number;
}

/** Where a key stands in the list, and how often it was met in the population. */
interface Listed {
  /** Indexes of the list's entries. */
  readonly entries: number[];
  rows: number;
}

/** Holds the list's keys and no row of the population: each is met once by `meet`. */
export class Reconciliation {
  readonly #listed = new Map<string, Listed>();
  #entries = 0;
  #entriesWithoutKey = 0;
  #rows = 0;
  #matchedRows = 0;
  #rowsWithoutKey = 0;

  constructor(keys: Iterable<readonly string[]>) {
    for (const key of keys) this.#list(keyOf(key), this.#entries++);
  }

  /** Counts one row of the population. */
  meet(key: readonly string[]): void {
    const text = keyOf(key);
    this.#rows += 1;
    if (text === null) this.#rowsWithoutKey += 1;
    const listed = text === null ? undefined : this.#listed.get(text);
    if (listed === undefined) return;
    listed.rows += 1;
    this.#matchedRows += 1;
  }

  /** The list's entries with this key, in the list's order; empty: only in CloudTrail. */
  entriesFor(key: readonly string[]): readonly number[] {
    const text = keyOf(key);
    return text === null ? [] : (this.#listed.get(text)?.entries ?? []);
  }

  /** How many rows of the population had the key of an entry. */
  rowsFor(key: readonly string[]): number {
    const text = keyOf(key);
    return text === null ? 0 : (this.#listed.get(text)?.rows ?? 0);
  }

  counts(): ReconciliationCounts {
    const listed = [...this.#listed.values()];
    const matched = listed.filter(({ rows }) => rows > 0);
    const repeated = (of: readonly Listed[]): number => of.filter(({ entries }) => entries.length > 1).length;
    const matchedEntries = matched.reduce((sum, { entries }) => sum + entries.length, 0);
    return {
      rows: this.#rows,
      matchedRows: this.#matchedRows,
      onlyInCloudTrail: this.#rows - this.#matchedRows,
      rowsWithoutKey: this.#rowsWithoutKey,
      entries: this.#entries,
      matchedEntries,
      onlyInList: this.#entries - matchedEntries,
      entriesWithoutKey: this.#entriesWithoutKey,
      matchedKeys: matched.length,
      matchedKeysRepeatedInCloudTrail: matched.filter(({ rows }) => rows > 1).length,
      matchedKeysRepeatedInList: repeated(matched),
      keysRepeatedInList: repeated(listed),
    };
  }

  #list(key: string | null, index: number): void {
    if (key === null) {
      this.#entriesWithoutKey += 1;
      return;
    }
    const known = this.#listed.get(key);
    if (known === undefined) this.#listed.set(key, { entries: [index], rows: 0 });
    else known.entries.push(index);
  }
}

/** Parts joined so that no two keys are one text; null when a part is empty. */
function keyOf(parts: readonly string[]): string | null {
  const trimmed = parts.map((part) => part.trim());
  return trimmed.includes('') ? null : trimmed.length === 1 ? (trimmed[0] ?? null) : JSON.stringify(trimmed);
}
