import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { PackError } from '../../src/pack/errors.js';
import { loadQueries, readQuery } from '../../src/pack/load-queries.js';
import { lineOf, problemsOf, queryFile, queryOf } from './query-file.js';

describe('a query file without fault', () => {
  it('gives the query with its defaults', () => {
    const text = queryFile();
    expect(readQuery('queries/root/ROOT-01.sql', Buffer.from(text))).toEqual({
      problems: [],
      query: expect.objectContaining({
        id: 'ROOT-01',
        expect: 'none',
        category: { management: 'required' },
        events: 'any',
        context: {},
        needs: ['actor_class'],
        settings: {},
        leadIn: false,
        key: ['event_time', 'account_id', 'event_id'],
        references: [],
        text,
        sha256: createHash('sha256').update(text).digest('hex'),
        path: 'queries/root/ROOT-01.sql',
        own: false,
      }),
    });
  });

  it('keeps the columns in the order written', () => {
    expect(Object.keys(queryOf().columns)).toEqual(['event_time', 'event_id', 'account_id', 'region', 'source_file']);
  });

  it('is not checked again where its very bytes were', () => {
    const text = queryFile();
    const path = 'queries/root/ROOT-01.sql';
    const { sql, text: whole, sha256, path: place, own, ...header } = queryOf();
    const checked = { [sha256]: { ...header, title: 'As it was checked' } };
    expect(readQuery(path, Buffer.from(text), undefined, checked).query).toEqual({ ...header, title: 'As it was checked', sql, text: whole, sha256, path: place, own });
    expect(readQuery(path, Buffer.from(`${text} `), undefined, checked).query?.title).toBe(header.title);
    expect(readQuery('queries/root/ROOT-02.sql', Buffer.from(text), undefined, checked).problems).toEqual(['queries/root/ROOT-02.sql:2: The id ROOT-01 belongs in queries/root/ROOT-01.sql.']);
  });

  const grouped = '\n  actor_name: Who\n  events: How many\n  first_event_id: First\n  last_event_id: Last';
  it.each([
    ['groups events', { columns: grouped, key: '[actor_name]' }, 'SELECT actor_name, count(*) AS events, min_by(event_id, event_time || event_id) AS first_event_id, max_by(event_id, event_time || event_id) AS last_event_id FROM events GROUP BY actor_name'],
    ['reads a list and its own WITH', { settings: '{ known-accounts: optional }' }, 'WITH a AS (SELECT event_time FROM events), b(x) AS (SELECT 1) SELECT a.event_time FROM a, b WHERE a.event_time NOT IN (SELECT value FROM setting_known_accounts)'],
    ['reads the lead-in', { lead_in: 'true' }, 'SELECT e.event_time FROM events e LEFT JOIN (SELECT event_time FROM events_before) b ON b.event_time = e.event_time'],
    ['unnests text', {}, "SELECT e.event_time FROM events e CROSS JOIN UNNEST(split(resource_arns, chr(10))) AS t(value)"],
    ['uses FROM inside expressions', {}, "SELECT event_time FROM events WHERE region IS DISTINCT FROM 'x' AND trim(BOTH ' ' FROM region) = 'y'"],
    ['orders inside a window and an aggregate', {}, 'SELECT row_number() OVER (PARTITION BY region ORDER BY event_time) AS n, array_join(array_agg(DISTINCT region ORDER BY region), \', \') AS r FROM events GROUP BY 1'],
    ['holds forbidden text in strings and comments', {}, "SELECT event_time -- SELECT * ; ORDER BY\nFROM events /* ILIKE 1.5 */ WHERE region = 'a; DROP TABLE ''x'' ORDER BY :: 1.5' AND \"region\" = '-- /*'"],
    ['reads named paths of JSON', { needs: '[tls_version, request_parameters]' }, "SELECT tls_version, json_extract_scalar(request_parameters, '$.a.b[0].c_1') AS c FROM events WHERE json_array_length(json_extract(request_parameters, '$.items')) > 0"],
    ['filters an aggregate', {}, "SELECT count(*) FILTER (WHERE outcome = 'denied') AS denied FROM events"],
    ['divides with care', {}, 'SELECT count(*) / NULLIF(sum(1), 0) AS a, count(*) % 60 AS b FROM events'],
    ['reads other events to judge by', { events: '\n  iam.amazonaws.com: [CreateUser]', context: '\n  iam.amazonaws.com: [DeleteUser]' }, "SELECT event_time FROM events WHERE event_source = 'iam.amazonaws.com' AND event_name IN ('CreateUser', 'DeleteUser')"],
    ['watches sources', { events: '\n  iam.amazonaws.com: [CreateUser]' }, "SELECT event_time FROM events WHERE event_source = 'iam.amazonaws.com' AND event_name IN ('CreateUser')"],
  ] as const)('%s', (_name, changes, sql) => {
    expect(problemsOf(queryFile(changes, sql))).toEqual([]);
  });
});

