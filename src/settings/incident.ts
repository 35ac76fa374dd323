import { isIP } from 'node:net';
import { raise } from './input-forms.js';
import { addressRange, networkFault } from './networks.js';
import type { Period } from './period.js';
import { instantOf } from './times.js';

/** What a run is told of an incident: whose traces to follow, and when. At least one of the first four. */
export interface Incident {
  /** Name or ARN. */
  readonly principal: string | null;
  /** Access key id. */
  readonly key: string | null;
  /** An address, or a range in CIDR form. */
  readonly address: string | null;
  /** Name or ARN. */
  readonly resource: string | null;
  /** Half-open, within the period; the whole of it where none was given. */
  readonly window: { readonly start: string; readonly end: string };
}

const TRACES = ['principal', 'key', 'address', 'resource'] as const;
const KEYS = [...TRACES, 'window'] as const;
type Key = (typeof KEYS)[number];
const ALLOWED = 'give principal=…, key=…, address=… or resource=…, and window=2026-10-03..2026-10-05 if it is not the whole period, separated by commas';
const LONGEST = 500;

/** `principal=…,key=…,address=…,resource=…,window=a..b`. A comma within a value stays: a new part begins with its key. */
export function parseIncident(text: string, period: Period | null): Incident {
  const parts = text.split(/,(?=\s*[a-z-]+\s*=)/).map(partOf);
  const values = new Map<Key, string>();
  for (const { key, value } of parts) {
    if (values.has(key)) raise(`incident: it names ${key} twice; give one, and run once for each.`);
    values.set(key, value);
  }
  const of = (key: Key): string | null => values.get(key) ?? null;
  if (TRACES.every((key) => of(key) === null)) raise(`incident: "${text}" names nobody and nothing to follow; ${ALLOWED}.`);
  return { principal: of('principal'), key: keyId(of('key')), address: address(of('address')), resource: of('resource'), window: windowOf(of('window'), period) };
}

function partOf(part: string): { readonly key: Key; readonly value: string } {
  const [, name = '', value = ''] = /^\s*([a-z-]+)\s*=\s*(.*?)\s*$/s.exec(part) ?? [];
  const key = KEYS.find((each) => each === name);
  if (key === undefined) return raise(`incident: "${name === '' ? part.trim() : name}" is not one of ${KEYS.join(', ')}; ${ALLOWED}.`);
  if (value === '') raise(`incident: ${key} is empty; give a value, or leave it out.`);
  if (value.length > LONGEST || /\p{Cc}/u.test(value)) raise(`incident: ${key} is longer than ${LONGEST} characters, or holds a control character; give a name, an ARN or an id.`);
  return { key, value };
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_AccessKey.html: 16 to 128 characters. */
function keyId(found: string | null): string | null {
  return found === null || /^[A-Z0-9]{16,128}$/.test(found) ? found : raise(`incident: key "${found}" is not an access key id; give one such as AKIAIOSFODNN7EXAMPLE. Never give the secret key.`);
}

function address(found: string | null): string | null {
  if (found === null) return null;
  const fault = networkFault(networkOf(found));
  return fault === null ? found : raise(`incident: address "${found}" ${fault}.`);
}

/** One address is a range of one. */
function networkOf(text: string): string {
  const version = isIP(text);
  return version === 0 ? text : `${text}/${version === 4 ? 32 : 128}`;
}

function windowOf(found: string | null, period: Period | null): Incident['window'] {
  const whole = { start: period?.start ?? '', end: period?.end ?? '' };
  if (found === null) return whole;
  const [start, end, ...rest] = found.split('..').map((part) => instantOf(part.trim()));
  if (start === undefined || end === undefined || start === null || end === null || rest.length > 0) return raise(`incident: window "${found}" is not two days or instants in UTC; give one such as 2026-10-03..2026-10-05, of which the second is not part.`);
  if (start >= end) raise(`incident: window "${found}" ends before it begins.`);
  if (period !== null && (start < period.start || end > period.end)) raise(`incident: window "${found}" is not within the period, ${period.start} to ${period.end}; choose a period that holds it.`);
  return { start, end };
}

/** As queries see it: `principal alice`, `key AKIA…`, `address <first> <last>`, `resource …`, `window <start>/<end>`. */
export function incidentValues({ principal, key, address: place, resource, window }: Incident): readonly string[] {
  const { first, last } = place === null ? { first: '', last: '' } : addressRange(networkOf(place));
  return [
    ...(principal === null ? [] : [`principal ${principal}`]),
    ...(key === null ? [] : [`key ${key}`]),
    ...(place === null ? [] : [`address ${first} ${last}`]),
    ...(resource === null ? [] : [`resource ${resource}`]),
    `window ${window.start}/${window.end}`,
  ];
}

/** As the input has it. */
export function incidentInput(incident: Incident): string {
  const given = TRACES.flatMap((key) => (incident[key] === null ? [] : [`${key}=${incident[key]}`]));
  return [...given, `window=${incident.window.start}..${incident.window.end}`].join(',');
}

/** As people read it. */
export function incidentLines({ principal, key, address: place, resource, window }: Incident): readonly string[] {
  return [
    ...(principal === null ? [] : [`principal ${principal}`]),
    ...(key === null ? [] : [`key ${key}`]),
    ...(place === null ? [] : [`address ${place}`]),
    ...(resource === null ? [] : [`resource ${resource}`]),
    `window ${window.start} to ${window.end}`,
  ];
}
