import { describe, expect, it } from '@jest/globals';
import type { GetEventSelectorsResponse } from '@aws-sdk/client-cloudtrail';
import { selectedText } from '../src/check-trails.js';

type Selectors = Pick<GetEventSelectorsResponse, 'EventSelectors' | 'AdvancedEventSelectors'>;
const field = (Field: string, ...Equals: string[]) => ({ Field, Equals });

describe('what a trail selects, in words', () => {
  it.each<[string, Selectors, string]>([
    ['nothing set: management events', {}, 'management events'],
    ['management events alone', { EventSelectors: [{ ReadWriteType: 'All', IncludeManagementEvents: true, DataResources: [] }] }, 'management events'],
    ['writes only', { EventSelectors: [{ ReadWriteType: 'WriteOnly', IncludeManagementEvents: true }] }, 'management events (writes only)'],
    ['without sources', { EventSelectors: [{ IncludeManagementEvents: true, ExcludeManagementEventSources: ['kms.amazonaws.com', 'rdsdata.amazonaws.com'] }] }, 'management events (without kms.amazonaws.com and rdsdata.amazonaws.com)'],
    ['all objects and functions', { EventSelectors: [{ IncludeManagementEvents: false, DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::'] }, { Type: 'AWS::Lambda::Function', Values: ['arn:aws:lambda'] }] }] }, 'data events of AWS::S3::Object; data events of AWS::Lambda::Function'],
    ['all objects, of China', { EventSelectors: [{ IncludeManagementEvents: false, DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws-cn:s3'] }] }] }, 'data events of AWS::S3::Object'],
    ['objects of two buckets, reads only', { EventSelectors: [{ ReadWriteType: 'ReadOnly', IncludeManagementEvents: false, DataResources: [{ Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::a/', 'arn:aws:s3:::b/'] }] }] }, 'data events of AWS::S3::Object (reads only; 2 resources named)'],
    ['a type without resources', { EventSelectors: [{ IncludeManagementEvents: false, DataResources: [{ Type: 'AWS::S3::Object', Values: [] }] }] }, 'data events of AWS::S3::Object (no resources named)'],
    ['no class at all', { EventSelectors: [{ IncludeManagementEvents: false }] }, 'no events'],
    ['advanced: management and data', { AdvancedEventSelectors: [{ FieldSelectors: [field('eventCategory', 'Management')] }, { FieldSelectors: [field('eventCategory', 'Data'), field('resources.type', 'AWS::S3::Object')] }] }, 'management events; data events of AWS::S3::Object'],
    ['advanced: in part', {
      AdvancedEventSelectors: [{ FieldSelectors: [field('eventCategory', 'Data'), field('resources.type', 'AWS::S3::Object'), field('readOnly', 'false'), { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::a/'], NotEndsWith: ['.log'] }] }],
    }, 'data events of AWS::S3::Object (writes only; resources.ARN begins with arn:aws:s3:::a/ and does not end with .log)'],
    ['advanced: without a source', { AdvancedEventSelectors: [{ FieldSelectors: [field('eventCategory', 'Management'), { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }] }] }, 'management events (eventSource not kms.amazonaws.com)'],
    ['advanced: many values', { AdvancedEventSelectors: [{ FieldSelectors: [field('eventCategory', 'Data'), field('resources.type', 'AWS::Lambda::Function'), field('resources.ARN', 'a', 'b', 'c', 'd')] }] }, 'data events of AWS::Lambda::Function (resources.ARN one of 4 values)'],
    ['advanced: network activity', { AdvancedEventSelectors: [{ FieldSelectors: [field('eventCategory', 'NetworkActivity'), field('eventSource', 'kms.amazonaws.com')] }] }, 'network activity events of kms.amazonaws.com'],
    ['advanced: a class of tomorrow', { AdvancedEventSelectors: [{ FieldSelectors: [field('eventCategory', 'Dreams')] }] }, 'events of category Dreams'],
    ['text that would break the line', { AdvancedEventSelectors: [{ FieldSelectors: [field('eventCategory', 'Data'), field('resources.type', 'a\n##[error]b')] }] }, 'data events of a # #[error]b'],
  ])('%s', (_, selectors, text) => {
    expect(selectedText(selectors)).toBe(text);
  });
});
