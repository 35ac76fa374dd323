import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from '@jest/globals';
import { FAULT_WORDS, type SelfTest } from '../../src/self-test/self-test.js';
import { canonicalJson } from '../../src/store/canonical-json.js';
import { parseSelfTest, selfTestJson } from '../../src/store/self-test-json.js';
import { HOSTILE } from '../report/hostile.js';

const hash = (digit: string): string => digit.repeat(64);
const TRIED: SelfTest = {
  engine: 'duckdb',
  queries: [
    { id: 'IAM-01', querySha256: hash('a'), casesSha256: hash('b'), fired: { cases: 4, right: 4 }, silent: { cases: 3, right: 3 }, wrong: [] },
    { id: 'ROOT-01', querySha256: hash('c'), casesSha256: hash('d'), fired: { cases: 2, right: 1 }, silent: { cases: 1, right: 0 }, wrong: [{ must: true, name: 'root signs in', fault: 'missed' }, { must: false, name: 'a user does', fault: 'returned' }] },
    { id: 'SHOP-01', querySha256: hash('e'), casesSha256: null, fired: { cases: 0, right: 0 }, silent: { cases: 0, right: 0 }, wrong: [] },
  ],
};
const schema = JSON.parse(await readFile('schemas/self-test.schema.json', 'utf8')) as object;
const fits = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);

describe('self-test.json', () => {
  it('fits its schema, in canonical form, and reads back', () => {
    const text = selfTestJson(TRIED);
    expect(fits(JSON.parse(text))).toBe(true);
    expect(text).toBe(canonicalJson(JSON.parse(text)));
    expect(parseSelfTest(text)).toEqual(TRIED);
  });

  it('leaves out what an engine said, which differs between them', () => {
    const [first] = TRIED.queries;
    const refused = { ...first!, fired: { cases: 4, right: 3 }, wrong: [{ must: true, name: 'x', fault: 'refused', detail: 'Binder Error' } as const] };
    expect(selfTestJson({ ...TRIED, queries: [refused] })).not.toContain('Binder');
  });

  it('carries any name of a case', () => {
    const wrong = Object.values(HOSTILE).map((name) => ({ must: true, name, fault: 'missed' }) as const);
    const [first] = TRIED.queries;
    const hostile: SelfTest = { ...TRIED, queries: [{ ...first!, fired: { cases: wrong.length, right: 0 }, wrong }] };
    expect(parseSelfTest(selfTestJson(hostile))).toEqual(hostile);
  });

  it('names in its schema the faults the program knows', () => {
    expect(JSON.stringify(schema)).toContain(`{"enum":${JSON.stringify(Object.keys(FAULT_WORDS))}}`);
  });

  type Change = readonly [string, (whole: SelfTest) => object];
  const query = (change: object): Change[1] => ({ engine, queries: [first] }) => ({ schemaVersion: 1, engine, queries: [{ ...first, ...change }] });
  const changes: readonly Change[] = [
    ['nothing changed', query({})],
    ['an extra key', (whole) => ({ schemaVersion: 1, ...whole, x: 1 })],
    ['another engine', (whole) => ({ schemaVersion: 1, ...whole, engine: 'trino' })],
    ['an id in small letters', query({ id: 'iam-01' })],
    ['a short hash', query({ casesSha256: 'abc' })],
    ['half a case', query({ fired: { cases: 1.5, right: 1.5 } })],
    ['a fault nobody knows', query({ fired: { cases: 4, right: 3 }, wrong: [{ must: true, name: 'x', fault: 'late' }] })],
  ];
  it.each(changes)('with %s is read where its schema takes it, and nowhere else', (_, change) => {
    const document = change(TRIED);
    const read = (): SelfTest => parseSelfTest(JSON.stringify(document));
    if (fits(document)) expect(read).not.toThrow();
    else expect(read).toThrow(/^has not the shape it should have: /);
  });

  it('that does not add up is refused', () => {
    expect(() => parseSelfTest(JSON.stringify(query({ fired: { cases: 4, right: 3 } })(TRIED)))).toThrow('contradicts itself at IAM-01: its cases do not add up');
  });
});