describe('faults of a header', () => {
  it.each([
    ['a missing key', { title: undefined }, 'id: ROOT-01', 'The key `title` is missing.'],
    ['an unknown key', { severity: 'high' }, 'severity', 'Unknown key `severity`.'],
    ['a key given twice', { limits: 'x\ntitle: again' }, 'title: again', 'The YAML cannot be read: Map keys must be unique'],
    ['YAML that cannot be read', { title: '[a' }, 'question', 'The YAML cannot be read'],
    ['an anchor', { title: '&a x' }, 'title', 'Anchors and aliases are not allowed'],
    ['an empty text', { question: '""' }, 'question', '`question` must not be empty.'],
    ['a number where text belongs', { title: '7' }, 'title', '`title` must be text.'],
    ['an expectation nobody knows', { expect: 'zero' }, 'expect', '`expect` must be one of none, population, some, measure.'],
    ['a class of event nobody knows', { category: '\n  trace: required' }, 'trace', 'Unknown key `category.trace`.'],
    ['a class neither required nor optional', { category: '\n  data: maybe' }, 'data: maybe', '`category.data` must be one of required, optional.'],
    ['no required class', { category: '\n  data: optional' }, 'category', '`category` must name at least one class of event as required.'],
    ['events neither a map nor any', { events: 'all' }, 'events', '`events`: must be "any" or a map'],
    ['no source', { events: '{}' }, 'events', '`events` names no source'],
    ['a source without its ending', { events: '\n  iam: [CreateUser]' }, 'iam:', '`events` names iam; sources end in .amazonaws.com'],
    ['a dated name', { events: '\n  lambda.amazonaws.com: [Invoke, UpdateFunctionCode20150331v2]' }, 'lambda', 'with an API-version suffix'],
    ['a dated name of CloudFront', { events: '\n  cloudfront.amazonaws.com: [CreateDistribution2020_05_31]' }, 'cloudfront', 'with an API-version suffix'],
    ['a list nobody knows', { settings: '{ friends: optional }' }, 'friends', 'Unknown key `settings.friends`.'],
    ['a need that is no column', { needs: '[tls]' }, 'needs', '`needs` names tls, which is no column of events.'],
    ['a lead-in that is neither true nor false', { lead_in: 'yes' }, 'lead_in', '`lead_in` must be true or false.'],
    ['a column without event_time', { columns: '\n  event_id: e\n  account_id: a\n  region: r\n  source_file: s', key: '[event_id]' }, 'columns', 'Event rows must carry event_time too.'],
    ['groups without their events', { columns: '\n  events: n\n  actor_name: who', key: '[actor_name]' }, 'columns', 'Grouped rows must carry first_event_id, last_event_id too.'],
    ['rows that are neither', { columns: '\n  actor_name: who', key: '[actor_name]' }, 'columns', 'holds neither event_id nor events'],
    ['a column in capitals', { columns: '\n  event_id: e\n  event_time: t\n  account_id: a\n  region: r\n  source_file: s\n  Who: w' }, 'Who', 'Column "Who": names are lower-case'],
    ['a column named by a reserved word', { columns: '\n  event_id: e\n  event_time: t\n  account_id: a\n  region: r\n  source_file: s\n  user: w' }, 'user: w', 'Column user is a reserved word'],
    ['a column of whole JSON', { columns: '\n  event_id: e\n  event_time: t\n  account_id: a\n  region: r\n  source_file: s\n  request_parameters: w' }, 'request_parameters', 'would be a whole JSON text'],
    ['a key that is no column', { key: '[event_time, actor_arn]' }, 'key:', '`key` names actor_arn, which is not among the columns.'],
    ['a key named twice', { key: '[event_time, event_time]' }, 'key:', '`key` names a column twice.'],
    ['a reference that is no address', { references: '[docs]' }, 'references', 'is not an https address'],
    ['an id of another shape', { id: 'root-1' }, 'id:', '`id` must look like ROOT-01'],
    ['an id of another file', { id: 'ROOT-02' }, 'id:', 'The id ROOT-02 belongs in queries/root/ROOT-02.sql.'],
    ['a comment inside the comment', { limits: 'arn:aws:s3:::logs/*' }, 'limits', 'DuckDB nests comments'],
  ] as const)('%s', (_name, changes, at, sentence) => {
    const text = queryFile(changes);
    const problems = problemsOf(text);
    const found = problems.find((problem) => problem.includes(sentence));
    expect({ problems, found }).toEqual({ problems, found: expect.stringContaining(sentence) });
    expect(found).toMatch(new RegExp(`^queries/root/ROOT-01\\.sql:${lineOf(text, at)}: `));
  });

  it('a file in the folder of another theme', () => {
    expect(problemsOf(queryFile(), 'queries/iam/ROOT-01.sql')).toEqual(['queries/iam/ROOT-01.sql:2: The id ROOT-01 belongs in queries/root/ROOT-01.sql.']);
  });

  it.each([
    ['no header', 'SELECT 1', ':1: The file must begin with a line "/*"'],
    ['a header that does not end', '/*\nid: ROOT-01\n', ':1: The file must begin with a line "/*"'],
    ['carriage returns', queryFile().replaceAll('\n', '\r\n'), ':1: Lines must end with a line feed only.'],
  ])('%s', (_name, text, sentence) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(sentence)]);
  });

  it('bytes that are not UTF-8', () => {
    expect(readQuery('queries/root/ROOT-01.sql', Buffer.from([0x2f, 0x2a, 0xff])).problems).toEqual(['queries/root/ROOT-01.sql:1: The file is not UTF-8.']);
  });
});

