/** A word is lower-cased; strings and quoted names hold what they say, without their quotes. */
export interface Token {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'symbol';
  readonly text: string;
  /** Offset in the text, and of its end. */
  readonly at: number;
  readonly end: number;
  /** Parentheses open around it; a parenthesis has the depth of what stands outside it. */
  readonly depth: number;
}

export interface SqlFault {
  readonly at: number;
  readonly sentence: string;
}

const PATTERNS: readonly (readonly [Token['kind'] | 'space' | 'comment', RegExp])[] = [
  ['space', /\s+/],
  ['word', /[A-Za-z_][A-Za-z0-9_]*/],
  ['string', /'(?:[^']|'')*'/],
  ['comment', /--[^\n]*|\/\*[\s\S]*?\*\//],
  ['name', /"(?:[^"]|"")*"/],
  ['number', /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/],
  ['symbol', /\|\||<=|>=|<>|!=|->>|->|=>|::|:=|\/\/|\*\*|\/(?!\*)|[()[\],.;+\-*%<>=]/],
];
/** All in one, each a group: a query has thousands of tokens. */
const PIECE = new RegExp(PATTERNS.map(([, { source }]) => `(${source})`).join('|'), 'y');

/** Cuts SQL into tokens; comments fall away. What both engines cannot read alike is a fault. */
export function sqlTokens(sql: string): { readonly tokens: readonly Token[]; readonly faults: readonly SqlFault[] } {
  const tokens: Token[] = [];
  const faults: SqlFault[] = [];
  let depth = 0;
  for (let at = 0; at < sql.length; ) {
    const [kind, raw] = pieceAt(sql, at);
    if (kind === null) {
      faults.push({ at, sentence: raw === "'" || raw === '"' || sql.startsWith('/*', at) ? 'A string, quoted name or comment does not end.' : `The character ${JSON.stringify(raw)} has no meaning shared by both engines.` });
      // Nothing after an open string can be told apart; anything else costs one character.
      at = raw === "'" || raw === '"' || sql.startsWith('/*', at) ? sql.length : at + raw.length;
      continue;
    }
    const end = at + raw.length;
    if (kind === 'comment' && raw.startsWith('/*') && raw.includes('/*', 2)) faults.push({ at, sentence: 'A comment holds "/*": DuckDB nests comments, Athena does not.' });
    if (kind !== 'space' && kind !== 'comment') {
      if (raw === ')') depth -= 1;
      if (depth < 0) {
        faults.push({ at, sentence: 'A closing parenthesis has no opening one.' });
        depth = 0;
      }
      tokens.push({ kind, text: meaning(kind, raw), at, end, depth });
      if (raw === '(') depth += 1;
    }
    at = end;
  }
  if (depth > 0) faults.push({ at: sql.length, sentence: `${depth} opening parenthesis is never closed.` });
  return { tokens, faults };
}

function pieceAt(sql: string, at: number): readonly [Token['kind'] | 'space' | 'comment' | null, string] {
  PIECE.lastIndex = at;
  const match = PIECE.exec(sql);
  if (match === null) return [null, String.fromCodePoint(sql.codePointAt(at) ?? 0)];
  const [kind] = PATTERNS.find((_, index) => match[index + 1] !== undefined) ?? [null];
  return [kind, match[0]];
}

function meaning(kind: Token['kind'], raw: string): string {
  if (kind === 'string') return raw.slice(1, -1).replaceAll("''", "'");
  if (kind === 'name') return raw.slice(1, -1).replaceAll('""', '"').toLowerCase();
  return raw.toLowerCase();
}

export function isWord(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === 'word' && texts.includes(token.text);
}

export function isSymbol(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.kind === 'symbol' && texts.includes(token.text);
}

export function isIdentifier(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'name';
}
