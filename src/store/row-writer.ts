import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Row } from '../engines/engine.js';
import type { FileDigest } from '../report/input.js';
import { csvLine } from './csv.js';
import { HashedFile } from './hashed-file.js';
import { jsonlEncoder } from './jsonl.js';
import { requirePackPath } from './pack-path.js';

export interface RowFiles {
  readonly csv: FileDigest;
  readonly jsonl: FileDigest;
  readonly rows: number;
}

/** Streams the rows of one query to `results/<ID>.csv` and `results/<ID>.jsonl`. */
export class RowWriter {
  #rows = 0;

  private constructor(
    private readonly paths: { readonly csv: string; readonly jsonl: string },
    private readonly csv: HashedFile,
    private readonly jsonl: HashedFile,
    private readonly jsonlLine: (row: Row) => string,
  ) {}

  /** `columns` as they stand in the rows: for `expect: none` the caller puts `exception_id` first. */
  static async open(folder: string, queryId: string, columns: readonly string[]): Promise<RowWriter> {
    const paths = { csv: requirePackPath(`results/${queryId}.csv`), jsonl: requirePackPath(`results/${queryId}.jsonl`) };
    const jsonlLine = jsonlEncoder(columns);
    await mkdir(dirname(join(folder, paths.csv)), { recursive: true });
    const csv = await HashedFile.create(join(folder, paths.csv));
    try {
      const jsonl = await HashedFile.create(join(folder, paths.jsonl));
      csv.add(csvLine(columns));
      return new RowWriter(paths, csv, jsonl, jsonlLine);
    } catch (error) {
      await csv.discard();
      throw error;
    }
  }

  /** Writes a chunk of any size; resolves when the disk has taken what does not fit the buffers. */
  async write(rows: readonly Row[]): Promise<void> {
    for (const row of rows) {
      const exact = this.jsonlLine(row);
      if (this.jsonl.add(exact)) await this.jsonl.flush();
      if (this.csv.add(csvLine(row))) await this.csv.flush();
    }
    this.#rows += rows.length;
  }

  async close(): Promise<RowFiles> {
    const csv = { path: this.paths.csv, ...(await this.csv.close()) };
    const jsonl = { path: this.paths.jsonl, ...(await this.jsonl.close()) };
    return { csv, jsonl, rows: this.#rows };
  }

  /** For a query that failed half-way: neither file stays. */
  async discard(): Promise<void> {
    await Promise.all([this.csv.discard(), this.jsonl.discard()]);
  }
}
