import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordsSelect } from '../../../src/engines/duckdb/records-sql.js';
import { type Reader } from '../../../src/engines/duckdb/records-sql.js';
import { RECORD_COLUMNS } from '../../../src/engines/record-columns.js';
import { record, withLogs } from './loaded-logs.js';

let folder: string;
let instance: DuckDBInstance;
let connection: DuckDBConnection;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readers-test-'));
  instance = await DuckDBInstance.create(':memory:');
  connection = await instance.connect();
  await connection.run('CREATE TABLE staged_files (staged_path VARCHAR, source_file VARCHAR, path_account VARCHAR)');
});
afterAll(async () => {
  connection.closeSync();
  instance.closeSync();
  await rm(folder, { recursive: true, force: true });
});

type Read = readonly Readonly<Record<string, unknown>>[];

let files = 0;
/** The rows a reader makes of one file of record texts, or `refused`. */
async function read(reader: Reader, text: string): Promise<Read | 'refused'> {
  const path = join(folder, `${files++}.json`);
  await writeFile(path, text);
  await connection.run(`INSERT INTO staged_files VALUES ('${path}', 'a.json', '111122223333')`);
  try {
    return (await connection.run(recordsSelect(reader, { files: [path], maximumObjectSize: 1024 * 1024, oneLine: true }))).getRowObjects();
  } catch {
    return 'refused';
  }
}

const RECORD = JSON.stringify(record('1'));
/** A record with one field's text put in as it stands. */
const withField = (name: string, text: string): string => RECORD.replace(/\}$/, `,"${name}":${text}}`);
const withIdentity = (text: string): string => RECORD.replace(/"userIdentity":\{[^}]*\}/, `"userIdentity":${text}`);

/** Odd records; what one column holds then; and whether the fast reader takes them. */
const ODD: [string, string, string, string | null, 'both' | 'any-shape'][] = [
  ['an ordinary record', RECORD, 'identity_user_name', 'ada', 'both'],
  ['a number for text', withField('errorMessage', '17'), 'error_message', '17', 'both'],
  ['a number with a fraction, in its shortest form', withField('errorMessage', '1.50'), 'error_message', '1.5', 'both'],
  ['a number beyond doubles', withField('errorMessage', '12345678901234567890123'), 'error_message', '12345678901234567890123', 'both'],
  ['a truth value', RECORD, 'read_only', 'false', 'both'],
  ['a truth value as text', RECORD.replace('"readOnly":false', '"readOnly":"true"'), 'read_only', 'true', 'both'],
  ['null for text', withField('errorMessage', 'null'), 'error_message', null, 'both'],
  ['empty text', withField('errorMessage', '""'), 'error_message', '', 'both'],
  ['text in many scripts', withField('errorMessage', '"שלום 🙂 \\u00e9\\uD83D\\uDE00"'), 'error_message', 'שלום 🙂 é😀', 'both'],
  ['escapes', withField('errorMessage', '"a\\"b\\\\c\\/d\\n\\t\\u001b"'), 'error_message', 'a"b\\c/d\n\t\u001b', 'both'],
  ['an escaped NUL', withField('errorMessage', '"a\\u0000b"'), 'error_message', 'a\0b', 'both'],
  ['an object for text', withField('errorMessage', '{"a":[1,{"b":null}]}'), 'error_message', '{"a":[1,{"b":null}]}', 'both'],
  ['a list for text', withField('errorMessage', '["a",2]'), 'error_message', '["a",2]', 'both'],
  ['nested parameters, as they stand but for spaces and how fractions are written', withField('additionalEventData', '{ "b" : {"c": [1, 2.0, 1e3, "x\\u0041"] }, "a": null }'), 'additional_event_data', '{"b":{"c":[1,2.0,1000.0,"xA"]},"a":null}', 'both'],
  ['parameters that are null', RECORD, 'request_parameters', null, 'both'],
  ['no userIdentity', withIdentity('null'), 'identity_type', null, 'both'],
  ['a userIdentity without what we name', withIdentity('{"other":1}'), 'identity_type', null, 'both'],
  ['unknown fields', withField('newField', '{"deep":[{}]}'), 'event_id', '1', 'both'],
  ['names of prototypes', withField('__proto__', '{"eventID":"2"}'), 'event_id', '1', 'both'],
  ['an empty record', '{}', 'event_id', null, 'both'],
  ['a number that would be an id', RECORD.replace('"eventID":"1"', '"eventID":12345'), 'event_id', '12345', 'both'],
  ['the ARNs of resources', withField('resources', '[{"ARN":"arn:a"},{"type":"t"},{"ARN":"arn:b"}]'), 'resource_arns', 'arn:a\narn:b', 'both'],
  ['resources without an ARN', withField('resources', '[{"type":"t"}]'), 'resource_arns', null, 'both'],
  ['resources that are no list', withField('resources', '"x"'), 'resource_arns', null, 'any-shape'],
  ['userIdentity as text', withIdentity('"root"'), 'identity_type', null, 'any-shape'],
  ['userIdentity as a list', withIdentity('[{"type":"Root"}]'), 'identity_type', null, 'any-shape'],
  ['a session context that is text', withIdentity('{"type":"Root","sessionContext":"x"}'), 'identity_type', 'Root', 'any-shape'],
  ['a name twice: the first stands', withField('eventID', '"2"'), 'event_id', '1', 'any-shape'],
];

describe('the two readers of log records', () => {
  it.each(ODD)('give the same text: %s', async (_name, text, column, value, takenBy) => {
    const file = `{"Records":[${text}]}`;
    const [typed, anyShape] = [await read('typed', file), await read('any-shape', file)];
    expect(anyShape).not.toBe('refused');
    expect(anyShape[0]).toMatchObject({ [column]: value });
    expect(typed).toEqual(takenBy === 'both' ? anyShape : 'refused');
  });

  it('name the same columns in the same order, and read what follows an odd record', async () => {
    const file = `{"Records":[{},${RECORD}]}`;
    const [typed, anyShape] = [await read('typed', file), await read('any-shape', file)];
    expect(typed).toEqual(anyShape);
    expect(Object.keys((typed as Read)[0] ?? {})).toEqual([...Object.keys(RECORD_COLUMNS).filter((column) => column !== 'resources'), 'resource_arns', 'source_file', 'path_account']);
  });

  it('refuse what is no list of records', async () => {
    for (const reader of ['typed', 'any-shape'] as const) expect(await read(reader, '{"Records":{"a":1}}')).toBe('refused');
  });
});

describe('a file that the fast reader refuses', () => {
  it('is read by the other one, whole', async () => {
    const odd = { ...record('2'), userIdentity: 'root' };
    await withLogs({ 'a.json': [record('1')], 'b.json': [record('3'), odd] }, async ({ loaded, rows }) => {
      expect(loaded.counts).toMatchObject({ records: 3, events: 3, malformed: 0 });
      expect(await rows('SELECT event_id, actor_type, actor_class FROM events')).toEqual([
        { event_id: '1', actor_type: 'IAMUser', actor_class: 'person' }, { event_id: '2', actor_type: null, actor_class: 'unknown' }, { event_id: '3', actor_type: 'IAMUser', actor_class: 'person' },
      ]);
    });
  });
});