describe('faults of the SQL', () => {
  it.each([
    ['a semicolon', 'SELECT region FROM events;', 'semicolon'],
    ['two statements', 'SELECT region FROM events; SELECT 1', 'semicolon'],
    ['another statement', 'DELETE FROM events', 'must be one SELECT'],
    ['a WITH that writes', 'WITH a AS (SELECT 1) INSERT INTO t SELECT region FROM events', 'A query only reads'],
    ['nothing', '', 'must be one SELECT'],
    ['an order at its end', 'SELECT region FROM events ORDER BY region', 'No ORDER BY at the end'],
    ['an order after a WITH', 'WITH a AS (SELECT region FROM events)\nSELECT region FROM a ORDER\nBY 1', 'No ORDER BY at the end'],
    ['a limit', 'SELECT region FROM events LIMIT 10', 'LIMIT would hide rows'],
    ['a fetch', 'SELECT region FROM events FETCH FIRST 10 ROWS ONLY', 'FETCH would hide rows'],
    ['a star', 'SELECT * FROM events', 'Columns are chosen'],
    ['a qualified star', 'SELECT e.* FROM events e', 'Columns are chosen'],
    ['a star beside a column', 'SELECT region, * FROM events', 'Columns are chosen'],
    ['a star in an inner SELECT', 'SELECT region FROM (SELECT * FROM events) q', 'Columns are chosen'],
    ['a float', 'SELECT 1.5 AS x FROM events', '1.5 is a float'],
    ['a float type', 'SELECT CAST(region AS double) FROM events', 'CAST to double'],
    ['a float type with digits', 'SELECT CAST(region AS decimal(10, 2)) FROM events', 'CAST to decimal'],
    ['division by a column', 'SELECT a / b FROM events', 'NULLIF'],
    ['division by zero', 'SELECT a / 0 FROM events', 'NULLIF'],
    ['a short cast', 'SELECT region::varchar FROM events', 'Write CAST'],
    ['a lambda', 'SELECT any_match(a, x -> x) FROM events', 'Lambdas'],
    ['ILIKE', "SELECT region FROM events WHERE region ILIKE 'a'", 'ILIKE'],
    ['QUALIFY', 'SELECT region FROM events QUALIFY row_number() OVER () = 1', 'QUALIFY'],
    ['TABLE in place of a SELECT', 'SELECT region FROM events WHERE region IN (TABLE records)', 'TABLE reads a relation without naming its columns'],
    ['DISTINCT ON', 'SELECT DISTINCT ON (region) region FROM events', 'DISTINCT ON'],
    ['GROUP BY ALL', 'SELECT region FROM events GROUP BY ALL', 'GROUP BY ALL'],
    ['SIMILAR TO', "SELECT region FROM events WHERE region SIMILAR TO 'a'", 'SIMILAR TO'],
    ['FROM first', 'SELECT region FROM (FROM events) q', 'FROM before SELECT'],
    ['text compared with true', 'SELECT region FROM events WHERE mfa = true', "compare with 'true'"],
    ['a letter before a string', "SELECT E'a' AS x FROM events", 'A letter before a string'],
    ['json_value', "SELECT json_value(request_parameters, '$.a') FROM events", 'json_value() is forbidden'],
    ['date_parse', "SELECT date_parse(event_time, '%Y') FROM events", 'date_parse() is forbidden'],
    ['LISTAGG', "SELECT LISTAGG(region, ',') FROM events", 'listagg() is forbidden'],
    ['an estimate', 'SELECT approx_distinct(region) FROM events', 'estimates are no evidence'],
    ['an arbitrary value', 'SELECT arbitrary(region) FROM events', 'arbitrary() is forbidden'],
    ['the clock', 'SELECT region FROM events WHERE event_time < CAST(now() AS varchar)', 'now() is forbidden'],
    ['the clock without parentheses', 'SELECT region FROM events WHERE CAST(current_timestamp AS varchar) > event_time', 'current_timestamp is forbidden'],
    ['json_extract alone', "SELECT CAST(json_extract(request_parameters, '$.a') AS varchar) AS a FROM events", 'json_extract() may stand only inside'],
    ['a computed path', "SELECT json_extract_scalar(request_parameters, '$.' || region) AS a FROM events", 'needs a constant path'],
    ['a path of one engine', "SELECT json_extract_scalar(request_parameters, '$[\"x-y\"]') AS a FROM events", 'needs a constant path'],
    ['a path with a wildcard', "SELECT json_extract_scalar(request_parameters, '$.a[*].b') AS a FROM events", 'needs a constant path'],
    ['look-around', "SELECT region FROM events WHERE regexp_like(region, 'a(?!b)')", 'Look-around'],
    ['a reference in a pattern', "SELECT region FROM events WHERE regexp_like(region, '(a)\\1')", 'References'],
    ['a reference in a replacement', "SELECT regexp_replace(region, '(a)', '$1') AS x FROM events", 'References'],
    ['a whole JSON column', 'SELECT region, e.request_parameters AS r FROM events e', 'would leave as a whole'],
    ['a string that does not end', "SELECT region FROM events WHERE region = 'a", 'does not end'],
    ['a comment that does not end', 'SELECT region FROM events /* a', 'does not end'],
    ['a comment in a comment', 'SELECT region /* a /* b */ FROM events', 'DuckDB nests comments'],
    ['a parameter', 'SELECT region FROM events WHERE region = ?', 'has no meaning shared'],
    ['a typographic quote', 'SELECT region FROM events WHERE region = ‘a’', 'has no meaning shared'],
    ['dollar quotes', 'SELECT $$a$$ AS x FROM events', 'has no meaning shared'],
    ['an open parenthesis', 'SELECT (region FROM events', 'never closed'],
    ['a parenthesis too many', 'SELECT region) FROM events', 'has no opening one'],
    ['event names without their source', "SELECT region FROM events WHERE event_name IN ('CreateUser')", 'without event_source'],
  ])('%s', (_name, sql, sentence) => {
    expect(problemsOf(queryFile({}, sql))).toContainEqual(expect.stringContaining(sentence));
  });

  it('names the line in the file', () => {
    const text = queryFile({}, 'SELECT region\nFROM events\nWHERE region ILIKE $x\n');
    expect(problemsOf(text)).toEqual([expect.stringContaining(`:${lineOf(text, 'ILIKE')}: The character "$"`), expect.stringContaining(`:${lineOf(text, 'ILIKE')}: ILIKE`)]);
  });
});

