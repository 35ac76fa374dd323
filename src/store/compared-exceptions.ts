import type { ComparedException } from '../evidence/trend-exceptions.js';
import { csvLine } from './csv.js';
import { EXCEPTION_COLUMNS, parseExceptionLine } from './exceptions-csv.js';

/** A line of ours is far shorter. */
const MAX_LINE_CHARACTERS = 1_000;
const HEAD = csvLine(EXCEPTION_COLUMNS).trimEnd();

/**
 * Exceptions of an exceptions.csv anybody may have written, a chunk at a time, each query's together and in order of their ids.
 * Errors are fragments that follow the file's name.
 */
export async function* comparedExceptions(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly ComparedException[]> {
  let last: string | null = null;
  for await (const lines of textLines(chunks)) {
    const exceptions: ComparedException[] = [];
    for (const line of lines) {
      if (line.length > MAX_LINE_CHARACTERS) throw new Error('holds a line that is no exception');
      if (last === null) {
        if (line !== HEAD) throw new Error('does not begin with the names of its columns');
        last = '';
        continue;
      }
      const { id, query, state } = parseExceptionLine(line);
      if (query < last) throw new Error('is not sorted by query');
      last = query;
      exceptions.push({ query, hash: Number.parseInt(id.slice(-12), 16), state });
    }
    yield exceptions;
  }
  if (last === null) throw new Error('is empty');
}

async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder();
  let begun = '';
  for await (const chunk of chunks) {
    const lines = (begun + decoder.decode(chunk, { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    if (begun.length > MAX_LINE_CHARACTERS) throw new Error('holds a line that is no exception');
    yield lines;
  }
  if (begun !== '') throw new Error('ends within a line');
}
