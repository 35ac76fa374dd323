import { expect, it } from '@jest/globals';
import { tableLayout } from '../../../src/engines/athena/table-layout.js';
import { tablePlace } from '../../../src/engines/athena/table-place.js';
import { columns } from './struct-table.js';

const A = '111122223333';
const DAY = { 'projection.enabled': 'true', 'projection.day.type': 'date', 'projection.day.format': 'yyyy/MM/dd', 'projection.day.range': '2020/01/01,NOW' };
const ALL = ['CloudTrail', 'CloudTrail-Insight', 'CloudTrail-NetworkActivity'];

it.each([
  ['the table that the console makes', `s3://b/AWSLogs/${A}/CloudTrail/`, null, [], `AWSLogs/${A}/CloudTrail/`, ['CloudTrail']],
  ['of all that CloudTrail writes', `s3://b/AWSLogs/${A}/`, null, [], `AWSLogs/${A}/`, ALL],
  ['in a bucket whose prefix is a folder’s name', 's3://b/CloudTrail/AWSLogs/', null, [], 'CloudTrail/AWSLogs/', ALL],
  ['with partitions of the catalogue', `s3://b/AWSLogs/${A}/`, null, ['region', 'year', 'month', 'day'], `AWSLogs/${A}/`, ['CloudTrail']],
  ['projected', 's3://b/AWSLogs/', 's3://b/AWSLogs/${account}/CloudTrail/${region}/${day}', ['account', 'region', 'day'], 'AWSLogs/', ['CloudTrail']],
  ['projected, of network activity', 's3://b/AWSLogs/', 's3://b/CloudTrail/AWSLogs/o-abc/${account}/CloudTrail-NetworkActivity/${region}/${day}', ['account', 'region', 'day'], 'CloudTrail/AWSLogs/o-abc/', ['CloudTrail-NetworkActivity']],
] as const)('%s is looked for at its place, in its folders', (_name, location, template, keys, prefix, folders) => {
  const layout = tableLayout({ columns: columns(), partitionKeys: keys.map((name) => ({ name, type: 'string' })), parameters: template === null ? {} : { ...DAY, 'storage.location.template': template }, location });
  if (typeof layout === 'string') throw new Error(layout);
  expect(tablePlace(layout)).toEqual({ bucket: 'b', prefix, folders });
});
