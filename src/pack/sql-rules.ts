import { columnsRead } from './columns-read.js';
import { ALWAYS_NEEDED, EVENT_COLUMNS, JSON_COLUMNS } from './event-columns.js';
import { closing } from './sql-relations.js';
import type { Query } from './query.js';
import { isIdentifier, isSymbol, isWord, type SqlFault, type Token } from './sql-tokens.js';

const NOT_ALIKE = 'the two engines answer it differently';
const CLOCK = 'evidence may not depend on when or where it runs';

/** Functions and bare words that change meaning between the engines, or between two runs. */
const FORBIDDEN_CALLS: ReadonlyMap<string, string> = new Map([
  ...['json_value', 'json_query', 'json_exists', 'json_parse', 'json_format', 'json_size', 'json_array_get'].map((name) => [name, `${NOT_ALIKE}; use json_extract_scalar with a named path`] as const),
  ...['date_parse', 'date_format', 'format_datetime', 'parse_datetime', 'at_timezone', 'strftime', 'strptime'].map((name) => [name, `${NOT_ALIKE}; event_time is ISO 8601 text: use substr or from_iso8601_timestamp`] as const),
  ...['listagg', 'string_agg', 'group_concat'].map((name) => [name, "use array_join(array_agg(DISTINCT x ORDER BY x), ', ')"] as const),
  ...['arbitrary', 'any_value', 'first', 'last'].map((name) => [name, 'its answer is not fixed; use min_by(x, event_time || event_id)'] as const),
  ...['any_match', 'all_match', 'none_match', 'transform', 'reduce', 'list_transform', 'list_filter'].map((name) => [name, 'lambdas are not shared by both engines'] as const),
  ...['concat', 'concat_ws'].map((name) => [name, `${NOT_ALIKE} for NULL; use ||`] as const),
  ...['if', 'iif'].map((name) => [name, 'use CASE'] as const),
  ...['map_agg', 'array_position', 'sequence', 'greatest', 'least', 'avg', 'stddev', 'variance'].map((name) => [name, NOT_ALIKE] as const),
  ...['now', 'random', 'rand', 'uuid', 'gen_random_uuid', 'today', 'getenv', 'version', 'current_setting', 'typeof'].map((name) => [name, CLOCK] as const),
]);

const FORBIDDEN_WORDS: ReadonlyMap<string, string> = new Map([
  ['qualify', 'QUALIFY is not shared by both engines; filter a row_number() in an outer SELECT'],
  ['ilike', 'ILIKE is not shared by both engines; compare lower(x)'],
  ['limit', 'LIMIT would hide rows; every row is evidence'],
  ['tablesample', 'TABLESAMPLE would hide rows'],
  ['lateral', 'LATERAL is not in the common subset'],
  ...['table', 'pivot', 'unpivot', 'describe', 'summarize', 'show'].map((word) => [word, `${word.toUpperCase()} reads a relation without naming its columns; write SELECT`] as const),
  ['materialized', 'MATERIALIZED is not shared by both engines'],
  ...['current_timestamp', 'current_date', 'current_time', 'localtimestamp', 'localtime', 'current_user'].map((word) => [word, `${word} is forbidden: ${CLOCK}`] as const),
]);

const FORBIDDEN_SYMBOLS: ReadonlyMap<string, string> = new Map([
  [';', 'A query is one statement; leave the semicolon out.'],
  ['::', 'Write CAST(x AS …) instead of "::".'],
  ['->', 'Lambdas and "->" are not shared by both engines.'],
  ['->>', '"->>" is not shared by both engines; use json_extract_scalar.'],
  ['=>', 'Named arguments are not shared by both engines.'],
  [':=', 'Named arguments are not shared by both engines.'],
  ['//', '"//" is not shared by both engines.'],
  ['**', '"**" is not shared by both engines.'],
]);

const FLOAT_TYPES = ['double', 'real', 'float', 'decimal', 'numeric'];

/** Everything docs/writing-queries.md asks of the SQL, but for the relations it reads. */
export function sqlFaults(tokens: readonly Token[]): SqlFault[] {
  const each = tokens.flatMap((token, index) => tokenFaults(token, tokens, index).map((sentence) => ({ at: token.at, sentence })));
  return isWord(tokens[0], 'select', 'with') ? each : [{ at: tokens[0]?.at ?? 0, sentence: 'The SQL must be one SELECT, or WITH … SELECT.' }, ...each];
}

/** Words that wordFaults has something to say about where no parenthesis follows. A query has thousands of others. */
const WORDS_WITH_RULES = new Set([...FORBIDDEN_WORDS.keys(), ...FLOAT_TYPES, 'order', 'insert', 'update', 'delete', 'merge', 'fetch', 'similar', 'distinct', 'group', 'from', 'true', 'false']);

