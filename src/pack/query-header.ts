import * as z from 'zod/mini';
import { EVENT_COLUMNS, JSON_COLUMNS } from './event-columns.js';
import { CATEGORIES, EXPECTATIONS, type Query, QUERY_SETTINGS } from './query.js';
import { type Problem, readYaml, schemaProblems, type YamlText } from '../settings/yaml-document.js';

/** What the header says, before the SQL and the file are added. */
export type QueryHeader = Pick<Query, 'id' | 'title' | 'question' | 'expect' | 'category' | 'events' | 'context' | 'needs' | 'settings' | 'leadIn' | 'columns' | 'key' | 'limits' | 'references'>;

export const QUERY_ID = /^[A-Z]{2,5}-\d{2}$/;
const EVENT_ROW = ['event_id', 'event_time', 'account_id', 'region', 'source_file'];
const GROUPED_ROW = ['events', 'first_event_id', 'last_event_id'];
const DEFAULT_KEY = ['event_time', 'account_id', 'event_id'];

const text = z.string().check(z.trim(), z.minLength(1));
const demand = z.enum(['required', 'optional']);

const watched = z.union([z.literal('any'), z.record(z.string(), z.array(text).check(z.minLength(1)))], { error: 'must be "any" or a map from event sources to lists of event names' });

const headerSchema = z.strictObject({
  id: text,
  title: text,
  question: text,
  expect: z.enum(EXPECTATIONS),
  category: z.partialRecord(z.enum(CATEGORIES), demand),
  events: watched,
  context: z._default(watched, {}),
  needs: z._default(z.array(text), []),
  settings: z._default(z.partialRecord(z.enum(QUERY_SETTINGS), demand), {}),
  lead_in: z._default(z.boolean(), false),
  columns: z.record(z.string(), text),
  key: z._default(z.array(text).check(z.minLength(1)), DEFAULT_KEY),
  limits: text,
  references: z._default(z.array(text), []),
});

/** Reads a header. `yaml` begins on line 1 of the file, so that its lines are the file's. */
export function readHeader(yaml: string): { readonly header: QueryHeader | null; readonly problems: readonly Problem[]; readonly lineOf: YamlText['lineOf'] } {
  const document = readYaml(yaml);
  const none = { header: null, lineOf: document.lineOf };
  if (document.problems.length > 0) return { ...none, problems: document.problems };
  const parsed = headerSchema.safeParse(document.value);
  if (!parsed.success) return { ...none, problems: schemaProblems(document, parsed.error.issues) };
  const { lead_in: leadIn, ...rest } = parsed.data;
  const header: QueryHeader = { ...rest, leadIn };
  return { header, problems: headerProblems(header, document), lineOf: document.lineOf };
}

function headerProblems(header: QueryHeader, { lineOf }: YamlText): Problem[] {
  const columns = Object.keys(header.columns);
  const at = (path: readonly PropertyKey[], faults: readonly string[]): Problem[] => faults.map((sentence) => ({ line: lineOf(path), sentence }));
  return [
    ...at(['id'], QUERY_ID.test(header.id) ? [] : [`\`id\` must look like ROOT-01, not ${header.id}.`]),
    ...at(['category'], Object.values(header.category).includes('required') ? [] : ['`category` must name at least one class of event as required.']),
    ...eventProblems(header, lineOf),
    ...header.needs.flatMap((column, index) => at(['needs', index], EVENT_COLUMNS.some((known) => known === column) ? [] : [`\`needs\` names ${column}, which is no column of events.`])),
    ...columns.flatMap((column) => at(['columns', column], columnFaults(column))),
    ...at(['columns'], rowFaults(columns)),
    ...header.key.flatMap((column, index) => at(['key', index], columns.includes(column) ? [] : [`\`key\` names ${column}, which is not among the columns.`])),
    ...at(['key'], new Set(header.key).size === header.key.length ? [] : ['`key` names a column twice.']),
    ...header.references.flatMap((link, index) => at(['references', index], /^https:\/\/\S+$/.test(link) ? [] : [`The reference ${link} is not an https address.`])),
  ];
}

function eventProblems(header: QueryHeader, lineOf: YamlText['lineOf']): Problem[] {
  const none = header.events !== 'any' && Object.keys(header.events).length === 0;
  return [
    ...(none ? [{ line: lineOf(['events']), sentence: '`events` names no source; write "any" or a map.' }] : []),
    ...watchedProblems('events', header, lineOf),
    ...watchedProblems('context', header, lineOf),
  ];
}

function watchedProblems(field: 'events' | 'context', header: QueryHeader, lineOf: YamlText['lineOf']): Problem[] {
  const watched = header[field];
  if (watched === 'any') return [];
  return Object.entries(watched).flatMap(([source, names]) => [
    ...(/^[a-z0-9.-]+\.amazonaws\.com$/.test(source) ? [] : [{ line: lineOf([field, source]), sentence: `\`${field}\` names ${source}; sources end in .amazonaws.com, in lower case.` }]),
    ...names.flatMap((name, index) => (eventNameFault(name) === null ? [] : [{ line: lineOf([field, source, index]), sentence: `\`${field}\` names ${name}, ${eventNameFault(name)}.` }])),
  ]);
}

function eventNameFault(name: string): string | null {
  if (/20\d{6}(v\d+)?$|20\d\d_\d\d_\d\d$/.test(name)) return 'with an API-version suffix; event_name has none';
  return /^[A-Za-z][A-Za-z0-9:_.-]*$/.test(name) ? null : 'which is no event name';
}

/** Words that cannot be bare column names on one of the engines. */
const RESERVED = ['all', 'and', 'as', 'asc', 'between', 'case', 'cast', 'check', 'column', 'constraint', 'create', 'default', 'desc', 'distinct', 'else', 'end', 'except', 'exists', 'false', 'for', 'from', 'full', 'group', 'having', 'in', 'inner', 'is', 'join', 'left', 'like', 'limit', 'not', 'null', 'offset', 'on', 'only', 'or', 'order', 'references', 'right', 'select', 'table', 'then', 'to', 'true', 'union', 'unique', 'user', 'using', 'values', 'when', 'where', 'window', 'with'];

function columnFaults(column: string): string[] {
  if (!/^[a-z][a-z0-9_]*$/.test(column)) return [`Column ${JSON.stringify(column)}: names are lower-case letters, digits and _.`];
  if (RESERVED.includes(column)) return [`Column ${column} is a reserved word of SQL; name it otherwise.`];
  return JSON_COLUMNS.some((json) => json === column) ? [`Column ${column} would be a whole JSON text; choose named paths.`] : [];
}

/** A row is one event, and then says which and where it stands, or counts events, and then names the first and the last. */
function rowFaults(columns: readonly string[]): string[] {
  const wanted = columns.includes('event_id') ? EVENT_ROW : columns.includes('events') ? GROUPED_ROW : null;
  if (wanted === null) return [`Rows are events (${EVENT_ROW.join(', ')}) or groups (${GROUPED_ROW.join(', ')}); \`columns\` holds neither event_id nor events.`];
  const missing = wanted.filter((column) => !columns.includes(column));
  return missing.length === 0 ? [] : [`${wanted === EVENT_ROW ? 'Event' : 'Grouped'} rows must carry ${missing.join(', ')} too.`];
}
