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

/** Keys other than days: named only if they must be. */
function keyCondition(key: PartitionKey, { scope, table }: PredicateInput): string | PartitionPredicate {
  const { projection, role, name } = key;
  if (projection === null) return '';
  if (projection.type === 'unreadable') return refused(`The table's projection of ${name} cannot be read: ${projection.why}. Mend the table's properties.`);
  const wanted = role === 'account' ? scope.accounts.map(({ id }) => id) : role === 'region' ? regionsOf(scope) : [];
  if (projection.type === 'injected') {
    if (wanted.length === 0) return refused(`The table's key ${name} is injected, so Athena wants its values named: name the ${role === 'region' ? 'regions' : 'accounts'} under scope in the settings file${role === 'other' ? ', or project the key as enum' : ''}.`);
    return oneOf(name, wanted);
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

/** Regions in scope, and the one in which services without a region are recorded. */
function regionsOf({ regions }: Scope): readonly string[] {
  return regions.length === 0 ? [] : [...new Set([...regions, 'us-east-1'])];
}

/** The condition on days; empty where no key holds them. */
function dayCondition(input: PredicateInput): string | PartitionPredicate {
  const { layout, window } = input;
  const byRole = (role: PartitionKey['role']): PartitionKey | undefined => layout.partitionKeys.find((key) => key.role === role);
  const date = byRole('date');
  if (date !== undefined) return date.projection?.type === 'date' ? projectedDate(date, date.projection, input) : listedDate(date, window);
  const [year, month, day] = [byRole('year'), byRole('month'), byRole('day')];
  if (year === undefined || month === undefined) return '';
  const unmade = [[year, 0, 4] as const, [month, 5, 7] as const, ...(day === undefined ? [] : [[day, 8, 10] as const])].flatMap(([key, from, to]) => {
    const values = [...new Set(daysOf(window).map((date) => date.slice(from, to)))].filter((value) => !makes(key, value));
    return values.length === 0 ? [] : [`The table's projection of ${key.name} leaves out ${values.join(', ')}, which the days ${window.firstDay} to ${window.lastDay} need: widen projection.${key.name}.${key.projection?.type === 'enum' ? 'values' : 'range'}.`];
  });
  return unmade.length > 0 ? refused(unmade.join(' ')) : yearMonthDay(year, month, day, window);
}

/** Whether the key's projection, if it has one, makes a number that is written with two digits or more. */
function makes({ projection }: PartitionKey, value: string): boolean {
  if (projection?.type === 'integer') return Number(value) >= projection.range[0] && Number(value) <= projection.range[1];
  return projection?.type !== 'enum' || projection.values.includes(value) || projection.values.includes(String(Number(value)));
}

function projectedDate(key: PartitionKey, projection: Extract<PartitionKey['projection'], { type: 'date' }>, { window, now, table }: PredicateInput): string | PartitionPredicate {
  const format = DateFormat.of(projection.format);
  if (format === null) return refused(`The table projects ${key.name} in the format ${projection.format}, which cannot be compared with days here: use yyyy/MM/dd.`);
  const missing = missingDays(projection, format, window, now);
  if (typeof missing === 'string') return refused(`The table's projection of ${key.name} cannot be used: ${missing}.`);
  if (missing.length > 0) {
    const first = missing.length === 1 ? missing[0] : `${missing[0]} to ${missing.at(-1)} (${missing.length} days)`;
    const begin = format.text(window.firstDay);
    return {
      refusal: `The table's projection of ${key.name} has the range ${projection.range.join(',')} and leaves out ${first}, of the days ${window.firstDay} to ${window.lastDay} that the period needs: widen projection.${key.name}.range.`,
      ddl: `ALTER TABLE ${ddlName(table)} SET TBLPROPERTIES (${sqlText(`projection.${key.name}.range`)} = ${sqlText(`${begin},NOW`)})`,
    };
  }
  const values = [...new Set(daysOf(window).map((day) => format.text(day)))];
  if (!format.sorts) return oneOf(key.name, values);
  return `${identifier(key.name)} >= ${sqlText(values[0] ?? '')} AND ${identifier(key.name)} <= ${sqlText(values.at(-1) ?? '')}`;
}

/** Days as the catalogue lists them: of type date, or as text in one of the ways people write them. */
function listedDate({ name, type }: PartitionKey, window: DeliveryWindow): string {
  if (type.kind === 'primitive' && type.name === 'date') return `${identifier(name)} >= DATE ${sqlText(window.firstDay)} AND ${identifier(name)} <= DATE ${sqlText(window.lastDay)}`;
  if (type.kind === 'primitive' && INTEGERS.includes(type.name)) return `${identifier(name)} >= ${window.firstDay.replaceAll('-', '')} AND ${identifier(name)} <= ${window.lastDay.replaceAll('-', '')}`;
  return oneOf(name, daysOf(window).flatMap((day) => [day, day.replaceAll('-', '/'), day.replaceAll('-', '')]));
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
function pathConditions({ template, location }: TableLayout, window: DeliveryWindow): readonly string[] {
  if (template !== null && /\/CloudTrail(?:-Insight|-NetworkActivity)?\/(?:\$\{[^}]+\}|[a-z0-9-]+)\/(?:\$\{[^}]+\}\/?)+$/.test(template)) return [];
  const folder = /\/CloudTrail(?:-Insight|-NetworkActivity)?\//.test(location) ? [] : [CLOUDTRAIL_FOLDERS];
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
