import { describe, expect, it } from '@jest/globals';
import { type HiveType, parseHiveType } from '../../../src/engines/athena/hive-type.js';

/** A type as plain data. */
function plain(type: HiveType | null): unknown {
  if (type === null) return null;
  switch (type.kind) {
    case 'primitive': return type.name;
    case 'struct': return Object.fromEntries([...type.fields].map(([name, field]) => [name, plain(field)]));
    case 'array': return [plain(type.element)];
    case 'map': return new Map([[plain(type.key), plain(type.value)]]);
  }
}

describe('a Hive type', () => {
  const read: [string, unknown][] = [
    ['string', 'string'],
    ['STRING', 'string'],
    ['varchar(64)', 'varchar(64)'],
    ['decimal( 10 , 2 )', 'decimal(10,2)'],
    ['array<string>', ['string']],
    ['map<string,string>', new Map([['string', 'string']])],
    ['struct<>', {}],
    ['struct<type:string,arn:string>', { type: 'string', arn: 'string' }],
    ['STRUCT<\n  type: STRING,\n  `accountId` : STRING>', { type: 'string', accountid: 'string' }],
    ['struct<sessioncontext:struct<attributes:struct<mfaauthenticated:string>,webidfederationdata:map<string,string>>,username:string>',
      { sessioncontext: { attributes: { mfaauthenticated: 'string' }, webidfederationdata: new Map([['string', 'string']]) }, username: 'string' }],
    ['array<struct<arn:string,accountid:string,type:string>>', [{ arn: 'string', accountid: 'string', type: 'string' }]],
  ];
  it.each(read)('%s', (text, expected) => {
    expect(plain(parseHiveType(text))).toEqual(expected);
  });

  it.each(['', '<', 'struct<', 'struct<a>', 'struct<a:string', 'struct<a:string,>', 'array<>', 'map<string>', 'list<string>', 'string string', 'struct<a:string>>', 'decimal(10', `${'array<'.repeat(100)}string${'>'.repeat(100)}`])('is not: %s', (text) => {
    expect(parseHiveType(text)).toBeNull();
  });
});
