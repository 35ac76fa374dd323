import * as z from 'zod/mini';
import { networkFault } from './networks.js';
import { REGION } from './input-forms.js';
import type { ListName } from './settings.js';
import { instantOf, TIME_OF_DAY, timeZoneFault, WEEKDAYS } from './times.js';

/** Text of a settings file: one line, at most 500 characters. */
export const text = z.string().check(z.trim(), z.minLength(1, 'must not be empty'), z.maxLength(500, 'is longer than 500 characters'), z.regex(/^\P{Cc}*$/u, 'holds a control character'));
export const accountId = z.string('must be text: twelve digits in quotes, such as "111122223333"').check(z.regex(/^\d{12}$/, 'must be twelve digits in quotes, such as "111122223333"'));
export const region = z.string().check(z.regex(REGION, 'must be a region, such as eu-west-1'));

const noFault = (fault: (value: string) => string | null): z.core.$ZodCheck<string> => z.check((context) => {
  const found = fault(context.value);
  if (found !== null) context.issues.push({ code: 'custom', message: found, input: context.value });
});

/** A name without blanks, so that several stand in one value of a relation. */
const word = text.check(z.regex(/^\S+$/, 'must not hold a blank'));
const country = z.string().check(z.regex(/^[A-Z]{2}$/, 'must be a country of two capital letters (ISO 3166-1), such as DE'));
const moment = z.string().check(noFault((value) => (instantOf(value) === null ? 'must be a day or an instant in UTC, such as 2026-12-20 or 2026-12-20T17:00:00Z' : null)));
const timeOfDay = z.string('must be a time of day in quotes, such as "07:30"').check(z.regex(TIME_OF_DAY, 'must be a time of day in quotes, such as "07:30"'));

const invokers = z.strictObject({
  function: word,
  services: z.optional(z.array(word)),
  accounts: z.optional(z.array(accountId)),
  roles: z.optional(z.array(word)),
  sources: z.optional(z.array(word)),
});
type Invokers = z.infer<typeof invokers>;

const hours = z.strictObject({
  days: z.array(z.enum(WEEKDAYS, { error: `must be one of ${WEEKDAYS.join(', ')}` })).check(z.minLength(1, 'must name a day')),
  from: timeOfDay,
  to: timeOfDay,
  'time-zone': z.string().check(noFault(timeZoneFault)),
}).check(z.refine(({ from, to }) => from < to, { error: 'must begin before it ends, on one day: write a night as two entries' }));
type Hours = z.infer<typeof hours>;

const freeze = z.strictObject({ from: moment, to: moment, reason: text })
  .check(z.refine(({ from, to }) => (instantOf(from) ?? '') < (instantOf(to) ?? ''), { error: 'must begin before it ends' }));
type Freeze = z.infer<typeof freeze>;

const countryNetwork = z.strictObject({ network: z.string().check(noFault(networkFault)), country });

/** Lists of which an entry is a map. */
const MAPS = { 'country-networks': countryNetwork, 'expected-invokers': invokers, 'working-hours': hours, 'freeze-windows': freeze };

/** Keys of a list's entries; none where an entry is one text. */
export function listEntryKeys(name: ListName): readonly string[] {
  return name in MAPS ? Object.keys(MAPS[name as keyof typeof MAPS].shape) : [];
}

/** How each list is written in the settings file. */
export const listShapes: Record<ListName, z.ZodMiniType> = {
  'approved-regions': z.array(region),
  'approved-networks': z.array(z.string().check(noFault((value) => (/^vpce-[0-9a-f]+$/.test(value) ? null : networkFault(value))))),
  'approved-countries': z.array(country),
  'country-networks': z.array(countryNetwork),
  'admin-roles': z.array(text),
  'break-glass-roles': z.array(text),
  'deploy-roles': z.array(text),
  'evidence-roles': z.array(text),
  'oidc-subjects': z.array(text),
  'known-accounts': z.array(accountId),
  'log-buckets': z.array(text),
  'evidence-buckets': z.array(text),
  'data-stores': z.array(text),
  'personal-data-stores': z.array(text),
  'sensitive-keys': z.array(text),
  'sensitive-secrets': z.array(text),
  'production-functions': z.array(word),
  'expected-invokers': z.array(invokers),
  'working-hours': z.array(hours),
  'freeze-windows': z.array(freeze),
};

const plain = (entry: string): readonly string[] => [entry];

/** A checked entry as lines of text, one a fact: what reports print, and what `listValues` makes values of. */
const LINES_OF: Readonly<Partial<Record<ListName, (entry: never) => readonly string[]>>> = {
  'country-networks': ({ network, country: of }: { network: string; country: string }) => [`${network} ${of}`],
  'expected-invokers': invokerLines,
  'working-hours': ({ days, from, to, 'time-zone': zone }: Hours) => [`${days.join(',')} ${from}-${to} ${zone}`],
  'freeze-windows': ({ from, to, reason }: Freeze) => [`${instantOf(from) ?? from}/${instantOf(to) ?? to} ${reason}`],
};

/** `orders-api service apigateway.amazonaws.com`; a function that nobody is expected to invoke: `old-report nobody`. */
function invokerLines({ function: name, services = [], accounts = [], roles = [], sources = [] }: Invokers): readonly string[] {
  const lines = [
    ...services.map((value) => `${name} service ${value}`),
    ...accounts.map((value) => `${name} account ${value}`),
    ...roles.map((value) => `${name} role ${value}`),
    ...sources.map((value) => `${name} source ${value}`),
  ];
  return lines.length > 0 ? lines : [`${name} nobody`];
}

export function listLines(name: ListName, entries: readonly unknown[]): readonly string[] {
  const lines = (LINES_OF[name] ?? plain) as (entry: unknown) => readonly string[];
  return entries.flatMap(lines);
}

