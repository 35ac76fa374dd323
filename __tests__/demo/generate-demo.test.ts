import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoFacts, generateDemo } from '../../src/demo/generate-demo.js';
import { SCENES } from '../../src/demo/seeded.js';
import { parseSettingsFile } from '../../src/settings/settings-file.js';
import { LIST_NAMES } from '../../src/settings/settings.js';
import { demoFolder, inflated, isDigest, objectKeys } from './demo-folder.js';

interface DigestFile {
  readonly digestStartTime: string;
  readonly digestEndTime: string;
  readonly digestS3Object: string;
  readonly previousDigestS3Object: string | null;
  readonly previousDigestHashValue: string | null;
  readonly previousDigestSignature: null;
  readonly logFiles: readonly { readonly s3Object: string; readonly hashValue: string }[];
}

const folder = demoFolder();
const again = demoFolder();
let facts: DemoFacts;
let keys: readonly string[];
/** Times each event id stands in the archive. */
const times = new Map<string, number>();
const hashes = new Map<string, string>();
const digests: DigestFile[] = [];

beforeAll(async () => {
  facts = await generateDemo(folder);
  keys = objectKeys(facts.logs);
  for (const key of keys) {
    const text = inflated(facts.logs, key);
    hashes.set(key, createHash('sha256').update(text).digest('hex'));
    if (isDigest(key)) {
      digests.push(JSON.parse(text) as DigestFile);
      continue;
    }
    for (const { eventID } of (JSON.parse(text) as { Records: readonly { eventID: string }[] }).Records) times.set(eventID, (times.get(eventID) ?? 0) + 1);
  }
});

describe('the archive of the demo', () => {
  it('is the same in a second run', async () => {
    const second = await generateDemo(again);
    expect(objectKeys(second.logs)).toEqual(keys);
    for (const key of keys.filter((_, index) => index % 40 === 0)) {
      expect(readFileSync(join(second.logs, key)).equals(readFileSync(join(facts.logs, key)))).toBe(true);
    }
    expect(readFileSync(second.seededFile)).toEqual(readFileSync(facts.seededFile));
    expect(readFileSync(second.settingsFile)).toEqual(readFileSync(facts.settingsFile));
  });

  it('holds about sixty thousand records, and as many as it says', () => {
    const records = [...times.values()].reduce((sum, count) => sum + count, 0);
    expect(records).toBe(facts.records);
    expect(records).toBeGreaterThan(57_000);
    expect(records).toBeLessThan(63_000);
    expect(keys.filter((key) => !isDigest(key))).toHaveLength(facts.logFiles);
    expect(keys.filter(isDigest)).toHaveLength(facts.digests);
  });

  it('names every log file in a digest, with the hash of its inflated bytes', () => {
    const named = new Map(digests.flatMap(({ logFiles }) => logFiles.map(({ s3Object, hashValue }) => [s3Object, hashValue] as const)));
    const logs = keys.filter((key) => !isDigest(key));
    expect([...named.keys()].sort()).toEqual(logs);
    for (const key of logs) expect(named.get(key)).toBe(hashes.get(key));
  });

  it('has a digest for every hour of every account and region, but for those seeded', () => {
    const hours = new Map<string, number>();
    for (const { digestS3Object, digestStartTime, digestEndTime } of digests) {
      const [, account, , region] = digestS3Object.split('/');
      if (!digestStartTime.startsWith('2026-10')) continue;
      hours.set(`${account} ${region}`, (hours.get(`${account} ${region}`) ?? 0) + (Date.parse(digestEndTime) - Date.parse(digestStartTime)) / 3_600_000);
    }
    const stopped = 31 * 24 - 3 - 40 / 60;
    expect([...hours].map(([pair, covered]) => [pair, Math.round(covered * 100) / 100]).sort()).toEqual([
      ['111122223333 eu-central-1', Math.round(stopped * 100) / 100],
      ['111122223333 eu-west-1', Math.round(stopped * 100) / 100],
      ['111122223333 us-east-1', Math.round(stopped * 100) / 100],
      ['444455556666 eu-central-1', 30 * 24],
      ['444455556666 eu-west-1', 31 * 24],
      ['444455556666 us-east-1', 31 * 24],
    ]);
  });

  it('chains each digest to the one before it, anew after the trail was stopped', () => {
    const missing = digests.filter(({ previousDigestS3Object }) => previousDigestS3Object !== null && !hashes.has(previousDigestS3Object));
    for (const { previousDigestS3Object, previousDigestHashValue } of digests) {
      if (previousDigestS3Object !== null && hashes.has(previousDigestS3Object)) expect(previousDigestHashValue).toBe(hashes.get(previousDigestS3Object));
    }
    // The digest after the lost day names one that was lost.
    expect(missing.map(({ digestStartTime }) => digestStartTime)).toEqual(['2026-10-18T00:00:00Z']);
    expect(digests.filter(({ previousDigestS3Object }) => previousDigestS3Object === null).map(({ digestStartTime }) => digestStartTime).sort())
      .toEqual([...Array<string>(6).fill('2026-09-30T06:00:00Z'), ...Array<string>(3).fill('2026-10-21T17:20:00Z')]);
  });

  it('does not pretend to a signature', () => {
    expect(digests.every(({ previousDigestSignature }) => previousDigestSignature === null)).toBe(true);
  });

  it('holds each seeded event once, and twice where it was delivered twice', () => {
    const counts = facts.facts.flatMap(({ name, eventIds }) => eventIds.map((id) => ({ name, times: times.get(id) })));
    expect(counts.filter((one) => one.times !== 1)).toEqual([
      { name: 'queue-switched-off', times: 2 },
      { name: 'queue-switched-off', times: 2 },
      { name: 'alarm-muted', times: 2 },
      { name: 'alarm-muted', times: 2 },
    ]);
  });
});

describe('the story of the demo', () => {
  it('tells each scene in a name and a sentence of its own', () => {
    expect(new Set(facts.facts.map(({ name }) => name)).size).toBe(facts.facts.length);
    expect(facts.facts.every(({ sentence }) => sentence.endsWith('.'))).toBe(true);
  });

  it('has nobody of shop-prod act while nothing is recorded', () => {
    const unrecorded = SCENES.flatMap(({ calls }) => calls).filter(({ account, at }) => account === '111122223333' && at > '2026-10-21T13:20:00Z' && at < '2026-10-21T17:20:00Z');
    expect(unrecorded).toEqual([]);
  });

  it('comes with settings that are accepted and hold every list', () => {
    const settings = parseSettingsFile('settings.yml', readFileSync(facts.settingsFile));
    expect(Object.keys(settings.lists).sort()).toEqual([...LIST_NAMES].sort());
    expect(settings.scope.accounts.map(({ name }) => name)).toEqual(['shop-prod', 'shop-data']);
  });
});
