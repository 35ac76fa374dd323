import { type HiveType, parseHiveType } from './hive-type.js';
import { type Projection, projectionOf } from './projection.js';

/** What Athena's GetTableMetadata tells of a table (https://docs.aws.amazon.com/athena/latest/APIReference/API_TableMetadata.html). */
export interface TableMetadata {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly partitionKeys: readonly { readonly name: string; readonly type: string }[];
  /** Table properties, and what Athena adds to them: `serde.serialization.lib`, `inputformat`. */
  readonly parameters: Readonly<Record<string, string>>;
  /** `s3://bucket/prefix/`; empty for a view. */
  readonly location: string;
}

/** What a partition key's values are. */
export type KeyRole = 'account' | 'region' | 'date' | 'year' | 'month' | 'day' | 'other';

export interface PartitionKey {
  readonly name: string;
  readonly type: HiveType;
  readonly role: KeyRole;
  /** How Athena makes up the key's values; null where partitions are listed in the catalogue. */
  readonly projection: Projection | null;
}

export interface TableLayout {
  /** By lower-case name. */
  readonly columns: ReadonlyMap<string, HiveType>;
  readonly partitionKeys: readonly PartitionKey[];
  /** Ends with `/`. */
  readonly location: string;
  /** `storage.location.template`; null where the table has none. */
  readonly template: string | null;
  /** Where all of the table's objects stand, as far as the table says; ends with `/`. */
  readonly root: string;
  /** Java class that reads the records; empty where the table does not say. */
  readonly serde: string;
  /** Copies of archived objects that were restored for some days are read (https://docs.aws.amazon.com/athena/latest/ug/querying-glacier.html). */
  readonly readsRestored: boolean;
}

const REQUIRED_COLUMNS = ['eventid', 'eventtime', 'eventsource', 'eventname', 'useridentity'];

/** A table as the records are read from it, or the sentence that says why they cannot be. */
export function tableLayout({ columns: told, partitionKeys, parameters, location }: TableMetadata): TableLayout | string {
  const columns = new Map<string, HiveType>();
  for (const { name, type: text } of told) {
    const type = parseHiveType(text);
    if (type === null) return `The table's column ${name} has a type that cannot be read (${text.slice(0, 80)}): name a table of CloudTrail records.`;
    columns.set(name.toLowerCase(), type);
  }
  const missing = REQUIRED_COLUMNS.filter((name) => !columns.has(name));
  if (missing.length > 0) return `The table is not one of CloudTrail records: it has no column ${missing.join(', ')}. Name the table made for the trail, as in https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table.html.`;
  if (location === '') return 'The table has no location, as a view has none: rows could not be led back to log objects. Name the table under the view.';
  const properties = lowerCaseNames(parameters);
  const projected = properties.get('projection.enabled')?.trim().toLowerCase() === 'true';
  const template = projected ? (properties.get('storage.location.template') ?? null) : null;
  return {
    columns,
    partitionKeys: keysOf(partitionKeys, (name) => (projected ? projectionOf(name, properties) : null), template),
    location: withSlash(location),
    template,
    root: template === null ? withSlash(location) : template.slice(0, staticEnd(template)),
    serde: properties.get('serde.serialization.lib') ?? '',
    readsRestored: properties.get('read_restored_glacier_objects')?.trim().toLowerCase() === 'true',
  };
}

/** Up to the last `/` before the first `${key}`. */
function staticEnd(template: string): number {
  const first = template.indexOf('${');
  return template.lastIndexOf('/', first === -1 ? template.length : first) + 1;
}

function keysOf(keys: TableMetadata['partitionKeys'], projection: (name: string) => Projection | null, template: string | null): readonly PartitionKey[] {
  const names = keys.map(({ name }) => name.toLowerCase());
  return keys.map(({ name: given, type }) => {
    const name = given.toLowerCase();
    const found = projection(name);
    return { name, type: parseHiveType(type) ?? { kind: 'primitive', name: type.toLowerCase() }, projection: found, role: roleOf(name, found, template, names) };
  });
}

/** A key's role: from its place in the template, from its projection, else from its name. */
function roleOf(name: string, projection: Projection | null, template: string | null, names: readonly string[]): KeyRole {
  if (projection?.type === 'date') return 'date';
  const placed = /AWSLogs\/(?:o-[a-z0-9]+\/|\$\{[^}]+\}\/(?=\$\{[^}]+\}\/CloudTrail))?(?:\$\{([^}]+)\}|[0-9]+)\/CloudTrail[^/]*\/(?:\$\{([^}]+)\})?/i.exec(template ?? '');
  if (placed?.[1]?.toLowerCase() === name) return 'account';
  if (placed?.[2]?.toLowerCase() === name) return 'region';
  return roleByName(name, names);
}

function roleByName(name: string, names: readonly string[]): KeyRole {
  const part = (role: string): boolean => new RegExp(`^(?:[a-z]+_)?${role}$`).test(name);
  if (part('year') || part('month')) return part('year') ? 'year' : 'month';
  const dated = names.some((other) => other.endsWith('year')) && names.some((other) => other.endsWith('month'));
  if (part('day')) return dated ? 'day' : 'date';
  if (/^(?:[a-z]+_)?(?:dt|ds|date|timestamp|partition_?date)$/.test(name)) return 'date';
  if (/^(?:aws_?|recipient_?)?(?:account|acct)(?:_?(?:id|number))?$/.test(name)) return 'account';
  return /^(?:aws_?)?region(?:_?(?:name|code|id))?$/.test(name) ? 'region' : 'other';
}

function lowerCaseNames(parameters: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]));
}

function withSlash(place: string): string {
  return place.endsWith('/') ? place : `${place}/`;
}
