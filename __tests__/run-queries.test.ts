import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { type Engine, EngineError, type Row } from '../src/engines/engine.js';
import { exceptionId } from '../src/evidence/exception-id.js';
import type { Query } from '../src/pack/query.js';
import { runQueries } from '../src/run-queries.js';
import type { Decision } from '../src/settings/decision.js';
import { PackFolder } from '../src/store/pack-folder.js';
import { query } from './evidence/month.js';
import { contextOf, filesOf, settingsOf, temporaryRoom } from './small-archive.js';

const room = await temporaryRoom();
let packs = 0;

/** What an engine answers, by query: rows, chunk by chunk, or an error in place of a chunk. */
type Answers = Readonly<Record<string, { readonly columns?: readonly string[]; readonly chunks: readonly (readonly Row[] | Error)[] } | Error>>;

function fakeEngine(answers: Answers): Engine & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    name: 'duckdb', queriesAtOnce: 2, asked,
    load: () => Promise.reject(new Error('not asked for here')),
    run: ({ query: { id } }) => {
      asked.push(id);
      const answer = answers[id];
      if (answer === undefined || answer instanceof Error) return Promise.reject(answer ?? new EngineError(`${id}: no answer`));
      return Promise.resolve({ executedSql: `-- ${id}`, columns: answer.columns ?? ['event_id'], chunks: chunked(answer.chunks) });
    },
    openCases: () => Promise.reject(new Error('not asked for here')),
    spending: () => null,
    close: () => Promise.resolve(),
  };
}

async function* chunked(chunks: readonly (readonly Row[] | Error)[]): AsyncGenerator<readonly Row[]> {
  for (const chunk of chunks) {
    await Promise.resolve();
    if (chunk instanceof Error) throw chunk;
    yield chunk;
  }
}

async function ran(queries: readonly Query[], answers: Answers, decisions: readonly Decision[] = []): Promise<{ readonly outcomes: Awaited<ReturnType<typeof runQueries>>; readonly files: ReadonlyMap<string, Buffer>; readonly asked: readonly string[]; readonly said: readonly string[] }> {
  const engine = fakeEngine(answers);
  const pack = await PackFolder.create(join(room, `out-${packs++}`), '2026-10');
  const { progress, said } = contextOf();
  const outcomes = await runQueries({ queries, engine, settings: { ...settingsOf({ logs: room }), decisions: { path: 'd.yml', sha256: '', decisions } }, accounts: [], pack, progress });
  return { outcomes, files: await filesOf(pack.staging), asked: engine.asked, said };
}

const three = ['ROOT-01', 'ROOT-02', 'ROOT-03'].map((id) => query({ id, text: '/*\n*/\n' }));
const one = { chunks: [[['e-1']]] } as const;

describe('a query that fails', () => {
  const failures: [string, NonNullable<Answers[string]>][] = [
    ['at once', new EngineError('ROOT-02: DuckDB refuses the query.')],
    ['after some rows', { chunks: [[['e-1'], ['e-2']], new EngineError('ROOT-02: DuckDB stopped while the rows were read.')] }],
    ['by returning other columns than its header names', { columns: ['event_id', 'more'], chunks: [] }],
  ];
  it.each(failures)('%s fails alone, and leaves no rows behind', async (_name, answer) => {
    const { outcomes, files, asked, said } = await ran(three, { 'ROOT-01': one, 'ROOT-02': answer, 'ROOT-03': one });
    // Two run at once, so which is asked first is left to the disk.
    expect([...asked].sort()).toEqual(['ROOT-01', 'ROOT-02', 'ROOT-03']);
    expect(outcomes.map(({ outcome }) => [outcome.failed, outcome.rows])).toEqual([[false, 1], [true, 0], [false, 1]]);
    expect(outcomes[1]).toMatchObject({ files: null, rows: [] });
    expect(outcomes[1]?.failure).toMatch(/^ROOT-02: /);
    expect([...files.keys()]).toEqual(['queries/ROOT-01.sql', 'queries/ROOT-02.sql', 'queries/ROOT-03.sql', 'results/ROOT-01.csv', 'results/ROOT-01.jsonl', 'results/ROOT-03.csv', 'results/ROOT-03.jsonl']);
    expect(said).toEqual(['ROOT-02 failed; the other queries go on.']);
  });

  it('by a fault of ours stops the run', async () => {
    await expect(ran(three, { 'ROOT-01': new TypeError('ours') })).rejects.toThrow('ours');
  });
});

