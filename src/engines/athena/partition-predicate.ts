import { sqlText } from '../../pack/executable-query.js';
import type { Scope } from '../../settings/settings.js';
import type { DeliveryWindow } from '../../sources/delivery-window.js';
import { ddlName, identifier, type TableName } from './identifiers.js';
import { DateFormat, daysOf, missingDays } from './projected-days.js';
import { projectedTableDdl } from './table-ddl.js';
import type { PartitionKey, TableLayout } from './table-layout.js';

export interface PredicateInput {
  readonly layout: TableLayout;
  readonly table: TableName;
  readonly window: DeliveryWindow;
  readonly scope: Scope;
  /** Instant of the run, ISO 8601 UTC: projections say `NOW`. */
  readonly now: string;
  readonly allowFullScan: boolean;
}

export type PartitionPredicate =
  /** `prunes` is false where the whole table is read. */
  | { readonly sql: string; readonly prunes: boolean; readonly refusal?: never }
  /** `ddl` makes the table that would do; empty where another thing is to be changed. */
  | { readonly refusal: string; readonly ddl: string; readonly sql?: never };

/**
 * A condition that reads every object delivered in the window, and as few others as the table's partitions allow; or why there
 * is none. It narrows days only: an account or a region left out would be missing from the evidence of the archive as a whole
 * (and services without a region are recorded in us-east-1), so these are named only where Athena wants them named.
 */
export function partitionPredicate(input: PredicateInput): PartitionPredicate {
  const { layout } = input;
  const conditions: string[] = [];
  for (const key of layout.partitionKeys) {
    const found = keyCondition(key, input);
    if (typeof found !== 'string') return found;
    if (found !== '') conditions.push(found);
  }
  const days = dayCondition(input);
  if (typeof days !== 'string') return days;
  if (days === '' && !input.allowFullScan) return unpartitioned(input);
  return { sql: [days, ...conditions, ...pathConditions(layout, input.window)].filter((sql) => sql !== '').join('\n  AND ') || 'true', prunes: days !== '' };
}

/** Named only if they must be. */
function keyCondition(key: PartitionKey, { scope, table }: PredicateInput): string | PartitionPredicate {
  const { projection, role, name } = key;
  if (projection === null) return '';
  if (projection.type === 'unreadable') return refused(`The table's projection of ${name} cannot be read: ${projection.why}. Mend the table's properties.`);
  const wanted = role === 'account' ? scope.accounts.map(({ id }) => id) : role === 'region' ? regionsOf(scope) : [];
  if (projection.type === 'injected') {
    return wanted.length > 0 ? oneOf(name, wanted) : refused(`The table's key ${name} is injected, so Athena wants its values named: ${INJECTED_FIXES[role]}.`);
  }
  if (projection.type === 'enum') {
    const unseen = (role === 'region' ? scope.regions : wanted).filter((value) => !projection.values.includes(value));
    if (unseen.length > 0) {
      const values = [...projection.values, ...unseen].join(',');
      return { refusal: `The table's projection of ${name} leaves out ${unseen.join(', ')}, which the scope names: add what is missing to projection.${name}.values, without blanks.`, ddl: `ALTER TABLE ${ddlName(table)} SET TBLPROPERTIES (${sqlText(`projection.${name}.values`)} = ${sqlText(values)})` };
    }
  }
  return '';
}

const INJECTED_FIXES: Readonly<Record<PartitionKey['role'], string>> = {
  account: 'name the accounts under scope in the settings file',
  region: 'name the regions under scope in the settings file',
  date: 'project it as date',
  year: 'project it as integer',
  month: 'project it as integer',
  day: 'project it as integer',
  other: 'project it as enum',
};

/** Regions in scope, and the one in which services without a region are recorded. */
function regionsOf({ regions }: Scope): readonly string[] {
  return regions.length === 0 ? [] : [...new Set([...regions, 'us-east-1'])];
}

/** The condition on days; empty where no key holds them. */
function dayCondition(input: PredicateInput): string | PartitionPredicate {
  const { layout, window } = input;
  const { date, year, month, day } = dayKeys(layout);
  if (date !== undefined) return date.projection?.type === 'date' ? projectedDate(date, date.projection, input) : listedDate(date, input);
  if (year === undefined || month === undefined) return '';
  const unmade = [[year, 0, 4] as const, [month, 5, 7] as const, ...(day === undefined ? [] : [[day, 8, 10] as const])].flatMap(([key, from, to]) => {
    const values = [...new Set(daysOf(window).map((date) => date.slice(from, to)))].filter((value) => !makes(key, value));
    return values.length === 0 ? [] : [`The table's projection of ${key.name} leaves out ${values.join(', ')}, which the days ${window.firstDay} to ${window.lastDay} need: widen projection.${key.name}.${rangeProperty(key)}.`];
  });
  return unmade.length > 0 ? refused(unmade.join(' ')) : yearMonthDay(year, month, day, window);
}