function tokenFaults(token: Token, tokens: readonly Token[], index: number): readonly string[] {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  const found: (string | null | undefined)[] = [];
  if (token.kind === 'symbol') found.push(FORBIDDEN_SYMBOLS.get(token.text), starFault(token, before), divisionFault(token, tokens, index));
  if (token.kind === 'number' && /[.eE]/.test(token.text)) found.push(`${token.text} is a float; a query counts in whole numbers.`);
  if (token.kind === 'string' && before?.kind === 'word' && before.end === token.at) found.push('A letter before a string (E\'…\', X\'…\') is not shared by both engines.');
  if (token.kind === 'word' && (WORDS_WITH_RULES.has(token.text) || isSymbol(next, '('))) found.push(...wordFaults(token, tokens, index));
  if (token.depth === 0 && isIdentifier(token) && JSON_COLUMNS.some((column) => column === token.text) && isWholeItem(before, next)) {
    found.push(`${token.text} would leave as a whole; take named paths with json_extract_scalar.`);
  }
  return found.filter((sentence) => typeof sentence === 'string');
}

function wordFaults(token: Token, tokens: readonly Token[], index: number): (string | null | undefined)[] {
  const [before, next] = [tokens[index - 1], tokens[index + 1]];
  // After AS or a dot a word is a name somebody chose.
  if (isWord(before, 'as') && !isSymbol(next, '(') && !FLOAT_TYPES.includes(token.text)) return [];
  if (isSymbol(before, '.')) return [];
  if (isSymbol(next, '(')) return [callFault(token), ...argumentFaults(token, tokens, index), isWord(before, 'as') && FLOAT_TYPES.includes(token.text) ? floatType(token) : null];
  const word = FORBIDDEN_WORDS.get(token.text);
  return [
    word === undefined ? null : `${word}.`,
    token.text === 'order' && isWord(next, 'by') && token.depth === 0 ? 'No ORDER BY at the end: rows are ordered by the key of the header.' : null,
    isWord(token, 'insert', 'update', 'delete', 'merge') && token.depth === 0 && isSymbol(before, ')') ? 'A query only reads: it is one SELECT.' : null,
    token.text === 'fetch' && isWord(next, 'first', 'next') ? 'FETCH would hide rows; every row is evidence.' : null,
    token.text === 'similar' && isWord(next, 'to') ? 'SIMILAR TO is not shared by both engines; use regexp_like.' : null,
    token.text === 'distinct' && isWord(next, 'on') ? 'DISTINCT ON is not shared by both engines; use row_number().' : null,
    token.text === 'group' && isWord(next, 'by') && isWord(tokens[index + 2], 'all') ? 'GROUP BY ALL is not shared by both engines; name the columns.' : null,
    token.text === 'from' && (before === undefined || isSymbol(before, '(')) ? 'FROM before SELECT is not shared by both engines.' : null,
    (token.text === 'true' || token.text === 'false') && isSymbol(before, '=', '<>', '!=') ? `Columns are text: compare with '${token.text}'.` : null,
    isWord(before, 'as') && FLOAT_TYPES.includes(token.text) ? floatType(token) : null,
  ];
}

function floatType(token: Token): string {
  return `CAST to ${token.text} makes a float; a query counts in whole numbers (bigint).`;
}

function callFault(token: Token): string | null {
  const why = token.text.startsWith('approx_') ? 'estimates are no evidence' : FORBIDDEN_CALLS.get(token.text);
  return why === undefined ? null : `${token.text}() is forbidden: ${why}.`;
}

function argumentFaults(token: Token, tokens: readonly Token[], index: number): string[] {
  if (!token.text.startsWith('json_extract') && !token.text.startsWith('regexp_')) return [];
  const inside = tokens.slice(index + 2, closing(tokens, index + 1));
  if (token.text === 'json_extract_scalar') return jsonPathFaults(token, inside);
  if (token.text === 'json_extract') {
    const counted = isSymbol(tokens[index - 1], '(') && isWord(tokens[index - 2], 'json_array_length');
    return counted ? jsonPathFaults(token, inside) : ['json_extract() may stand only inside json_array_length(); use json_extract_scalar for values.'];
  }
  return token.text.startsWith('regexp_') ? patternFaults(inside) : [];
}

function jsonPathFaults(token: Token, inside: readonly Token[]): string[] {
  const path = inside.at(-1);
  const constant = path?.kind === 'string' && isSymbol(inside.at(-2), ',');
  if (constant && /^\$(\.[A-Za-z0-9_]+|\[\d+\])*$/.test(path.text)) return [];
  return [`${token.text}() needs a constant path like '$.a.b[0].c', of letters, digits and _ only.`];
}