describe('faults between header and SQL', () => {
  it.each([
    ['another relation', {}, 'SELECT region FROM records, events', 'The SQL reads records;'],
    ['another relation after a comma', {}, 'SELECT region FROM events e, duckdb_tables t', 'The SQL reads duckdb_tables;'],
    ['another relation in a join', {}, 'SELECT region FROM events JOIN "Secrets" s ON true', 'The SQL reads secrets;'],
    ['another relation in parentheses', {}, 'SELECT region FROM (records r JOIN events e ON true)', 'The SQL reads records;'],
    ['a schema', {}, 'SELECT region FROM events, information_schema.tables', 'The SQL reads information_schema.tables;'],
    ['a file', {}, "SELECT region FROM events, '/etc/passwd'", "The SQL reads '/etc/passwd';"],
    ['a table function', {}, "SELECT region FROM events, read_csv('/etc/passwd')", 'The SQL reads read_csv(…);'],
    ['another relation in a subquery', {}, 'SELECT region FROM events WHERE EXISTS (SELECT 1 FROM pg_catalog.pg_user)', 'The SQL reads pg_catalog.pg_user;'],
    ['no events at all', {}, 'SELECT 1 AS region', 'The SQL does not read events.'],
    ['events replaced by a WITH', {}, 'WITH events AS (SELECT 1) SELECT region FROM events', 'A WITH may not be named events'],
    ['the lead-in without saying so', {}, 'SELECT region FROM events, events_before', 'does not say "lead_in: true"'],
    ['a lead-in that is not read', { lead_in: 'true' }, 'SELECT region FROM events', 'does not read events_before'],
    ['a list that is not declared', {}, 'SELECT region FROM events, setting_accounts', 'The SQL reads setting_accounts, which'],
    ['a list that is not read', { settings: '{ approved-regions: required }' }, 'SELECT region FROM events', 'does not read setting_approved_regions'],
    ['a needed column that is not read', { needs: '[tls_version]' }, 'SELECT region FROM events', 'The header needs tls_version'],
    ['columns that are read and not needed', { needs: '[mfa]' }, "SELECT region, mfa FROM events WHERE tls_version = 'TLSv1.3' AND console = 'true'", 'The SQL reads console, tls_version, which `needs` of the header does not name.'],
    ['a column that is needed and read under the name alone', { needs: '[mfa]' }, "SELECT region, 'x' AS mfa FROM events", 'The header needs mfa'],
    ['a name that the header does not', { events: '\n  iam.amazonaws.com: [CreateUser]' }, "SELECT region FROM events WHERE event_source = 'iam.amazonaws.com' AND event_name NOT IN ('CreateUser', 'DeleteUser')", "The SQL compares with 'DeleteUser', which neither"],
    ['a source that the header does not name', { events: '\n  iam.amazonaws.com: [CreateUser]' }, "SELECT region FROM events e WHERE e.event_source IN ('iam.amazonaws.com', 'sso.amazonaws.com')", "The SQL compares with 'sso.amazonaws.com', which neither"],
    ['a source that is not compared with', { events: '\n  iam.amazonaws.com: [CreateUser]' }, 'SELECT region FROM events', 'The header watches iam.amazonaws.com'],
  ] as const)('%s', (_name, changes, sql, sentence) => {
    expect(problemsOf(queryFile(changes as Record<string, string>, sql))).toContainEqual(expect.stringContaining(sentence));
  });
});

