import { describe, expect, it } from '@jest/globals';
import { incidentInput, incidentLines, incidentValues, parseIncident } from '../../src/settings/incident.js';
import { parseSettings } from '../../src/settings/parse-settings.js';

const OCTOBER = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' };
const incident = (text: string): ReturnType<typeof parseIncident> => parseIncident(text, OCTOBER);

describe('an incident', () => {
  it('names what to follow, and when', () => {
    expect(incident('principal=alice, key=AKIAIOSFODNN7EXAMPLE,address=198.51.100.0/24,resource=arn:aws:s3:::exports,window=2026-10-03..2026-10-05T09:30:00Z')).toEqual({
      principal: 'alice', key: 'AKIAIOSFODNN7EXAMPLE', address: '198.51.100.0/24', resource: 'arn:aws:s3:::exports', window: { start: '2026-10-03T00:00:00Z', end: '2026-10-05T09:30:00Z' },
    });
  });

  it('without a window is of the whole period', () => {
    expect(incident('principal=alice').window).toEqual({ start: OCTOBER.start, end: OCTOBER.end });
  });

  it('may name what holds a comma, or an equals sign', () => {
    expect(incident('principal=CN=a,OU=b@c,d,resource=orders')).toMatchObject({ principal: 'CN=a,OU=b@c,d', resource: 'orders' });
  });

  it('is handed to queries with an address as they compare it, a single one as a range of one', () => {
    expect(incidentValues(incident('address=198.51.100.7,window=2026-10-03..2026-10-05'))).toEqual(['address 198051100007 198051100007', 'window 2026-10-03T00:00:00Z/2026-10-05T00:00:00Z']);
    expect(incidentValues(incident('principal=alice,key=AKIAIOSFODNN7EXAMPLE,address=2001:db8::/32,resource=orders'))).toEqual([
      'principal alice', 'key AKIAIOSFODNN7EXAMPLE', 'address 20010db8000000000000000000000000 20010db8ffffffffffffffffffffffff', 'resource orders', 'window 2026-10-01T00:00:00Z/2026-11-01T00:00:00Z',
    ]);
  });

  it('is printed with an address as it was given', () => {
    expect(incidentLines(incident('principal=alice,address=198.51.100.7'))).toEqual(['principal alice', 'address 198.51.100.7', 'window 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z']);
  });

  it('is written again as the input has it', () => {
    const text = 'principal=alice,address=198.51.100.7,window=2026-10-03T00:00:00Z..2026-10-05T00:00:00Z';
    expect(incidentInput(incident(text))).toBe(text);
  });

  it.each([
    ['', 'incident: "" is not one of principal, key, address, resource, window'],
    ['alice', 'incident: "alice" is not one of principal, key, address, resource, window'],
    ['user=alice', 'incident: "user" is not one of'],
    ['window=2026-10-03..2026-10-05', 'names nobody and nothing to follow; give principal=…'],
    ['principal=', 'incident: principal is empty; give a value, or leave it out.'],
    ['principal=alice,principal=bob', 'incident: it names principal twice; give one, and run once for each.'],
    ['principal=al\u0000ice', 'holds a control character'],
    [`principal=${'a'.repeat(501)}`, 'is longer than 500 characters'],
    ['key=hunter2', 'incident: key "hunter2" is not an access key id'],
    ['address=office', 'incident: address "office" must be a network in CIDR form'],
    ['address=198.51.100.7/24', 'incident: address "198.51.100.7/24" is no network: it has bits after the first 24'],
    ['principal=alice,window=October', 'incident: window "October" is not two days or instants in UTC'],
    ['principal=alice,window=2026-10-05..2026-10-03', 'incident: window "2026-10-05..2026-10-03" ends before it begins.'],
    ['principal=alice,window=2026-09-30..2026-10-03', 'is not within the period, 2026-10-01T00:00:00Z to 2026-11-01T00:00:00Z'],
    ['principal=alice,window=2026-10-30..2026-11-02', 'is not within the period'],
  ])('%j: %s', (text, sentence) => {
    expect(() => incident(text)).toThrow(sentence);
  });
});

describe('the input incident', () => {
  const read = (given: Record<string, string>): ReturnType<typeof parseSettings> => parseSettings({ logs: 'logs', period: '2026-10', ...given }, { door: 'command line', region: null, now: '2026-11-02T00:00:00Z', readFile: () => null, frameworkNames: ['soc2', 'gdpr'] });

  it('is a setting, and none without it', () => {
    expect(read({ incident: 'key=AKIAIOSFODNN7EXAMPLE' }).incident).toMatchObject({ key: 'AKIAIOSFODNN7EXAMPLE', principal: null });
    expect(read({}).incident).toBeNull();
  });

  it('is told to be wrong beside a wrong period', () => {
    expect(() => read({ incident: 'whom=alice', period: 'soon' })).toThrow(/^period: "soon".*\nincident: "whom"/);
  });
});
