import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckDb } from '../src/engines/duckdb/engine.js';
import type { Value } from '../src/engines/engine.js';
import { executable } from '../src/pack/executable-query.js';
import type { Query } from '../src/pack/query.js';
import { type CaseFile, parseCaseFile } from '../src/self-test/case-file.js';
import { type Case, CASE_PERIOD } from '../src/self-test/cases.js';
import { problemLine } from '../src/settings/yaml-document.js';

export type { LogRecord } from '../src/engines/case-engine.js';
export type { CaseFile } from '../src/self-test/case-file.js';
export { type Case, CASE_PERIOD, mustCases, mustNotCases, names } from '../src/self-test/cases.js';

export async function readCaseFile(path: string): Promise<CaseFile> {
  const read = parseCaseFile(await readFile(path));
  if (!('file' in read)) throw new Error(read.map((problem) => problemLine(path, problem)).join('\n'));
  return read.file;
}

/** Rows a query returns on a case, through the whole engine: a log file on disk, DuckDB, the query's text. The self-test's engine is held against it. */
export async function runCase(query: Query, example: Case): Promise<readonly Readonly<Record<string, Value>>[]> {
  const folder = await mkdtemp(join(tmpdir(), 'query-case-'));
  try {
    const path = join(folder, 'case.json');
    const text = JSON.stringify({ Records: example.records });
    await writeFile(path, text);
    const file = { path, key: 'case.json', kind: 'log', account: null, region: null, deliveryDay: null, bytes: text.length } as const;
    const engine = await openDuckDb({ files: [file], period: CASE_PERIOD, memoryLimitMb: 512, tempDir: folder });
    try {
      await engine.load();
      const run = await engine.run(executable(query, example.lists));
      const rows: Record<string, Value>[] = [];
      for await (const chunk of run.chunks) {
        rows.push(...chunk.map((row) => Object.fromEntries(run.columns.map((column, index) => [column, row[index] ?? null]))));
      }
      return rows;
    } finally {
      await engine.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