describe('a folder of queries', () => {
  const folders: string[] = [];
  afterEach(async () => {
    await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
  });

  async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'queries-'));
    folders.push(folder);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return folder;
  }

  it('gives the queries in the order of their ids, and leaves other files alone', async () => {
    const folder = await folderOf({
      'root/ROOT-02.sql': queryFile({ id: 'ROOT-02' }),
      'root/ROOT-01.sql': queryFile(),
      'iam/IAM-01.sql': queryFile({ id: 'IAM-01' }),
      'root/notes.md': 'Notes.',
    });
    expect((await loadQueries(folder)).map(({ id, path }) => [id, path])).toEqual([
      ['IAM-01', 'queries/iam/IAM-01.sql'],
      ['ROOT-01', 'queries/root/ROOT-01.sql'],
      ['ROOT-02', 'queries/root/ROOT-02.sql'],
    ]);
  });

  it('reports all problems of all files together', async () => {
    const folder = await folderOf({
      'root/ROOT-01.sql': queryFile({ expect: 'zero', title: '7' }, 'SELECT * FROM events;'),
      'root/ROOT-02.sql': queryFile({ id: 'ROOT-03' }),
      'IAM-01.sql': queryFile({ id: 'IAM-01' }),
    });
    const error = await loadQueries(folder).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(PackError);
    expect((error as PackError).problems).toEqual([
      'queries/IAM-01.sql:2: The id IAM-01 belongs in queries/iam/IAM-01.sql.',
      'queries/root/ROOT-01.sql:3: `title` must be text.',
      'queries/root/ROOT-01.sql:5: `expect` must be one of none, population, some, measure.',
      expect.stringContaining('queries/root/ROOT-01.sql:17: Columns are chosen'),
      expect.stringContaining('queries/root/ROOT-01.sql:17: A query is one statement'),
      'queries/root/ROOT-02.sql:2: The id ROOT-03 belongs in queries/root/ROOT-03.sql.',
    ]);
    expect((error as PackError).message.split('\n')).toHaveLength(6);
  });

  it('says so when there is none', async () => {
    await expect(loadQueries(await folderOf({ 'root/readme.md': '' }))).rejects.toThrow('No query file in');
  });
});
