import { sqlText } from '../../pack/executable-query.js';
import { RECORD_COLUMNS } from '../record-columns.js';
import { RESOURCE_PARAMETERS } from '../resource-parameters.js';

/**
 * Two readers of the same staged files. `typed` parses each record once into the fields we name and is half again as fast; it
 * refuses a file in which a record has an unexpected shape (userIdentity a string, a key twice). `any-shape` reads whatever is
 * JSON, one list of paths a record. Where both accept a file they give the same text (tested).
 */
export type Reader = 'typed' | 'any-shape';

/** Staged files that one statement reads. */
export interface StagedGroup {
  /** Paths of `{"Records":[…]}` texts. */
  readonly files: readonly string[];
  /** At least the size of the largest. */
  readonly maximumObjectSize: number;
  /** True when each file is a single line, as CloudTrail writes them: DuckDB then need not look for where a document ends. */
  readonly oneLine: boolean;
}

/** SELECT of one row a record: the columns of `records`. */
export function recordsSelect(reader: Reader, { files, maximumObjectSize, oneLine }: StagedGroup): string {
  const columns = Object.entries(RECORD_COLUMNS).map(([column, path], index) => `    ${reader === 'typed' ? fieldOf(path) : `v[${index + 1}]`} AS ${column}`);
  return `SELECT
  r.* EXCLUDE (resources, asked, first_held, filename),
  CASE WHEN starts_with(resources, '[') AND json_valid(resources) THEN array_to_string(json_extract_string(resources, '$[*].ARN'), chr(10)) END AS resource_arns,
  ${requestResource()} AS request_resource,
  f.source_file,
  f.path_account
FROM (
  SELECT *, COALESCE(${ASKED_FIELDS.join(', ')}) AS first_held
  FROM (
  SELECT *, CASE WHEN COALESCE(strpos(resources, '"ARN":"'), 0) = 0 AND starts_with(request_parameters, '{') THEN TRY(json_transform(request_parameters, ${sqlText(askedShape())})) END AS asked
  FROM (
  SELECT
${columns.join(',\n')},
    filename
  FROM (${source(reader, { files, maximumObjectSize, oneLine })})
  ) fields
  ) read_fields
) r
JOIN staged_files f ON f.staged_path = r.filename`;
}

/** The fields RESOURCE_PARAMETERS name, in one parse of the request (`asked`); a path at a time takes twice as long. */
const ASKED_FIELDS = RESOURCE_PARAMETERS.map((path) => {
  const steps = path.split('.').map((part) => {
    const [, name = part, index] = /^(\w+)(?:\[(\d+)\])?$/.exec(part) ?? [];
    return index === undefined ? `"${name}"` : `"${name}"[${Number(index) + 1}]`;
  });
  return `asked.${steps.join('.')}`;
});

/**
 * `request_resource`: the first of the paths that holds a text or a number, for records that name no ARN. The first that holds
 * anything is nearly always that; only where it is an object, a list or withheld are all of them looked at.
 */
function requestResource(): string {
  const unusable = (field: string): string => `(starts_with(${field}, '{') OR starts_with(${field}, '[') OR ${field} = ${sqlText(WITHHELD)})`;
  const each = ASKED_FIELDS.map((field) => `CASE WHEN ${unusable(field)} THEN NULL ELSE ${field} END`);
  return `CASE WHEN ${unusable('first_held')} THEN COALESCE(${each.join(', ')}) ELSE first_held END`;
}

/** What AWS writes in place of a value it keeps out of the log. */
const WITHHELD = 'HIDDEN_DUE_TO_SECURITY_REASONS';

/** The shape json_transform takes: `{"a":"VARCHAR","b":{"items":[{"c":"VARCHAR"}]}}`. */
function askedShape(): string {
  const shape: Record<string, unknown> = {};
  for (const path of RESOURCE_PARAMETERS) {
    let inner: unknown = 'VARCHAR';
    const parts = path.split('.').reverse();
    parts.forEach((part, index) => {
      const name = part.replace(/\[\d+\]$/, '');
      const value = part === name ? inner : [inner];
      inner = index === parts.length - 1 ? value : { [name]: value };
      if (index === parts.length - 1) shape[name] = value;
    });
  }
  return JSON.stringify(shape);
}

function source(reader: Reader, { files, maximumObjectSize, oneLine }: StagedGroup): string {
  const type = reader === 'typed' ? `${structOf(Object.values(RECORD_COLUMNS))}[]` : 'JSON[]';
  const read = `SELECT unnest(Records) AS record, filename FROM read_json([${files.map(sqlText).join(', ')}], columns = {Records: ${sqlText(type)}}, format = '${oneLine ? 'newline_delimited' : 'auto'}', maximum_object_size = ${maximumObjectSize}, filename = true)`;
  if (reader === 'typed') return read;
  const paths = Object.values(RECORD_COLUMNS).map((path) => sqlText(`$.${path}`));
  return `SELECT json_extract_string(record, [${paths.join(', ')}]) AS v, filename FROM (${read})`;
}

function fieldOf(path: string): string {
  return ['record', ...path.split('.')].map((part) => (part === 'record' ? part : `"${part}"`)).join('.');
}

interface Shape {
  [key: string]: Shape | 'VARCHAR';
}

/** `['a', 'b.c']` → `STRUCT("a" VARCHAR, "b" STRUCT("c" VARCHAR))`. */
function structOf(paths: readonly string[]): string {
  const root: Shape = {};
  for (const path of paths) {
    const parts = path.split('.');
    let at = root;
    for (const part of parts.slice(0, -1)) at = (at[part] ??= {}) as Shape;
    at[parts.at(-1) ?? path] = 'VARCHAR';
  }
  const text = (shape: Shape): string => `STRUCT(${Object.entries(shape).map(([key, value]) => `"${key}" ${value === 'VARCHAR' ? value : text(value)}`).join(', ')})`;
  return text(root);
}

/** What `engine/records.sql` in the pack shows: the reader's text with the list of files left to integrity.json. */
export function recordsSqlForReaders(): string {
  return `-- records: one row a log record, read from the log files that integrity.json lists as read.\n-- staged_files holds, for each file, its key (source_file) and the account its path names (path_account).\n${recordsSelect('typed', { files: ['<files>'], maximumObjectSize: 67_108_864, oneLine: true })}\n`;
}
