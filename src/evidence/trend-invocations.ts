import { DAY_MS, dayOf, daysOf } from './days.js';
import type { Change, Interval } from './trend.js';

/** The query whose rows are compared. */
export const VOLUME_QUERY = 'INV-06';

/** A row of INV-06, as far as packs are compared by it. */
export interface InvocationVolume {
  readonly account: string;
  readonly region: string;
  readonly functionName: string;
  readonly invoker: string;
  readonly invokerClass: string;
  readonly events: number;
  readonly busiestHourEvents: number;
  readonly longestSilenceDays: number;
  readonly firstTime: string;
  readonly lastTime: string;
}

/** One period's rows of INV-06. */
export interface InvocationSide {
  readonly period: Interval;
  readonly volumes: readonly InvocationVolume[];
}

/** Order of the report's table. `steady` stands there only with a spike or a silence. */
export const INVOCATION_KINDS = ['new', 'gone', 'more', 'less', 'steady'] as const;
export type InvocationKind = (typeof INVOCATION_KINDS)[number];

/** What changed of one function and one kind of invoker. Names are text from events: for reports alone, which encode it. */
export interface InvocationChange extends Change<number> {
  readonly account: string;
  readonly region: string;
  readonly functionName: string;
  readonly invokerClass: string;
  readonly kind: InvocationKind;
  /** Invocations a day of the greater period against the lesser, at least 1, with one decimal; null where one of them has none. */
  readonly factor: number | null;
  /** Busiest hour of the invoker of which it grew most, where that is a spike. */
  readonly spike: Change<number> | null;
  /** Longest days without a call by the invoker that fell silent longest, where that is a silence. */
  readonly silence: Change<number> | null;
}

/** Functions are counted once for each kind of invoker. */
export interface InvocationCounts {
  readonly functions: Change<number>;
  readonly events: Change<number>;
  readonly new: number;
  readonly gone: number;
  readonly more: number;
  readonly less: number;
  readonly spikes: number;
  readonly silent: number;
}

export const NOT_COMPARED = ['not-answered', 'no-rows', 'too-many'] as const;

/** What trend.json says of it: counts. `reason`: why it was not compared. */
export interface InvocationTrend {
  readonly compared: InvocationCounts | null;
  readonly reason: (typeof NOT_COMPARED)[number] | null;
}

/** A day has at least twice or at most half as many (reports say it in these words), and the period at least this many more or fewer for it. */
export const VOLUME = { factor: 2, atLeast: 20 } as const;
/** The busiest hour of one invoker has this many times as many, and at least so many more. */
export const SPIKE = { factor: 5, atLeast: 50 } as const;
/** One invoker is silent for twice as long (in these words too), and at least so many days longer. */
export const SILENCE = { factor: 2, days: 3 } as const;

/** Compares by invocations a day, since periods differ in length. The list holds what is worth a line. */
export function compareInvocations(before: InvocationSide, now: InvocationSide): { readonly counts: InvocationCounts; readonly changes: readonly InvocationChange[] } {
  const [then, today] = [byFunction(before.volumes), byFunction(now.volumes)];
  const changes = [...new Set([...then.keys(), ...today.keys()])].flatMap((key) => {
    const change = changeOf(side(before.period, then.get(key)), side(now.period, today.get(key)));
    return change === null ? [] : [change];
  });
  const some = (has: (change: InvocationChange) => boolean): number => changes.filter(has).length;
  return {
    counts: {
      functions: { before: then.size, now: today.size },
      events: { before: total(before.volumes), now: total(now.volumes) },
      new: some(({ kind }) => kind === 'new'),
      gone: some(({ kind }) => kind === 'gone'),
      more: some(({ kind }) => kind === 'more'),
      less: some(({ kind }) => kind === 'less'),
      spikes: some(({ spike }) => spike !== null),
      silent: some(({ silence }) => silence !== null),
    },
    changes: changes.sort(byWeight),
  };
}

