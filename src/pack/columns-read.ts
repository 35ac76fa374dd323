import { EVENT_COLUMNS, type EventColumn } from './event-columns.js';
import { relationsRead } from './sql-relations.js';
import { isIdentifier, isSymbol, isWord, type Token } from './sql-tokens.js';

const GIVEN: readonly string[] = ['events', 'events_before'];
const COLUMNS: ReadonlyMap<string, EventColumn> = new Map(EVENT_COLUMNS.map((column) => [column, column]));

/**
 * The columns of `events` that SQL reads: names in those of its SELECTs that read `events` themselves. The same name elsewhere is a column
 * that a WITH made, perhaps under the name of another.
 */
export function columnsRead(tokens: readonly Token[]): ReadonlySet<EventColumn> {
  return new Set(selects(tokens).flatMap(columnsOfSelect));
}

function columnsOfSelect(tokens: readonly Token[]): EventColumn[] {
  const relations = relationsRead(tokens).map(({ at, name }) => ({ given: GIVEN.includes(name), alias: aliasAt(tokens, at) ?? name }));
  if (!relations.some(({ given }) => given)) return [];
  const others = new Set(relations.filter(({ given }) => !given).map(({ alias }) => alias));
  return tokens.flatMap((token, index) => {
    const column = isIdentifier(token) ? COLUMNS.get(token.text) : undefined;
    if (column === undefined || isWord(tokens[index - 1], 'as')) return [];
    const ofAnother = isSymbol(tokens[index - 1], '.') && others.has(tokens[index - 2]?.text ?? '');
    return ofAnother ? [] : [column];
  });
}

const AFTER_RELATION = ['where', 'join', 'left', 'right', 'full', 'inner', 'cross', 'on', 'group', 'having', 'order', 'union', 'intersect', 'except', 'window'];

/** `events e`, `events AS e`. */
function aliasAt(tokens: readonly Token[], at: number): string | null {
  const index = tokens.findIndex((token) => token.at === at);
  const next = isWord(tokens[index + 1], 'as') ? tokens[index + 2] : tokens[index + 1];
  return next !== undefined && isIdentifier(next) && !isWord(next, ...AFTER_RELATION) ? next.text : null;
}

/** The tokens of each SELECT, without those of SELECTs within it. */
function selects(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [];
  const open: { readonly depth: number; readonly tokens: Token[] }[] = [];
  for (const token of tokens) {
    const begins = isWord(token, 'select');
    while (open.length > 0 && ((open.at(-1)?.depth ?? 0) > token.depth || (begins && open.at(-1)?.depth === token.depth))) open.pop();
    if (begins) {
      const select: Token[] = [];
      found.push(select);
      open.push({ depth: token.depth, tokens: select });
    }
    open.at(-1)?.tokens.push(token);
  }
  return found;
}
