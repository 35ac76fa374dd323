import { closing, relationsRead, withNames } from './sql-relations.js';
import { isSymbol, type Token } from './sql-tokens.js';

const GIVEN: readonly string[] = ['events', 'events_before'];

/**
 * How often a query reads the events: once for each place that names them. What a WITH names is no table of its own but is worked out anew
 * wherever it stands, on Trino and so on Athena, and reads them anew each time.
 */
export function eventReads(tokens: readonly Token[]): number {
  const bodies = new Map<string, readonly Token[]>();
  const inBodies = new Set<Token>();
  for (const name of withNames(tokens)) {
    const index = tokens.indexOf(name);
    // After `b(x, y)` as after `b`.
    const as = isSymbol(tokens[index + 1], '(') ? closing(tokens, index + 1) + 1 : index + 1;
    const body = tokens.slice(as + 2, closing(tokens, as + 1));
    bodies.set(name.text, body);
    for (const token of body) inBodies.add(token);
  }
  const main = tokens.filter((token) => !inBodies.has(token));
  const counted = new Map<string, number>();
  const readsOf = (part: readonly Token[]): number => relationsRead(part).reduce((sum, { name }) => sum + readsOfRelation(name), 0);
  const readsOfRelation = (name: string): number => {
    if (GIVEN.includes(name)) return 1;
    const body = bodies.get(name);
    if (body === undefined) return 0;
    const known = counted.get(name);
    if (known !== undefined) return known;
    // One that reads itself is not read twice for it.
    counted.set(name, 0);
    const reads = readsOf(body);
    counted.set(name, reads);
    return reads;
  };
  return readsOf(main);
}