describe('a query whose list is not configured', () => {
  it('is not run, and its SQL is in the pack', async () => {
    const asked = query({ id: 'ROOT-02', text: '/*\n*/\n', settings: { 'approved-regions': 'required' } });
    const result = await ran([three[0]!, asked], { 'ROOT-01': one });
    expect(result.asked).toEqual(['ROOT-01']);
    expect(result.outcomes[1]?.outcome).toMatchObject({ missingLists: ['approved-regions'], failed: false, rows: 0 });
    expect(result.files.has('queries/ROOT-02.sql')).toBe(true);
  });
});

describe('rows', () => {
  it('of exceptions carry their id first; those of a population do not', async () => {
    const rows: Row[] = [['2026-10-05T10:00:00Z', 'e-1'], [null, 'e-2']];
    const columns = { event_time: 'When', event_id: 'Which' };
    const answer = { columns: ['event_time', 'event_id'], chunks: [rows] };
    const queries = [query({ id: 'ROOT-01', text: '/*\n*/\n', columns, key: ['event_id', 'event_time'] }), query({ id: 'IAM-01', text: '/*\n*/\n', columns, expect: 'population' })];
    const { outcomes, files } = await ran(queries, { 'ROOT-01': answer, 'IAM-01': answer });
    expect(outcomes[0]?.rows).toEqual([[exceptionId('ROOT-01', ['e-1', '2026-10-05T10:00:00Z']), ...rows[0]!], [exceptionId('ROOT-01', ['e-2', null]), ...rows[1]!]]);
    expect(outcomes[0]?.outcome.exceptions).toEqual({ total: 2, decided: 0, undecided: 2, expired: 0 });
    expect(outcomes[1]).toMatchObject({ rows, columns: ['event_time', 'event_id'], outcome: { exceptions: { total: 0 } } });
    expect(files.get('results/ROOT-01.csv')?.toString().split('\n')[0]).toBe('"exception_id","event_time","event_id"');
  });

  it('are counted as decided while they stream, and all of them stay', async () => {
    const id = (event: string): string => exceptionId('ROOT-01', [event]);
    const said = { disposition: 'expected-authorised', reason: 'x', ticket: null, owner: 'a', approver: 'b', decidedOn: '2026-10-06', expires: '2026-10-07' } as const;
    const decisions: Decision[] = [{ exception: id('e-2'), match: null, ...said }, { exception: id('e-3'), match: null, ...said, expires: '2026-10-06' }];
    const { outcomes, files } = await ran([three[0]!], { 'ROOT-01': { chunks: [[['e-1'], ['e-2']], [['e-3']]] } }, decisions);
    expect(outcomes[0]?.outcome).toMatchObject({ rows: 3, exceptions: { total: 3, decided: 1, undecided: 2, expired: 1 } });
    expect(outcomes[0]?.standings).toEqual([{ state: 'undecided', decision: null }, { state: 'decided', decision: 1 }, { state: 'expired', decision: 2 }]);
    expect(outcomes[0]?.outcome.uses.get(1)).toEqual({ exceptions: 1, ids: [id('e-2')], ownActor: false });
    expect(files.get('results/ROOT-01.jsonl')?.toString().trimEnd().split('\n')).toHaveLength(3);
  });

  it('go to disk as they come; reports get the first of them', async () => {
    const chunks = Array.from({ length: 40 }, (_, chunk) => Array.from({ length: 50 }, (_unused, row): Row => [`e-${chunk}-${row}`]));
    const { outcomes, files } = await ran([query({ id: 'IAM-01', text: '/*\n*/\n', expect: 'population' })], { 'IAM-01': { chunks } });
    expect(outcomes[0]?.outcome.rows).toBe(2000);
    expect(outcomes[0]?.rows.length).toBeLessThan(500);
    expect(outcomes[0]?.rows).toEqual(chunks.flat().slice(0, outcomes[0]?.rows.length));
    expect(files.get('results/IAM-01.jsonl')?.toString().split('\n')).toHaveLength(2001);
  });

  it('come with the hash of the SQL that was run, and of the file in the pack', async () => {
    const { outcomes, files } = await ran([three[0]!], { 'ROOT-01': one });
    const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('hex');
    expect(outcomes[0]?.executedSqlSha256).toBe(sha256('-- ROOT-01'));
    expect(outcomes[0]?.outcome.sha256).toBe(sha256(files.get('queries/ROOT-01.sql')!));
  });
});
