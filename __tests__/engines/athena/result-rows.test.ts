import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Executions } from '../../../src/engines/athena/executions.js';
import { counted, readRows } from '../../../src/engines/athena/result-rows.js';
import type { Row } from '../../../src/engines/engine.js';
import type { StatementResult } from '../../counterparts/backend.js';
import { athenaError, type Fault, type GatewayAnswer, onCall, s3Error } from '../../counterparts/gateway.js';
import { keysIn, scripted, withWorld, type World } from './athena-world.js';

type Cell = string | null;
const text = { name: 'event_id', type: 'varchar' };
const count = { name: 'rows_in_result', type: 'bigint' };
/** A result of one column and the count of its rows. */
const resultOf = (values: readonly Cell[]): Partial<StatementResult> => ({ columns: [text, count], rows: values.map((value) => [value, String(values.length)]) });
const many = (rows: number): Cell[] => Array.from({ length: rows }, (_, index) => `e-${String(index).padStart(6, '0')}`);

interface Read {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

interface Given {
  readonly faults?: readonly Fault[];
  /** Once the statement has ended. */
  readonly before?: (world: World) => Promise<unknown>;
}

async function read(result: Partial<StatementResult>, { faults = [], before }: Given = {}, seen: (world: World) => void = () => undefined): Promise<Read> {
  return withWorld({ backend: () => scripted(() => result), faults }, async (world) => {
    const executions = new Executions({ ...world, database: 'audit', workgroup: 'audit', output: null, nonce: 'run_1', maxScanBytes: null });
    const finished = await executions.run({ purpose: 'ROOT-01', sql: 'SELECT 1' });
    await before?.(world);
    try {
      const { columns, chunks } = await readRows(finished, world);
      const rows: Row[] = [];
      for await (const chunk of chunks) rows.push(...chunk);
      return { columns, rows };
    } finally {
      seen(world);
    }
  });
}

/** Of an answer, what is changed here. */
interface Body {
  readonly NextToken?: string;
  readonly ResultSet: { readonly Rows: readonly object[] };
  readonly QueryExecutions: readonly object[];
}
const bodyOf = ({ body }: GatewayAnswer): Body => JSON.parse(String(body)) as Body;
/** The gateway's answer with its JSON changed. */
const changed = (change: (body: Body) => object): Fault => async (_request, answered) => {
  const answer = await answered();
  return { ...answer, body: JSON.stringify(change(bodyOf(answer))) };
};
const rowsChanged = (change: (rows: readonly object[]) => readonly object[]): Fault => changed((body) => ({ ...body, ResultSet: { ...body.ResultSet, Rows: change(body.ResultSet.Rows) } }));
/** As in a workgroup that keeps results itself: no object to read. */
const managed = onCall('BatchGetQueryExecution', changed((body) => ({ QueryExecutions: body.QueryExecutions.map((execution) => ({ ...execution, ResultConfiguration: undefined })) })));
const operations = ({ requests }: World): readonly string[] => requests.map(({ operation }) => operation);

describe('rows', () => {
  const HOSTILE: readonly Cell[] = ['', null, '""', '"', ',', 'a,"b"\nc', '\r\n', '=1+1', 'ünï𝄞', 'NULL', '\\N', ' ', '\u2028', 'x'.repeat(70_000)];
  it.each([['a page', 0], ['the result object', 1_000]])('from %s keep every value', async (_name, more) => {
    const values = [...HOSTILE, ...many(more)];
    const { columns, rows } = await read(resultOf(values));
    expect(columns).toEqual(['event_id']);
    expect(rows).toEqual(values.map((value) => [value]));
  });

  it.each([[0, 0], [1, 0], [999, 0], [1_000, 1], [1_001, 1], [25_000, 1]])('%i of them come with %i objects read', async (rows, objects) => {
    const values = many(rows);
    const got = await read(resultOf(values), {}, (world) => {
      expect(operations(world).filter((operation) => operation === 'GetObject')).toHaveLength(objects);
      expect(operations(world).filter((operation) => operation === 'GetQueryResults')).toHaveLength(1);
    });
    expect(got.rows).toEqual(values.map((value) => [value]));
  });

  it('come page by page where the workgroup keeps its results', async () => {
    const values = many(2_500);
    const got = await read(resultOf(values), { faults: [managed] }, (world) => {
      expect(operations(world).filter((operation) => operation === 'GetQueryResults')).toHaveLength(3);
      expect(operations(world)).not.toContain('GetObject');
    });
    expect(got.rows).toEqual(values.map((value) => [value]));
  });

  it('are text or whole numbers', async () => {
    const typed = (type: string, value: Cell): Partial<StatementResult> => ({ columns: [{ name: 'n', type }, count], rows: [[value, '1']] });
    for (const type of ['tinyint', 'smallint', 'integer', 'bigint']) expect((await read(typed(type, '-7'))).rows).toEqual([[-7]]);
    expect((await read(typed('char', '7'))).rows).toEqual([['7']]);
    expect((await read(typed('bigint', null))).rows).toEqual([[null]]);
    await expect(read(typed('double', '7.5'))).rejects.toThrow('ROOT-01: the column n is double; results are text or whole numbers.');
    await expect(read(typed('bigint', '9007199254740993'))).rejects.toThrow('ROOT-01: a whole number is too large to be exact: 9007199254740993.');
    await expect(read(typed('bigint', 'seven'))).rejects.toThrow('ROOT-01: a value of the column n is not the whole number that its type says.');
  });

  it('are those of a text that ends in a comment, too', () => {
    expect(counted('SELECT 1 AS a -- one\n')).toBe('SELECT q.*, count(*) OVER () AS rows_in_result FROM (\nSELECT 1 AS a -- one\n) q');
  });
});

describe('a result that is not whole fails its query', () => {
  const nextToken = (token: (given: string) => string | undefined): Fault => changed(({ NextToken, ...body }) => ({ ...body, NextToken: NextToken === undefined ? undefined : token(NextToken) }));
  const cutTo = (bytes: number): Fault => async (_request, answered): Promise<GatewayAnswer> => {
    const answer = await answered();
    const body = Buffer.from(answer.body as string).subarray(0, bytes);
    return { ...answer, headers: { ...answer.headers, 'content-length': String(body.length) }, body };
  };
  const withoutLast = rowsChanged((rows) => rows.slice(0, -1));
  const faults: [string, readonly Cell[], Given, RegExp][] = [
    ['a row is lost from a page', many(5), { faults: [onCall('GetQueryResults', withoutLast)] }, /^ROOT-01: 4 rows came, but Athena counted 5\.$/],
    ['the token to the next page is lost', many(2_500), { faults: [managed, onCall('GetQueryResults', nextToken(() => undefined))] }, /^ROOT-01: 999 rows came, but Athena counted 2500\.$/],
    ['later pages are empty', many(2_500), { faults: [managed, onCall('GetQueryResults', (request, answered) => (request.input['NextToken'] === undefined ? undefined : rowsChanged(() => [])(request, answered)))] }, /^ROOT-01: 999 rows came, but Athena counted 2500\.$/],
    ['a token leads back', many(2_500), { faults: [managed, onCall('GetQueryResults', nextToken(() => 'again'), 1), onCall('GetQueryResults', changed((body) => ({ ...body, NextToken: 'again' })))] }, /^ROOT-01: /],
    ['a page comes twice', many(3_500), { faults: [managed, onCall('GetQueryResults', twice())] }, /^ROOT-01: Athena gave the same page of rows twice\.$/],
    ['the object is not there', many(1_500), { before: async ({ root }) => Promise.all((await keysIn(root, 'results')).map((key) => rm(join(root, 'results', key)))) }, /^ROOT-01: the result object in S3 is not there\. Does something delete/],
    ['the object is cut between rows', many(1_500), { faults: [onCall('GetObject', cutTo(42 + 18 * 1_200))] }, /^ROOT-01: \d+ rows came, but Athena counted 1500\.$|is cut or is not Athena’s/],
    ['the object is cut inside a row', many(1_500), { faults: [onCall('GetObject', cutTo(20_003))] }, /^ROOT-01: the result object in S3 is cut or is not Athena’s|rows came, but|has 1 values/],
    ['the object is another statement’s', many(1_500), { faults: [onCall('GetObject', () => ({ status: 200, headers: { etag: '"x"' }, body: '"other"\n"a"\n' }))] }, /^ROOT-01: the result does not begin with the names of its columns\.$/],
    ['the object holds rows of another run', many(1_500), { faults: [onCall('GetObject', () => ({ status: 200, headers: { etag: '"x"' }, body: '"event_id","rows_in_result"\n"a","1500"\n"b","2"\n' }))] }, /^ROOT-01: rows of two results came: one counts 1500, another 2\.$/],
    ['the object is empty', many(1_500), { faults: [onCall('GetObject', () => ({ status: 200, headers: { etag: '"x"' }, body: '' }))] }, /^ROOT-01: the result is empty; not even the names of its columns came\.$/],
    ['the object is no CSV', many(1_500), { faults: [onCall('GetObject', () => ({ status: 200, headers: { etag: '"x"' }, body: '"event_id","rows_in_result"\n"a"b","1"\n' }))] }, /^ROOT-01: the result object in S3 is cut or is not Athena’s: [0-9a-f-]+\.csv\.$/],
    ['the object is not text', many(1_500), { faults: [onCall('GetObject', () => ({ status: 200, headers: { etag: '"x"' }, body: Buffer.from([0x22, 0xff, 0x22]) }))] }, /is cut or is not Athena’s/],
    ['reading the object is denied', many(1_500), { faults: [onCall('GetObject', () => s3Error(403, 'AccessDenied', 'Access Denied'))] }, /^ROOT-01: access is denied\. Allow s3:GetObject on arn:aws:s3:::results\/athena\/[0-9a-f-]+\.csv in the role's policy\.$/],
    ['reading pages is denied', many(5), { faults: [onCall('GetQueryResults', () => athenaError('AccessDeniedException', 'no'))] }, /^ROOT-01: access is denied\. Allow athena:GetQueryResults and s3:GetObject on athena-output in the role's policy\.$/],
    ['a page has no header', many(5), { faults: [onCall('GetQueryResults', rowsChanged((rows) => rows.slice(1)))] }, /^ROOT-01: the result does not begin with the names of its columns\.$/],
    ['nothing comes at all', [], { faults: [onCall('GetQueryResults', withoutLast)] }, /^ROOT-01: the result is empty; not even the names of its columns came\.$/],
    ['no row comes, and Athena’s statistics tell of some', [], { faults: [onCall('GetQueryRuntimeStatistics', () => ({ status: 200, body: JSON.stringify({ QueryRuntimeStatistics: { Rows: { OutputRows: 3 } } }) }))] }, /^ROOT-01: 0 rows came, but Athena counted 3\.$/],
  ];
  /** The second page in place of each later one. */
  function twice(): Fault {
    let second: Body | null = null;
    return async ({ input }, answered) => {
      const answer = await answered();
      if (input['NextToken'] === undefined) return answer;
      second ??= bodyOf(answer);
      return { ...answer, body: JSON.stringify({ ...bodyOf(answer), ResultSet: second.ResultSet }) };
    };
  }
  it.each(faults)('%s', async (_name, values, given, message) => {
    await expect(read(resultOf(values), given)).rejects.toThrow(message);
  });
});

describe('no row at all', () => {
  it('is believed where Athena’s statistics say so, and where they are not to be had', async () => {
    expect((await read(resultOf([]), {}, (world) => expect(operations(world)).toContain('GetQueryRuntimeStatistics'))).rows).toEqual([]);
    expect((await read(resultOf([]), { faults: [onCall('GetQueryRuntimeStatistics', () => athenaError('AccessDeniedException', 'no'))] })).rows).toEqual([]);
  });
});

describe('a stream that breaks', () => {
  it('is taken up where it broke', async () => {
    const values = many(30_000);
    const breaking: Fault = async (_request, answered) => ({ ...(await answered()), breaksAfter: 100_000 });
    const got = await read(resultOf(values), { faults: [onCall('GetObject', breaking, 3)] }, ({ requests }) => {
      const ranges = requests.filter(({ operation }) => operation === 'GetObject').map(({ input }) => input['Range']);
      expect(ranges[0]).toBeUndefined();
      expect(ranges).toHaveLength(4);
    });
    expect(got.rows).toEqual(values.map((value) => [value]));
  });

  it('again and again fails its query', async () => {
    const breaking: Fault = async (_request, answered) => ({ ...(await answered()), breaksAfter: 10 });
    await expect(read(resultOf(many(1_500)), { faults: [onCall('GetObject', breaking)] })).rejects.toThrow('ROOT-01: the result object in S3 broke off 5 times while it was read. Run again later.');
  });

  it('is not taken up in another object that took its place', async () => {
    const breaking: Fault = async (_request, answered) => ({ ...(await answered()), breaksAfter: 1_000 });
    const faults = [onCall('GetObject', breaking, 1), onCall('GetObject', ({ input }) => (input['IfMatch'] === undefined ? undefined : s3Error(412, 'PreconditionFailed', 'The object was changed')))];
    await expect(read(resultOf(many(1_500)), { faults })).rejects.toThrow('ROOT-01: the result object in S3 was replaced while it was read.');
  });
});
