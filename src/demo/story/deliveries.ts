import { inConsole } from '../callers.js';
import { ADA, PROD, PROD_IRELAND } from '../company.js';
import type { Call } from '../record.js';
import { eventId, type Scene } from '../scene.js';

const caller = inConsole(ADA, PROD, '2026-10-12');
const tagged = (at: string, tags: Record<string, string>): Call => ({ ...PROD_IRELAND, at, source: 'sns', name: 'TagResource', caller, request: { resourceArn: `arn:aws:sns:eu-west-1:${PROD}:orders`, tags: Object.entries(tags).map(([key, value]) => ({ key, value })) } });

/** The first record of a call, and the corrected one AWS sent later. Only the second is in the pack. */
const CORRECTED = { name: 'corrected-record' };
const first = tagged('2026-10-12T08:30:00Z', { owner: 'payments' });

/** When something other than the usual few minutes passes before a record arrives. */
export const LATE_ARRIVALS: ReadonlyMap<string, string> = new Map([
  [eventId(CORRECTED, 1), '2026-10-13T02:00:00Z'],
  [eventId({ name: 'late-record' }, 0), '2026-10-23T05:00:00Z'],
]);

export const DELIVERIES: readonly Scene[] = [
  {
    ...CORRECTED,
    sentence: 'AWS delivers a record again with a field it had left out; only the later record counts.',
    calls: [first, { ...first, response: {}, fields: { addendum: { reason: 'UPDATED_DATA', updatedFields: 'responseElements', originalEventID: eventId(CORRECTED, 0) } } }],
    shownBy: { 'CHG-01': [1] },
  },
  {
    name: 'late-record',
    sentence: 'A change made in the evening of the 22nd is delivered the next morning; it still counts for the day it was made.',
    calls: [{ ...PROD_IRELAND, at: '2026-10-22T17:40:33Z', source: 'sns', name: 'SetTopicAttributes', caller: inConsole(ADA, PROD, '2026-10-22'), request: { topicArn: `arn:aws:sns:eu-west-1:${PROD}:orders`, attributeName: 'DisplayName', attributeValue: 'Orders' } }],
    shownBy: { 'CHG-01': 'all', 'CHG-05': 'all', 'LAM-09': 'all' },
  },
];
