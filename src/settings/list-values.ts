import { addressRange } from './networks.js';
import type { Period } from './period.js';
import type { ListName } from './settings.js';
import { seconds, WEEKDAYS, zonedInstant } from './times.js';

type Lists<Name extends string = ListName> = Readonly<Partial<Record<Name, readonly string[]>>>;

/**
 * The lists of the settings as the values queries compare with. Address ranges become their ends, `198051100000 198051100255` (`addressRange`), with the
 * country after them in `country-networks`; working hours become the intervals `start/end` in UTC of every day of the period. All else stays as it is.
 */
export function listValues(lists: Lists, period: Period): Lists {
  return Object.fromEntries(Object.entries(lists).map(([name, lines]) => [name, [...new Set(lines.flatMap((line) => valuesOf(name as ListName, line, period)))]]));
}

function valuesOf(name: ListName, line: string, period: Period): readonly string[] {
  switch (name) {
    case 'approved-networks':
      return [line.startsWith('vpce-') ? line : ends(line)];
    case 'country-networks': {
      const [network = '', country = ''] = line.split(' ');
      return [`${ends(network)} ${country}`];
    }
    case 'working-hours':
      return intervals(line, period);
    default:
      return [line];
  }
}

function ends(network: string): string {
  const { first, last } = addressRange(network);
  return `${first} ${last}`;
}

const DAY_MS = 86_400_000;

/** `mon,tue 07:30-18:00 Europe/Berlin` → the hours of each such day; a day at either end more, for zones far from UTC. */
function intervals(line: string, { start, end }: Period): readonly string[] {
  const [days = '', hours = '', zone = 'UTC'] = line.split(' ');
  const [from = '', to = ''] = hours.split('-');
  const wanted = new Set(days.split(',').map((day) => WEEKDAYS.findIndex((name) => name === day)));
  const found: string[] = [];
  for (let day = Date.parse(start.slice(0, 10)) - DAY_MS; day < Date.parse(end) + DAY_MS; day += DAY_MS) {
    if (!wanted.has(new Date(day).getUTCDay())) continue;
    const date = seconds(day).slice(0, 10);
    found.push(`${zonedInstant(date, from, zone)}/${zonedInstant(date, to, zone)}`);
  }
  return found;
}