/** One function and kind of invoker, each invoker's row apart. */
function byFunction(volumes: readonly InvocationVolume[]): ReadonlyMap<string, readonly InvocationVolume[]> {
  const found = new Map<string, InvocationVolume[]>();
  for (const volume of volumes) {
    const key = JSON.stringify([volume.account, volume.region, volume.functionName, volume.invokerClass]);
    const known = found.get(key);
    if (known === undefined) found.set(key, [volume]);
    else known.push(volume);
  }
  return found;
}

function side(period: Interval, volumes: readonly InvocationVolume[] = []): InvocationSide {
  return { period, volumes };
}

function changeOf(before: InvocationSide, now: InvocationSide): InvocationChange | null {
  const of = now.volumes[0] ?? before.volumes[0];
  if (of === undefined) return null;
  const { account, region, functionName, invokerClass } = of;
  const events = { before: total(before.volumes), now: total(now.volumes) };
  const { kind, factor } = kindOf(events, { before: daysIn(before.period), now: daysIn(now.period) });
  const both = inBoth(before.volumes, now.volumes);
  const spike = greatest(both.map((pair) => ({ before: pair.before.busiestHourEvents, now: pair.now.busiestHourEvents })).filter(isSpike));
  const silence = greatest(both.map((pair) => ({ before: silenceOf(pair.before, before.period), now: silenceOf(pair.now, now.period) })).filter(isSilence));
  if (kind === 'steady' && spike === null && silence === null) return null;
  return { account, region, functionName, invokerClass, kind, ...events, factor, spike, silence };
}

function kindOf({ before, now }: Change<number>, days: Change<number>): { readonly kind: InvocationKind; readonly factor: number | null } {
  if (before === 0) return { kind: 'new', factor: null };
  if (now === 0) return { kind: 'gone', factor: null };
  // Cross-multiplied, so that whole numbers decide.
  const [was, is] = [before * days.now, now * days.before];
  const factor = Math.round((Math.max(was, is) / Math.min(was, is)) * 10) / 10;
  const isNotable = Math.abs(is - was) >= VOLUME.atLeast * days.before && Math.max(was, is) >= VOLUME.factor * Math.min(was, is);
  return { kind: !isNotable ? 'steady' : is > was ? 'more' : 'less', factor };
}

function daysIn({ start, end }: Interval): number {
  return (Date.parse(end) - Date.parse(start)) / DAY_MS;
}

/** The rows of invokers that stand in both packs. */
function inBoth(before: readonly InvocationVolume[], now: readonly InvocationVolume[]): readonly Change<InvocationVolume>[] {
  const known = new Map(before.map((volume) => [volume.invoker, volume]));
  return now.flatMap((volume) => {
    const old = known.get(volume.invoker);
    return old === undefined ? [] : [{ before: old, now: volume }];
  });
}

function isSpike({ before, now }: Change<number>): boolean {
  return now >= SPIKE.factor * before && now - before >= SPIKE.atLeast;
}

function isSilence({ before, now }: Change<number>): boolean {
  return now >= SILENCE.factor * before && now - before >= SILENCE.days;
}

/** Also the days before the first call and after the last: INV-06 does not know the period. */
function silenceOf({ longestSilenceDays, firstTime, lastTime }: InvocationVolume, period: Interval): number {
  const { first, end } = daysOf(period);
  return Math.max(longestSilenceDays, dayOf(firstTime) - first, end - 1 - dayOf(lastTime));
}

function greatest(pairs: readonly Change<number>[]): Change<number> | null {
  return pairs.reduce<Change<number> | null>((most, pair) => (most === null || pair.now - pair.before > most.now - most.before ? pair : most), null);
}

function total(volumes: readonly InvocationVolume[]): number {
  return volumes.reduce((sum, { events }) => sum + events, 0);
}

function byWeight(a: InvocationChange, b: InvocationChange): number {
  const name = (change: InvocationChange): string => JSON.stringify([change.account, change.region, change.functionName, change.invokerClass]);
  return INVOCATION_KINDS.indexOf(a.kind) - INVOCATION_KINDS.indexOf(b.kind)
    || Math.max(b.before, b.now) - Math.max(a.before, a.now)
    || (name(a) < name(b) ? -1 : 1);
}
