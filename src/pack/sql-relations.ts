import { isIdentifier, isSymbol, isWord, type SqlFault, type Token } from './sql-tokens.js';

export interface RelationRules {
  readonly leadIn: boolean;
  /** `setting_…` relations the header declares. */
  readonly settings: readonly string[];
}

/** Relations a query reads are `events`, with lead-in `events_before`, the lists it declares, and its own WITH names. */
export function relationFaults(tokens: readonly Token[], rules: RelationRules): SqlFault[] {
  const own = withNames(tokens);
  const faults: SqlFault[] = own.filter(({ text }) => isGiven(text)).map(({ at, text }) => ({ at, sentence: `A WITH may not be named ${text}: that relation is given.` }));
  const read = relationsRead(tokens);
  const ownNames = new Set(own.map(({ text }) => text));
  for (const { at, name } of read) {
    const sentence = ownNames.has(name) ? null : relationFault(name, rules);
    if (sentence !== null) faults.push({ at, sentence });
  }
  const names = new Set(read.map(({ name }) => name));
  const unread = [...(rules.leadIn ? ['events_before'] : []), ...rules.settings].filter((name) => !names.has(name));
  faults.push(...unread.map((name) => ({ at: 0, sentence: `The header declares ${name === 'events_before' ? 'lead_in' : name}, but the SQL does not read ${name}.` })));
  if (!names.has('events')) faults.push({ at: 0, sentence: 'The SQL does not read events.' });
  return faults;
}

function isGiven(name: string): boolean {
  return name === 'events' || name === 'events_before' || name.startsWith('setting_');
}

function relationFault(name: string, rules: RelationRules): string | null {
  if (name === 'events') return null;
  if (name === 'events_before') return rules.leadIn ? null : 'The SQL reads events_before, but the header does not say "lead_in: true".';
  if (name.startsWith('setting_')) return rules.settings.includes(name) ? null : `The SQL reads ${name}, which the header's settings do not declare.`;
  return `The SQL reads ${name}; a query reads events, events_before and the lists of its header only.`;
}

/** `WITH a AS (`, `, b(x, y) AS (`. */
export function withNames(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => {
    const before = tokens[index - 1];
    if (!isIdentifier(token) || !(isWord(before, 'with', 'recursive') || isSymbol(before, ','))) return false;
    const next = isSymbol(tokens[index + 1], '(') ? closing(tokens, index + 1) + 1 : index + 1;
    return isWord(tokens[next], 'as') && isSymbol(tokens[next + 1], '(') && isWord(tokens[next + 2], 'select', 'with', 'values');
  });
}

/** Index of the parenthesis that closes the one at `open`. */
export function closing(tokens: readonly Token[], open: number): number {
  const depth = tokens[open]?.depth ?? 0;
  let index = open + 1;
  while (index < tokens.length && !(isSymbol(tokens[index], ')') && tokens[index]?.depth === depth)) index += 1;
  return index;
}

const ENDS_FROM = new Set(['where', 'group', 'having', 'order', 'union', 'intersect', 'except', 'window', 'limit', 'offset', 'fetch', 'select']);

/** Names where a relation may stand: after FROM, JOIN, and the commas of a FROM, inside its parentheses too. */
export function relationsRead(tokens: readonly Token[]): { readonly at: number; readonly name: string }[] {
  const read: { at: number; name: string }[] = [];
  /** Depths at which a FROM clause is open, innermost last. */
  const open: number[] = [];
  tokens.forEach((token, index) => {
    while (open.length > 0 && (open.at(-1) ?? 0) > token.depth) open.pop();
    if (open.at(-1) === token.depth && token.kind === 'word' && ENDS_FROM.has(token.text)) open.pop();
    const opensFrom = isWord(token, 'from') && !isFromInsideExpression(tokens, index);
    if (opensFrom) open.push(token.depth);
    if (opensFrom || isWord(token, 'join') || (isSymbol(token, ',') && open.at(-1) === token.depth)) {
      const named = relationAt(tokens, index + 1);
      if (named) read.push(named);
    }
  });
  return read;
}

function relationAt(tokens: readonly Token[], index: number): { at: number; name: string } | null {
  const token = tokens[index];
  if (!token) return null;
  if (isSymbol(token, '(')) {
    const inner = tokens[index + 1];
    if (isWord(inner, 'select', 'with', 'values')) return null;
    return relationAt(tokens, index + 1);
  }
  if (isWord(token, 'unnest') && isSymbol(tokens[index + 1], '(')) return null;
  return { at: token.at, name: dottedName(tokens, index) };
}

function dottedName(tokens: readonly Token[], index: number): string {
  const first = tokens[index];
  const name = first?.kind === 'string' ? `'${first.text}'` : (first?.text ?? '');
  if (isSymbol(tokens[index + 1], '.')) return `${name}.${dottedName(tokens, index + 2)}`;
  return isSymbol(tokens[index + 1], '(') ? `${name}(…)` : name;
}

/** `a IS DISTINCT FROM b`, `extract(day FROM t)`, `trim(BOTH 'x' FROM s)`: no relation follows. */
function isFromInsideExpression(tokens: readonly Token[], index: number): boolean {
  if (isWord(tokens[index - 1], 'distinct') && isWord(tokens[index - 2], 'is', 'not')) return true;
  const depth = tokens[index]?.depth ?? 0;
  for (let before = index - 1; before > 0; before -= 1) {
    const token = tokens[before];
    if (isSymbol(token, '(') && token?.depth === depth - 1) return isWord(tokens[before - 1], 'extract', 'trim', 'substring', 'position', 'overlay');
  }
  return false;
}
