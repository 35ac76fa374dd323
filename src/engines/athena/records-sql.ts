import { sqlText } from '../../pack/executable-query.js';
import { RECORD_COLUMNS } from '../record-columns.js';
import type { HiveType } from './hive-type.js';
import { identifier, qualified, type TableName } from './identifiers.js';
import type { TableLayout } from './table-layout.js';

export interface RecordsSelect {
  /** SELECT of one row a record: the columns of `records`, all text. */
  readonly sql: string;
  /** Columns of `records` that the table does not hold. */
  readonly missingColumns: readonly string[];
}

export interface RecordsFrom {
  readonly table: TableName;
  /** Condition on partition keys and paths that keeps to the delivery window. */
  readonly where: string;
  /** Log objects left out because Athena cannot read them, as `"$path"` has them. */
  readonly excludedPaths?: readonly string[];
}

/** The records of a table. Fields that the table does not declare are NULL: naming one would fail the whole query. */
export function recordsSelect(layout: TableLayout, { table, where, excludedPaths = [] }: RecordsFrom): RecordsSelect {
  const fields: (readonly [string, string | null])[] = Object.entries(RECORD_COLUMNS).map(([column, path]) =>
    column === 'resources' ? ['resource_arns', resourceArns(layout)] : [column, fieldOf(layout, path)]);
  const columns = [...fields.map(([column, field]) => `  ${field ?? NO_VALUE} AS ${column}`), `  ${PATH_ACCOUNT} AS path_account`, `  ${sourceFile(layout)} AS source_file`];
  const excluded = excludedPaths.length === 0 ? '' : `\n  AND "$path" NOT IN (${excludedPaths.map(sqlText).join(', ')})`;
  return {
    sql: `SELECT\n${columns.join(',\n')}\nFROM ${qualified(table)}\nWHERE ${where}${excluded}`,
    missingColumns: fields.filter(([, field]) => field === null).map(([column]) => column),
  };
}

const NO_VALUE = 'CAST(NULL AS varchar)';

/** SQL for the field at a path of the record; null where the table has no such column or field. */
function fieldOf(layout: TableLayout, path: string): string | null {
  const [first = '', ...rest] = path.split('.');
  const type = layout.columns.get(first.toLowerCase());
  return type === undefined ? null : within(type, identifier(first.toLowerCase()), rest);
}

function within(type: HiveType, sql: string, rest: readonly string[]): string | null {
  const [next, ...after] = rest;
  if (next === undefined) return type.kind === 'primitive' ? asText(type.name, sql) : null;
  switch (type.kind) {
    case 'struct': {
      const field = type.fields.get(next.toLowerCase());
      return field === undefined ? null : within(field, `${sql}.${identifier(next.toLowerCase())}`, after);
    }
    case 'map': {
      // The record's own spelling; a SerDe that does not mind the case of names has it in lower case.
      if (after.length > 0 || type.value.kind !== 'primitive') return null;
      const held = [next, next.toLowerCase()].map((key) => asText(typeName(type.value), `element_at(${sql}, ${sqlText(key)})`));
      return `COALESCE(${held.join(', ')})`;
    }
    case 'primitive':
      // Kept as its JSON text.
      return isText(type.name) ? `json_extract_scalar(${sql}, ${sqlText(`$.${rest.join('.')}`)})` : null;
    case 'array':
      return null;
  }
}

/** The ARNs of a record's resources, joined by a line feed; NULL where it lists none. */
function resourceArns(layout: TableLayout): string | null {
  const type = layout.columns.get('resources');
  if (type?.kind !== 'array' || type.element.kind !== 'struct' || type.element.fields.get('arn')?.kind !== 'primitive') return null;
  return `NULLIF(array_join(transform(${identifier('resources')}, resource -> resource.${identifier('arn')}), chr(10)), '')`;
}

function asText(type: string, sql: string): string {
  return isText(type) ? sql : `CAST(${sql} AS varchar)`;
}

function isText(type: string): boolean {
  return type === 'string' || type.startsWith('varchar');
}

function typeName(type: HiveType): string {
  return type.kind === 'primitive' ? type.name : '';
}

/** From the first `AWSLogs/` that is followed by an account or an organisation; else from any; else the path below the table's place. */
function sourceFile({ root }: TableLayout): string {
  const below = `CASE WHEN starts_with("$path", ${sqlText(root)}) THEN substr("$path", ${[...root].length + 1}) ELSE "$path" END`;
  return `COALESCE(regexp_extract("$path", '/(AWSLogs/(?:o-[a-z0-9]+/)?[0-9]{12}/.*)', 1), regexp_extract("$path", '/(AWSLogs/.*)', 1), ${below})`;
}

/** As sources/archive-path.ts has it: the account's folder, else the account that begins the object's name. */
const PATH_ACCOUNT = `COALESCE(regexp_extract("$path", '/AWSLogs/(?:o-[a-z0-9]+/)?([0-9]{12})/', 1), regexp_extract("$path", '/([0-9]{12})_CloudTrail(?:-[A-Za-z]+)?_[^/]*$', 1))`;