function patternFaults(inside: readonly Token[]): string[] {
  const strings = inside.filter(({ kind }) => kind === 'string').map(({ text }) => text);
  return [
    ...(strings.some((text) => /\(\?(=|!|<=|<!)/.test(text)) ? ['Look-around in a pattern is not shared by both engines.'] : []),
    ...(strings.some((text) => /(^|[^\\])(\\\\)*\\[1-9]|\$[0-9]/.test(text)) ? ['References (\\1, $1) in a pattern are not shared by both engines.'] : []),
  ];
}

function starFault(token: Token, before: Token | undefined): string | null {
  const item = token.text === '*' && (isWord(before, 'select', 'distinct', 'all') || isSymbol(before, ',', '.'));
  return item ? 'Columns are chosen, never dumped: name them instead of "*".' : null;
}

function divisionFault(token: Token, tokens: readonly Token[], index: number): string | null {
  if (token.text !== '/' && token.text !== '%') return null;
  const by = tokens[index + 1];
  return isWord(by, 'nullif') || (by?.kind === 'number' && !/^0+$/.test(by.text)) ? null : `Division by what may be zero: write "${token.text} NULLIF(d, 0)".`;
}

/** A select item that is the bare column: `request_parameters`, `e.request_parameters AS request`. */
function isWholeItem(before: Token | undefined, next: Token | undefined): boolean {
  const starts = isWord(before, 'select', 'distinct') || isSymbol(before, ',', '.');
  return starts && (next === undefined || isWord(next, 'from', 'as') || isSymbol(next, ',', '||'));
}

/** `needs` of the header names the columns the SQL reads, but those that every query has: a table that lacks one of them is told by it. */
export function neededFaults(tokens: readonly Token[], needs: readonly string[]): SqlFault[] {
  const read = columnsRead(tokens);
  const unread = needs.filter((column) => EVENT_COLUMNS.some((known) => known === column && !read.has(known)));
  const unnamed = [...read].filter((column) => !ALWAYS_NEEDED.includes(column) && !needs.includes(column)).sort();
  return [
    ...unread.map((column) => ({ at: 0, sentence: `The header needs ${column}, but the SQL does not read it.` })),
    ...(unnamed.length === 0 ? [] : [{ at: 0, sentence: `The SQL reads ${unnamed.join(', ')}, which \`needs\` of the header does not name.` }]),
  ];
}

/**
 * Event names are never matched without a source; every source the header watches is compared with; and what is compared with is in the
 * header, because an engine hands a query the events its header names, and no others.
 */
export function sourceFaults(tokens: readonly Token[], { events, context }: Pick<Query, 'events' | 'context'>): SqlFault[] {
  const faults: SqlFault[] = [];
  const matched = tokens.find((token, index) => token.text === 'event_name' && (isWord(tokens[index + 1], 'in', 'like', 'not') || isSymbol(tokens[index + 1], '=')));
  if (matched && !tokens.some(({ text }) => text === 'event_source')) faults.push({ at: matched.at, sentence: 'Event names are filtered without event_source; several services share names.' });
  if (events !== 'any') {
    const strings = new Set(tokens.filter(({ kind }) => kind === 'string').map(({ text }) => text));
    const unseen = Object.keys(events).filter((source) => !strings.has(source));
    faults.push(...unseen.map((source) => ({ at: 0, sentence: `The header watches ${source}, but the SQL never compares with '${source}'.` })));
  }
  if (events === 'any' || context === 'any') return faults;
  const sources = new Set([...Object.keys(events), ...Object.keys(context)]);
  const names = new Set([...Object.values(events), ...Object.values(context)].flat());
  const unnamed = [...comparedWith(tokens, 'event_source').filter(({ text }) => !sources.has(text)), ...comparedWith(tokens, 'event_name').filter(({ text }) => !names.has(text))];
  return [...faults, ...unnamed.map(({ at, text }) => ({ at, sentence: `The SQL compares with '${text}', which neither \`events\` nor \`context\` of the header names: the query would not be handed it.` }))];
}

/** The texts of `column = 'x'`, `column <> 'x'` and `column [NOT] IN ('x', …)`. */
function comparedWith(tokens: readonly Token[], column: string): Token[] {
  return tokens.flatMap((token, index) => {
    if (token.text !== column || !isIdentifier(token)) return [];
    const operator = isWord(tokens[index + 1], 'not') ? index + 2 : index + 1;
    if (isSymbol(tokens[operator], '=', '<>')) return tokens.slice(operator + 1, operator + 2).filter(({ kind }) => kind === 'string');
    if (!isWord(tokens[operator], 'in')) return [];
    // The first parenthesis that closes: inside is a list of texts.
    let end = operator + 1;
    while (end < tokens.length && !isSymbol(tokens[end], ')')) end += 1;
    return tokens.slice(operator + 1, end).filter(({ kind }) => kind === 'string');
  });
}
