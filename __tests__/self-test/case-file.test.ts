import { describe, expect, it } from '@jest/globals';
import { queryOf } from '../pack/query-file.js';
import { CASES, casesOf, faultsOf } from './case-lines.js';

const LAST = CASES.split('\n').length;

describe('a case', () => {
  it('is the base with what it changes, in records of its own', () => {
    const { must: [must], mustNot: [mustNot] } = casesOf();
    expect(must).toMatchObject({ name: 'root makes a user', eventId: 'event-1', records: [{ eventName: 'CreateUser', userIdentity: { type: 'Root' } }] });
    expect(mustNot?.records[0]).toMatchObject({ userIdentity: { type: 'IAMUser', arn: 'arn:aws:iam::111122223333:root' } });
  });

  it.each([
    ["set: { 'requestParameters.list[0].name': b }", { list: [{ name: 'b' }] }],
    ['set: { requestParameters.more.deep: 1 }', { list: [{ name: 'a' }], more: { deep: 1 } }],
    ['set: { requestParameters.constructor.prototype.x: 1 }', { list: [{ name: 'a' }], constructor: { prototype: { x: 1 } } }],
    ["unset: ['requestParameters.list']", {}],
  ])('changes what stands at a path: %s', (change, expected) => {
    const [must] = casesOf(CASES.replace('    rows: [{', `    ${change}\n    rows: [{`)).must;
    expect(JSON.parse(JSON.stringify(must?.records[0]?.['requestParameters']))).toEqual(expected);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('may name again what is written once', () => {
    const { must } = casesOf(CASES.replace('requestParameters: {', 'requestParameters: &once {').replace('    rows: [{', '    set: { responseElements: *once }\n    rows: [{'));
    expect(must[0]?.records[0]).toMatchObject({ responseElements: { list: [{ name: 'a' }] } });
  });

  it('has its lists as queries see those of a settings file', () => {
    const lists = casesOf(CASES.replace('base:', 'settings: { approved-networks: [198.51.100.0/24], accounts: ["111122223333"] }\nbase:')).must[0]?.lists;
    expect(lists).toEqual({ 'approved-networks': ['198051100000 198051100255'], accounts: ['111122223333'] });
  });
});

describe('a broken case file is told by its lines, a sentence each', () => {
  it.each<readonly [string, string, readonly string[]]>([
    ['no YAML', CASES.replace('awsRegion: us-east-1', 'awsRegion: "us-east-1'), [expect.stringMatching(/^\d+: The YAML cannot be read: /) as unknown as string]],
    ['a key nobody knows', CASES.replace('must:', 'musts:'), ['1: The key `must` is missing.', '11: Unknown key `musts`.']],
    ['no must', CASES.replace(/must:\n[^]*(?=must_not)/, 'must: []\n'), ['11: `must` must not be empty.']],
    ['cases of another query', CASES.replace('ROOT-01', 'ROOT-02'), ['1: These are cases of "ROOT-02"; the file is named for ROOT-01.']],
    ['a near miss of nothing', CASES.replace('unlike: root makes a user', 'unlike: nothing'), ['15: "somebody else does" is unlike "nothing", which is no must of this file.']],
    ['a near miss that is not near', CASES.replace('userIdentity.type: IAMUser', 'a: 1, b: 2'), ['15: "somebody else does" differs from its must in 2 things; it must be one.']],
    ['a record dropped that is not there', CASES.replace('set: { userIdentity.type: IAMUser }', 'drop_given: [3]'), ['15: "somebody else does" drops number 3 of 0 given; they are counted from 0.']],
    ['a name twice', CASES.replace('somebody else does', 'root makes a user'), ['15: Two cases are named "root makes a user"; a name tells which one went wrong.']],
    ['a column the query has not', CASES.replace('region: us-east-1 }', 'regions: us-east-1 }'), ['13: ROOT-01 has no column "regions".']],
    ['a value that no row holds', CASES.replace('region: us-east-1 }', 'region: 1.5 }'), ['13: `must.0.rows.0.region`: is neither text nor a whole number.']],
    ['a path that is none', CASES.replace('userIdentity.type:', "'a..b':"), ['17: "a..b" is no path in a record; write a.b, or a[0].b for what stands in a list.']],
    ['a path to what all objects share', CASES.replace('userIdentity.type:', '__proto__.x:'), ['17: "__proto__.x" is no path in a record; write a.b, or a[0].b for what stands in a list.']],
    ['a place in a list far away', CASES.replace('userIdentity.type:', "'a[100000000].b':"), ['17: "a[100000000].b" is no path in a record; write a.b, or a[0].b for what stands in a list.']],
    ['a list that is none', CASES.replace('base:', 'settings: { approved-network: [] }\nbase:'), ['2: Unknown key `settings.approved-network`.']],
    ['a list with what cannot stand in it', CASES.replace('base:', 'settings: { approved-networks: [here] }\nbase:'), [expect.stringMatching(/^2: In its settings: lists\.approved-networks\.0 /) as unknown as string]],
    ['a value that SQL cannot carry', CASES.replace('base:', 'settings: { accounts: ["a\\0b"] }\nbase:'), [expect.stringMatching(/^2: In its settings: .*NUL/) as unknown as string]],
  ])('%s', (_, text, expected) => {
    expect(faultsOf(text, queryOf({ settings: '\n  accounts: optional' }, "SELECT event_time, event_id, account_id, region, source_file FROM events WHERE region NOT IN (SELECT value FROM setting_accounts)"))).toEqual(expected);
  });

  it('bytes that are no text', () => {
    expect(faultsOf(Buffer.from([0xff, 0xfe, 0x00]))).toEqual(['1: The file is not UTF-8.']);
  });

  it('more than anybody writes', () => {
    expect(faultsOf(`${CASES}# ${'x'.repeat(1_000_000)}`)[0]).toMatch(/^1: The file has \d+ bytes; at most 1000000 are read\.$/);
  });

  it('nesting without end', () => {
    expect(faultsOf(`query: ${'['.repeat(100_000)}`)[0]).toMatch(/^1: /);
  });

  it('a part repeated until it fills the memory', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]', ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]`)].map((text) => `  ${text}`).join('\n');
    expect(faultsOf(CASES.replace('must:', `${bomb}\nmust:`))).toEqual(['1: The YAML repeats parts of itself too often, or names one that is not there.']);
  });

  it('several faults, each once', () => {
    const faults = faultsOf(CASES.replace('ROOT-01', 'ROOT-02').replace('region: us-east-1 }', 'regions: us-east-1 }'));
    expect(faults.map((fault) => Number(fault.split(':')[0]))).toEqual([1, 13]);
    expect(faults.length).toBeLessThan(LAST);
  });
});
