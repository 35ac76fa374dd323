import { join } from 'node:path';
import type { QueryResult } from '../evidence/result.js';
import { canonicalJson } from './canonical-json.js';
import { MANIFEST } from './manifest.js';
import { parseResults, resultsJson, type ResultsDocument } from './results-json.js';
import { readRegular } from './safe-read.js';
import type { Examined } from './verify.js';

const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
const MAX_REPORT_BYTES = 256 * 1024 * 1024;

/** A query with one of these results may have no files of rows. */
const WITHOUT_ROWS: readonly string[] = ['failed', 'not-evaluated', 'not-collected'];

/** results.json against the rows and the SQL that stand beside it; what it says, where it can be read. */
export async function checkResults(examined: Examined): Promise<ResultsDocument | null> {
  const { manifest, report } = examined;
  const results = await readDocument(examined, 'results.json', parseWrittenResults);
  if (results === null) return null;
  if (canonicalJson(results.period) !== canonicalJson(manifest.period)) report('results.json', `is about another period than ${MANIFEST}`);
  const ids = new Set(results.queries.map((query) => query.id));
  if (ids.size !== results.queries.length) report('results.json', 'names a query twice');
  for (const query of results.queries) checkQuery(examined, query);
  for (const { path } of manifest.files) {
    const id = /^(?:results|queries)\/(.+)\.[a-z]+$/.exec(path)?.[1];
    if (id !== undefined && !ids.has(id)) report(path, 'belongs to no query of results.json');
  }
  return results;
}

function parseWrittenResults(text: string): ResultsDocument {
  const results = parseResults(text);
  if (resultsJson(results.period, results.queries) !== text) throw new Error('is not in the form this program writes');
  return results;
}

function checkQuery(examined: Examined, query: QueryResult): void {
  const { manifest, report } = examined;
  const sql = manifest.files.find((file) => file.path === `queries/${query.id}.sql`);
  if (sql === undefined) report(`queries/${query.id}.sql`, 'is missing, and results.json has its result');
  else if (sql.sha256 !== query.sha256) report(sql.path, 'is not the query whose result is in results.json');
  checkRows(examined, query, 'csv', query.rows + 1);
  checkRows(examined, query, 'jsonl', query.rows);
  const fault = tallyFault(query);
  if (fault !== null) report('results.json', `contradicts itself at ${query.id}: ${fault}`);
}

function checkRows({ manifest, sound, report }: Examined, query: QueryResult, kind: 'csv' | 'jsonl', lines: number): void {
  const path = `results/${query.id}.${kind}`;
  if (!manifest.files.some((file) => file.path === path)) {
    if (query.rows > 0 || !WITHOUT_ROWS.includes(query.result)) report(path, `is missing, and results.json counts ${query.rows} rows`);
    return;
  }
  const measured = sound.get(path);
  if (measured === undefined) return;
  if (measured.lineFeeds !== lines || (measured.bytes > 0 && !measured.endsInLineFeed)) {
    report(path, `has ${measured.lineFeeds} lines where results.json asks for ${lines}${kind === 'csv' ? ' with the header' : ''}`);
  }
}

/** An exception is a row; each is decided or not, and an expired decision leaves it undecided. */
function tallyFault({ expect, result, rows, exceptions }: QueryResult): string | null {
  const { total, decided, undecided, expired } = exceptions;
  if (total !== (expect === 'none' ? rows : 0)) return `${rows} rows and ${total} exceptions`;
  if (decided + undecided !== total || expired > undecided) return 'its exceptions do not add up';
  if (result === 'exceptions' && total === 0) return 'exceptions noted, and there are none';
  if (result === 'no-exceptions' && (expect !== 'none' || rows > 0)) return 'no exceptions noted, and there are rows';
  if (result === 'not-evaluated' && rows > 0) return `not evaluated, and ${rows} rows`;
  if ((result === 'observed' && rows === 0) || (result === 'not-observed' && rows > 0)) return `${result} with ${rows} rows`;
  return null;
}

/** Every report and the README print the evidence id: a PDF in its title, text anywhere. */
export async function checkReports({ folder, manifest, sound, report }: Examined): Promise<void> {
  for (const { path, role } of manifest.files) {
    if ((role !== 'report' && role !== 'readme') || !sound.has(path)) continue;
    try {
      const bytes = await readRegular(join(folder, path), MAX_REPORT_BYTES);
      const printed = path.endsWith('.pdf') ? titleHolds(bytes, manifest.evidenceId) : bytes.includes(manifest.evidenceId);
      if (!printed) report(path, `does not print the evidence id ${manifest.evidenceId}`);
    } catch (error) {
      report(path, (error as Error).message);
    }
  }
}

/** Titles looked at in a PDF; the document's own is among the first, those of its outline follow. */
const MAX_TITLES = 2_000;
const TITLE_WINDOW = 4_096;

/** Whether a title of the PDF holds the text: as a literal, as UTF-16, or as either in hexadecimal. */
export function titleHolds(pdf: Buffer, text: string): boolean {
  const hex = Buffer.from(text, 'latin1').toString('hex');
  const hexWide = [...text].map((char) => `00${Buffer.from(char, 'latin1').toString('hex')}`).join('');
  let at = pdf.indexOf('/Title');
  for (let seen = 0; at !== -1 && seen < MAX_TITLES; seen++) {
    const title = pdf.toString('latin1', at, at + TITLE_WINDOW).replaceAll('\0', '');
    const lower = title.toLowerCase();
    if (title.includes(text) || lower.includes(hex) || lower.includes(hexWide)) return true;
    at = pdf.indexOf('/Title', at + 1);
  }
  return false;
}

/** A document whose bytes are the manifest's; null, and named, when it cannot be read. */
export async function readDocument<T>({ folder, sound, report }: Examined, path: string, parse: (text: string) => T): Promise<T | null> {
  if (!sound.has(path)) return null;
  try {
    return parse((await readRegular(join(folder, path), MAX_DOCUMENT_BYTES)).toString('utf8'));
  } catch (error) {
    report(path, (error as Error).message);
    return null;
  }
}