type DayRole = 'date' | 'year' | 'month' | 'day';

function dayKeys({ partitionKeys }: TableLayout): Readonly<Record<DayRole, PartitionKey | undefined>> {
  const byRole = (role: DayRole): PartitionKey | undefined => partitionKeys.find((key) => key.role === role);
  return { date: byRole('date'), year: byRole('year'), month: byRole('month'), day: byRole('day') };
}

/** Whether each partition is of one day, so that the condition on days leaves out every other. */
function isByDay(layout: TableLayout): boolean {
  const { date, year, month, day } = dayKeys(layout);
  if (date !== undefined) return date.projection?.type !== 'date' || DateFormat.of(date.projection.format)?.unit === 'DAYS';
  return year !== undefined && month !== undefined && day !== undefined;
}

/** Whether the key's projection, if it has one, makes a value; a number is written with two digits or more. */
function makes({ projection }: PartitionKey, value: string): boolean {
  if (projection?.type === 'integer') {
    const [[from, to], number] = [projection.range, Number(value)];
    return number >= from && number <= to && (number - from) % projection.interval === 0;
  }
  return projection?.type !== 'enum' || projection.values.includes(value) || projection.values.includes(String(Number(value)));
}

function projectedDate(key: PartitionKey, projection: Extract<PartitionKey['projection'], { type: 'date' }>, { window, now, table }: PredicateInput): string | PartitionPredicate {
  const format = DateFormat.of(projection.format);
  if (format === null) return refused(`The table projects ${key.name} in the format ${projection.format}, which cannot be compared with days here: use yyyy/MM/dd.`);
  const missing = missingDays(projection, format, window, now);
  if (typeof missing === 'string') return refused(`The table's projection of ${key.name} cannot be used: ${missing}.`);
  if (missing.length > 0) {
    const begin = format.text(window.firstDay);
    return {
      refusal: `The table's projection of ${key.name} has the range ${projection.range.join(',')} and leaves out ${spanOf(missing)}, of the days ${window.firstDay} to ${window.lastDay} that the period needs: widen projection.${key.name}.range.`,
      ddl: `ALTER TABLE ${ddlName(table)} SET TBLPROPERTIES (${sqlText(`projection.${key.name}.range`)} = ${sqlText(`${begin},NOW`)})`,
    };
  }
  const values = [...new Set(daysOf(window).map((day) => format.text(day)))];
  if (!format.sorts) return oneOf(key.name, values);
  return `${identifier(key.name)} >= ${sqlText(values[0] ?? '')} AND ${identifier(key.name)} <= ${sqlText(values.at(-1) ?? '')}`;
}

/** Days as the catalogue or a projection lists them: of type date, as numbers, or as text in one of the ways people write them. */
function listedDate(key: PartitionKey, { window, now }: PredicateInput): string | PartitionPredicate {
  const { name, type } = key;
  const written = (day: string): readonly string[] => [day, day.replaceAll('-', '/'), day.replaceAll('-', '')].filter((text) => makes(key, text));
  const missing = daysOf(window).filter((day) => day <= now.slice(0, 10) && written(day).length === 0);
  if (missing.length > 0) return refused(`The table's projection of ${name} leaves out ${spanOf(missing)}, of the days ${window.firstDay} to ${window.lastDay} that the period needs: widen projection.${name}.${rangeProperty(key)}.`);
  if (type.kind === 'primitive' && type.name === 'date') return `${identifier(name)} >= DATE ${sqlText(window.firstDay)} AND ${identifier(name)} <= DATE ${sqlText(window.lastDay)}`;
  if (type.kind === 'primitive' && INTEGERS.includes(type.name)) return `${identifier(name)} >= ${window.firstDay.replaceAll('-', '')} AND ${identifier(name)} <= ${window.lastDay.replaceAll('-', '')}`;
  return oneOf(name, daysOf(window).flatMap(written));
}

function rangeProperty({ projection }: PartitionKey): 'values' | 'range' {
  return projection?.type === 'enum' ? 'values' : 'range';
}

/** `2026-10-03`; `2026-10-03 to 2026-10-05 (3 days)` */
function spanOf(days: readonly string[]): string {
  return days.length === 1 ? (days[0] ?? '') : `${days[0]} to ${days.at(-1)} (${days.length} days)`;
}

const INTEGERS: readonly string[] = ['tinyint', 'smallint', 'int', 'integer', 'bigint'];

