import * as z from 'zod';
import { type InvocationVolume, VOLUME_QUERY } from '../evidence/trend-invocations.js';
import { parseJson, parseShape } from './shape.js';

/** Rows of the volume of invocations, in a pack that holds rows. */
export const VOLUMES = `results/${VOLUME_QUERY}.jsonl`;
/** Functions times their invokers. More are told and not compared: the rows of both packs are held in memory. */
export const MAX_VOLUMES = 50_000;
export const MAX_VOLUMES_BYTES = 128 * 1024 * 1024;

const text = z.string().max(10_000);
const count = z.int().min(0);
/** Names may be missing: a call that names no function, an event without an account. */
const name = text.nullable().transform((value) => value ?? '');
const time = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const row = z.object({
  account_id: name,
  region: name,
  function_name: name,
  invoker: name,
  invoker_class: name,
  events: count,
  busiest_hour_events: count,
  longest_silence_days: count,
  first_time: time,
  last_time: time,
});

/** Rows of a results/INV-06.jsonl anybody may have written. Errors are fragments that follow the file's name. */
export async function readVolumes(chunks: AsyncIterable<Uint8Array>): Promise<readonly InvocationVolume[]> {
  const volumes: InvocationVolume[] = [];
  const decoder = new TextDecoder();
  let begun = '';
  for await (const chunk of chunks) {
    const lines = (begun + decoder.decode(chunk, { stream: true })).split('\n');
    begun = lines.pop() ?? '';
    for (const line of lines) {
      if (volumes.length === MAX_VOLUMES) throw new Error('holds more rows than its results.json counts');
      volumes.push(volumeOf(line));
    }
  }
  if (begun !== '') throw new Error('ends within a line');
  return volumes;
}

function volumeOf(line: string): InvocationVolume {
  const read = parseShape(row, parseJson(line), '');
  return {
    account: read.account_id,
    region: read.region,
    functionName: read.function_name,
    invoker: read.invoker,
    invokerClass: read.invoker_class,
    events: read.events,
    busiestHourEvents: read.busiest_hour_events,
    longestSilenceDays: read.longest_silence_days,
    firstTime: read.first_time,
    lastTime: read.last_time,
  };
}
