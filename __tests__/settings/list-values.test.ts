import { describe, expect, it } from '@jest/globals';
import { listValues } from '../../src/settings/list-values.js';
import { networkFault } from '../../src/settings/networks.js';
import { parseSettingsFile } from '../../src/settings/settings-file.js';
import { zonedInstant } from '../../src/settings/times.js';

const OCTOBER = { start: '2026-10-01T00:00:00Z', end: '2026-11-01T00:00:00Z', label: '2026-10' };

const file = (yaml: string): ReturnType<typeof parseSettingsFile> => parseSettingsFile('settings.yml', new TextEncoder().encode(yaml));
const valuesOf = (yaml: string): ReturnType<typeof listValues> => listValues(file(yaml).lists, OCTOBER);

describe('networks', () => {
  it.each([
    ['198.51.100.0/24', '198051100000 198051100255'],
    ['203.0.113.7/32', '203000113007 203000113007'],
    ['0.0.0.0/0', '000000000000 255255255255'],
    ['10.128.0.0/9', '010128000000 010255255255'],
    ['2001:db8::/32', '20010db8000000000000000000000000 20010db8ffffffffffffffffffffffff'],
    ['2001:DB8:0:1::5/128', '20010db8000000010000000000000005 20010db8000000010000000000000005'],
    ['::ffff:198.51.100.0/120', '00000000000000000000ffffc6336400 00000000000000000000ffffc63364ff'],
  ])('%s begins and ends at %s', (network, value) => {
    expect(valuesOf(`lists: { approved-networks: ["${network}"] }`)['approved-networks']).toEqual([value]);
  });

  it('keeps a VPC endpoint as it is', () => {
    expect(valuesOf('lists: { approved-networks: [vpce-0a1b2c3d] }')['approved-networks']).toEqual(['vpce-0a1b2c3d']);
  });

  it('puts the country behind its network', () => {
    expect(valuesOf('lists: { country-networks: [{ network: 198.51.100.0/24, country: DE }] }')['country-networks']).toEqual(['198051100000 198051100255 DE']);
  });

  it.each(['198.51.100.7/24', '198.51.100.0', '198.51.100.0/33', '2001:db8::1/64', 'fe80::1%eth0/128', '198.51.100.0/24/1', '198.51.100.0/08', 'office', ''])('refuses %j', (network) => {
    expect(networkFault(network)).not.toBeNull();
  });
});

describe('working hours', () => {
  it('are intervals in UTC for each day, before and after clocks change', () => {
    const hours = valuesOf('lists: { working-hours: [{ days: [fri, mon], from: "07:30", to: "18:00", time-zone: Europe/Berlin }] }')['working-hours'];
    expect(hours).toEqual([
      '2026-10-02T05:30:00Z/2026-10-02T16:00:00Z', '2026-10-05T05:30:00Z/2026-10-05T16:00:00Z', '2026-10-09T05:30:00Z/2026-10-09T16:00:00Z', '2026-10-12T05:30:00Z/2026-10-12T16:00:00Z',
      '2026-10-16T05:30:00Z/2026-10-16T16:00:00Z', '2026-10-19T05:30:00Z/2026-10-19T16:00:00Z', '2026-10-23T05:30:00Z/2026-10-23T16:00:00Z', '2026-10-26T06:30:00Z/2026-10-26T17:00:00Z',
      '2026-10-30T06:30:00Z/2026-10-30T17:00:00Z',
    ]);
  });

  it('reach the period’s ends from zones far from UTC', () => {
    const hours = valuesOf('lists: { working-hours: [{ days: [sun, thu], from: "00:00", to: "24:00", time-zone: Pacific/Auckland }] }')['working-hours'] ?? [];
    expect(hours[0]).toBe('2026-09-30T11:00:00Z/2026-10-01T11:00:00Z');
    expect(hours.at(-1)).toBe('2026-10-31T11:00:00Z/2026-11-01T11:00:00Z');
  });

  it.each([
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    ['2026-10-05', '24:00', 'America/New_York', '2026-10-06T04:00:00Z'],
    ['2026-10-05', '09:00', 'Asia/Kolkata', '2026-10-05T03:30:00Z'],
  ])('%s %s in %s is %s', (day, time, zone, instant) => {
    expect(zonedInstant(day, time, zone)).toBe(instant);
  });
});

describe('lists of maps', () => {
  it('say each expected invoker on a line', () => {
    const yaml = 'lists: { expected-invokers: [{ function: "orders-*", services: [apigateway.amazonaws.com], accounts: ["111122223333"], roles: [checkout], sources: ["arn:aws:s3:::uploads"] }, { function: old-report }] }';
    expect(valuesOf(yaml)['expected-invokers']).toEqual([
      'orders-* service apigateway.amazonaws.com', 'orders-* account 111122223333', 'orders-* role checkout', 'orders-* source arn:aws:s3:::uploads', 'old-report nobody',
    ]);
  });

  it('say a freeze with both ends and its reason', () => {
    expect(valuesOf('lists: { freeze-windows: [{ from: 2026-10-30, to: "2026-11-02T06:00:00Z", reason: Autumn sale }] }')['freeze-windows']).toEqual(['2026-10-30T00:00:00Z/2026-11-02T06:00:00Z Autumn sale']);
  });

  it.each([
    ['lists: { working-hours: [{ days: [mon], from: "22:00", to: "06:00", time-zone: UTC }] }', 'must begin before it ends, on one day: write a night as two entries'],
    ['lists: { working-hours: [{ days: [monday], from: "08:00", to: "09:00", time-zone: UTC }] }', 'must be one of sun, mon, tue, wed, thu, fri, sat'],
    ['lists: { working-hours: [{ days: [mon], from: 8, to: "09:00", time-zone: UTC }] }', 'must be a time of day in quotes, such as "07:30"'],
    ['lists: { working-hours: [{ days: [mon], from: "08:00", to: "09:00", time-zone: Berlin }] }', 'must be a time zone, such as Europe/Berlin or UTC'],
    ['lists: { freeze-windows: [{ from: 2026-11-02, to: 2026-11-01, reason: x }] }', 'must begin before it ends'],
    ['lists: { freeze-windows: [{ from: 2026-02-30, to: 2026-11-01, reason: x }] }', 'must be a day or an instant in UTC, such as 2026-12-20 or 2026-12-20T17:00:00Z'],
    ['lists: { expected-invokers: [{ function: a, role: [b] }] }', '"role" is not a key of lists.expected-invokers.0; allowed are function, services, accounts, roles, sources'],
    ['lists: { approved-networks: [198.51.100.7/24] }', 'is no network: it has bits after the first 24'],
    ['lists: { approved-countries: [Germany] }', 'must be a country of two capital letters'],
  ])('%s: %s', (yaml, sentence) => {
    expect(() => file(yaml)).toThrow(sentence);
  });
});
