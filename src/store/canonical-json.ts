/**
 * JSON with one possible text for a value: keys sorted by code unit, two spaces of indent, a final line feed. Built by hand,
 * so no key is special. Lists may be any iterable and are written an item at a time by `canonicalJsonParts`.
 */
export function canonicalJson(value: unknown): string {
  return `${render(value, '')}\n`;
}

/** The same text in parts, for documents whose lists are too long for one string. */
export function* canonicalJsonParts(value: unknown): Generator<string> {
  yield* parts(value, '');
  yield '\n';
}

function* parts(value: unknown, indent: string): Generator<string> {
  if (typeof value !== 'object' || value === null) {
    yield render(value, indent);
    return;
  }
  const inner = `${indent}  `;
  const list = isIterable(value);
  let first = true;
  if (list) {
    for (const item of value) {
      yield `${first ? '[' : ','}\n${inner}${render(item, inner)}`;
      first = false;
    }
  } else {
    for (const [key, item] of sortedEntries(value)) {
      yield `${first ? '{' : ','}\n${inner}${JSON.stringify(key)}: `;
      yield* parts(item, inner);
      first = false;
    }
  }
  const [opening, closing] = list ? '[]' : '{}';
  yield first ? `${opening}${closing}` : `\n${indent}${closing}`;
}

function render(value: unknown, indent: string): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (typeof value !== 'object') throw new TypeError(`JSON cannot hold a ${typeof value}`);
  const inner = `${indent}  `;
  if (isIterable(value)) {
    const items = Array.from(value, (item) => `\n${inner}${render(item, inner)}`);
    return items.length === 0 ? '[]' : `[${items.join(',')}\n${indent}]`;
  }
  const members = sortedEntries(value).map(([key, item]) => `\n${inner}${JSON.stringify(key)}: ${render(item, inner)}`);
  return members.length === 0 ? '{}' : `{${members.join(',')}\n${indent}}`;
}

function sortedEntries(value: object): [string, unknown][] {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined) as [string, unknown][];
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function isIterable(value: object): value is Iterable<unknown> {
  return Symbol.iterator in value;
}
