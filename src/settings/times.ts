export const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** `00:00` to `24:00`. */
export const TIME_OF_DAY = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** A day or an instant in UTC as an instant (`2026-12-20T00:00:00Z`); null for anything else. */
export function instantOf(value: string): string | null {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00Z` : value;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(instant)) return null;
  const time = Date.parse(instant);
  return Number.isNaN(time) || seconds(time) !== instant ? null : instant;
}

/** What is wrong with a time zone's name; null for one that is known here. */
export function timeZoneFault(zone: string): string | null {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return null;
  } catch {
    return 'must be a time zone, such as Europe/Berlin or UTC';
  }
}

/**
 * The instant at which clocks of a zone show a time on a day (`2026-10-25`, `07:30`). Of a time that clocks show twice the first; a time
 * they skip is as many minutes after the change as it is after the hour that was skipped.
 */
export function zonedInstant(day: string, time: string, zone: string): string {
  const wall = Date.parse(`${day}T00:00:00Z`) + minutes(time) * 60_000;
  const offsetAt = offsets(zone);
  const early = wall - offsetAt(wall - 86_400_000);
  const late = wall - offsetAt(wall + 86_400_000);
  const matching = [early, late].filter((instant) => instant + offsetAt(instant) === wall);
  return seconds(Math.min(...(matching.length > 0 ? matching : [early])));
}

function minutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** Milliseconds a zone's clocks are ahead of UTC, at an instant. */
function offsets(zone: string): (instant: number) => number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' });
  return (instant) => {
    const shown = Object.fromEntries(parts.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(shown['year'] ?? 0, (shown['month'] ?? 1) - 1, shown['day'] ?? 1, shown['hour'] ?? 0, shown['minute'] ?? 0, shown['second'] ?? 0) - instant;
  };
}

export function seconds(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