/** Each month of the window with its days, or without them where all of the month is in it. */
function yearMonthDay(year: PartitionKey, month: PartitionKey, day: PartitionKey | undefined, window: DeliveryWindow): string {
  const months = new Map<string, string[]>();
  for (const date of daysOf(window)) months.set(date.slice(0, 7), [...(months.get(date.slice(0, 7)) ?? []), date.slice(8)]);
  const parts = [...months].map(([yearMonth, days]) => {
    const [y = '', m = ''] = yearMonth.split('-');
    const whole = day === undefined || days.length === new Date(Date.UTC(Number(y), Number(m), 0)).getUTCDate();
    return `(${keyIs(year, [y])} AND ${keyIs(month, [m])}${whole ? '' : ` AND ${keyIs(day, days)}`})`;
  });
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join('\n    OR ')})`;
}

/** Numbers with two digits; without the nought too where the catalogue may list them so. */
function keyIs({ name, type, projection }: PartitionKey, values: readonly string[]): string {
  if (type.kind === 'primitive' && INTEGERS.includes(type.name)) return `${identifier(name)} IN (${values.map(Number).join(', ')})`;
  if (projection?.type === 'integer') return oneOf(name, values.map((value) => String(Number(value)).padStart(projection.digits ?? 1, '0')));
  if (projection?.type === 'enum') return oneOf(name, values.flatMap((value) => [value, String(Number(value))].filter((written) => projection.values.includes(written))));
  return oneOf(name, values.flatMap((value) => (value.startsWith('0') ? [value, value.slice(1)] : [value])));
}

function oneOf(name: string, values: readonly string[]): string {
  return values.length === 1 ? `${identifier(name)} = ${sqlText(values[0] ?? '')}` : `${identifier(name)} IN (${values.map(sqlText).join(', ')})`;
}

/** What an object's path must say where the table's own place does not: CloudTrail's folders, and a day of the window. */
function pathConditions(layout: TableLayout, window: DeliveryWindow): readonly string[] {
  const { template, location } = layout;
  if (template !== null && isByDay(layout) && /\/CloudTrail(?:-Insight|-NetworkActivity)?\/(?:\$\{[^}]+\}|[a-z0-9-]+)\/(?:\$\{[^}]+\}\/?)+$/.test(template)) return [];
  // A bucket's own folder may have the name too, above AWSLogs.
  const folder = /\/CloudTrail(?:-Insight|-NetworkActivity)?\/(?!.*AWSLogs\/)/.test(location) ? [] : [CLOUDTRAIL_FOLDERS];
  const [first, last] = [window.firstDay.replaceAll('-', ''), window.lastDay.replaceAll('-', '')];
  return [...folder, `COALESCE(${FOLDER_DAY}, ${NAME_DAY}, ${sqlText(first)}) BETWEEN ${sqlText(first)} AND ${sqlText(last)}`];
}

/** Beside the logs stand digests, and logs of other services. */
const CLOUDTRAIL_FOLDERS = `COALESCE(regexp_extract("$path", '/AWSLogs/(?:o-[a-z0-9]+/)?[0-9]{12}/([^/]+)/', 1), 'CloudTrail') IN ('CloudTrail', 'CloudTrail-Insight', 'CloudTrail-NetworkActivity')
  AND strpos("$path", '_CloudTrail-Digest_') = 0`;

/** The delivery day that an object's folders tell, then the one its name tells; as sources/archive-path.ts has it. */
const FOLDER_DAY = `replace(regexp_extract("$path", '/AWSLogs/(?:o-[a-z0-9]+/)?[0-9]{12}/[^/]+/(?:[a-z]{2,4}(?:-[a-z]+)+-[0-9]+/)?([0-9]{4}/[0-9]{2}/[0-9]{2})/', 1), '/', '')`;
const NAME_DAY = `regexp_extract("$path", '/[0-9]{12}_CloudTrail(?:-[A-Za-z]+)?_[a-z]{2,4}(?:-[a-z]+)+-[0-9]+_(?:[^/]*_)?([0-9]{8})T[0-9]{4}(?:[0-9]{2})?Z[^/]*$', 1)`;

function refused(refusal: string): PartitionPredicate {
  return { refusal, ddl: '' };
}

function unpartitioned(input: PredicateInput): PartitionPredicate {
  const { layout, table, scope } = input;
  return {
    refusal: `The table ${table.database}.${table.table} has no partition key that holds days, so every query would read all of ${layout.location}: make the projected table that is printed here and name it, or allow it with allow-full-scan.`,
    ddl: projectedTableDdl({ table: { ...table, table: `${table.table}_by_day` }, location: layout.location, accounts: scope.accounts.map(({ id }) => id), regions: [] }),
  };
}
