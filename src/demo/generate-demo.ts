import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Archive, type Delivery } from './archive.js';
import { ARCHIVE_START, archiveDays, LAST_EVENT } from './calendar.js';
import { DECISIONS } from './decisions-text.js';
import { Dice } from './dice.js';
import { isBesideMissingDay, isUnrecorded } from './interruptions.js';
import { noiseOf } from './noise.js';
import { type Call, logRecord } from './record.js';
import { eventId, type SeededFact } from './scene.js';
import { SCENES, seededFacts } from './seeded.js';
import { README, SETTINGS } from './settings-text.js';
import { LATE_ARRIVALS } from './story/deliveries.js';
import { scheduledLoads } from './story/functions.js';
import { otherSignIns } from './story/sign-ins.js';

/** What was written, and where. */
export interface DemoFacts {
  readonly logs: string;
  readonly settingsFile: string;
  readonly decisionsFile: string;
  readonly seededFile: string;
  /** The period to report on. */
  readonly period: '2026-10';
  readonly facts: readonly SeededFact[];
  readonly records: number;
  readonly logFiles: number;
  readonly digests: number;
  /** Of log files and digests, compressed. */
  readonly bytes: number;
}

/** Writes a month of logs of a shop that does not exist, the settings to read them with, and what was put into them. The same bytes every time. */
export async function generateDemo(folder: string): Promise<DemoFacts> {
  const paths = { logs: join(folder, 'logs'), settingsFile: join(folder, 'settings.yml'), decisionsFile: join(folder, 'decisions.yml'), seededFile: join(folder, 'seeded.json') };
  await mkdir(paths.logs, { recursive: true });
  const archive = new Archive(paths.logs);
  const story = storyByDay();
  for (const day of archiveDays()) await archive.day(day, [...(story.get(day) ?? []), ...noiseDeliveries(day)]);
  const facts = seededFacts();
  await writeFile(paths.seededFile, `${JSON.stringify({ schemaVersion: 1, period: '2026-10', facts }, null, 2)}\n`);
  await writeFile(paths.settingsFile, SETTINGS);
  await writeFile(paths.decisionsFile, DECISIONS);
  await writeFile(join(folder, 'README.md'), README);
  return { ...paths, period: '2026-10', facts, ...archive.counts };
}

function storyByDay(): ReadonlyMap<string, readonly Delivery[]> {
  const days = new Map<string, Delivery[]>();
  const add = (call: Call, id: string): void => {
    const day = call.at.slice(0, 10);
    days.set(day, [...(days.get(day) ?? []), deliveryOf(call, id)]);
  };
  for (const scene of SCENES) scene.calls.forEach((call, index) => add(call, eventId(scene, index)));
  [...otherSignIns(), ...scheduledLoads()].forEach((call, index) => add(call, eventId({ name: 'beside the scenes' }, index)));
  return days;
}

function noiseDeliveries(day: string): readonly Delivery[] {
  const dice = new Dice(`ids ${day}`);
  return noiseOf(day).map((call) => deliveryOf(call, dice.uuid())).filter(isRecorded);
}

function deliveryOf(call: Call, id: string): Delivery {
  const late = LATE_ARRIVALS.get(id);
  return { account: call.account, region: call.region, record: logRecord(call, id), at: Date.parse(call.at), deliveredAt: late === undefined ? null : Date.parse(late) };
}

function isRecorded({ account, region, at }: Delivery): boolean {
  return at >= Date.parse(ARCHIVE_START) && at <= Date.parse(LAST_EVENT) && !isUnrecorded(account, at) && !isBesideMissingDay(account, region, at);
}
