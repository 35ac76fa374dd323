import { sqlText } from '../../pack/executable-query.js';
import { RECORD_COLUMNS } from '../record-columns.js';

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
  const columns = Object.entries(RECORD_COLUMNS)
    .filter(([column]) => column !== 'resources')
    .map(([column, path]) => `    ${fieldOf(reader, path)} AS ${column}`);
  return `SELECT
  r.* EXCLUDE (filename),
  f.source_file,
  f.path_account
FROM (
  SELECT
${columns.join(',\n')},
    ${resourceArns(reader)} AS resource_arns,
    filename
  FROM (${source(reader, { files, maximumObjectSize, oneLine })})
) r
JOIN staged_files f ON f.staged_path = r.filename`;
}

/** The ARNs of a record's resources, joined by a line feed; NULL where it lists none. */
function resourceArns(reader: Reader): string {
  const resources = fieldOf(reader, RECORD_COLUMNS.resources);
  if (reader === 'typed') return `NULLIF(array_to_string(list_transform(${resources}, lambda resource: resource."ARN"), chr(10)), '')`;
  return `CASE WHEN starts_with(${resources}, '[') AND json_valid(${resources}) THEN NULLIF(array_to_string(json_extract_string(${resources}, '$[*].ARN'), chr(10)), '') END`;
}

/** The shape is given, but DuckDB would still parse files to guess it, which is a tenth of the reading. */
const NO_SAMPLING = 'auto_detect = false, sample_size = 1, maximum_sample_files = 1';

function source(reader: Reader, { files, maximumObjectSize, oneLine }: StagedGroup): string {
  const type = reader === 'typed' ? `${structOf(Object.values(RECORD_COLUMNS))}[]` : 'JSON[]';
  const read = `SELECT unnest(Records) AS record, filename FROM read_json([${files.map(sqlText).join(', ')}], columns = {Records: ${sqlText(type)}}, ${NO_SAMPLING}, format = '${oneLine ? 'newline_delimited' : 'auto'}', maximum_object_size = ${maximumObjectSize}, filename = true)`;
  if (reader === 'typed') return read;
  const paths = PATHS.map((path) => sqlText(`$.${path}`));
  return `SELECT json_extract_string(record, [${paths.join(', ')}]) AS v, filename FROM (${read})`;
}

const PATHS: readonly string[] = Object.values(RECORD_COLUMNS);

/** A field of the record as the reader holds it: `record."userIdentity"."type"`, or its place in the list of extracted paths. */
function fieldOf(reader: Reader, path: string): string {
  return reader === 'typed' ? `record.${path.split('.').map((part) => `"${part}"`).join('.')}` : `v[${PATHS.indexOf(path) + 1}]`;
}

/** Types of the fields that are not text. */
const TYPES: Readonly<Record<string, string>> = { [RECORD_COLUMNS.resources]: 'STRUCT("ARN" VARCHAR)[]' };

interface Shape {
  [key: string]: Shape | string;
}

/** `['a', 'b.c']` → `STRUCT("a" VARCHAR, "b" STRUCT("c" VARCHAR))`. */
function structOf(paths: readonly string[]): string {
  const root: Shape = {};
  for (const path of paths) {
    const parts = path.split('.');
    let at = root;
    for (const part of parts.slice(0, -1)) at = (at[part] ??= {}) as Shape;
    at[parts.at(-1) ?? path] = TYPES[path] ?? 'VARCHAR';
  }
  const text = (shape: Shape): string => `STRUCT(${Object.entries(shape).map(([key, value]) => `"${key}" ${typeof value === 'string' ? value : text(value)}`).join(', ')})`;
  return text(root);
}

