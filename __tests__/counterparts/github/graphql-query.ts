/** GraphQL's documents as far as clients of one mutation and one query write them: fields, arguments, aliases, variables, inline fragments. */
export interface Selection {
  readonly name: string;
  readonly alias: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly fields: readonly Selection[];
  readonly line: number;
  readonly column: number;
}

export interface Document {
  readonly kind: 'query' | 'mutation';
  readonly fields: readonly Selection[];
}

const TOKEN = /[\s,]+|#[^\n]*|(\.\.\.|[!$():=@[\]{}|]|[_A-Za-z]\w*|-?\d+(?:\.\d+)?|"(?:[^"\\\n]|\\.)*")/y;

/** Throws a SyntaxError whose message says what is wrong. */
export function parseQuery(text: string, variables: Readonly<Record<string, unknown>>): Document {
  const tokens = tokensOf(text);
  let at = 0;
  const peek = (): string => tokens[at]?.text ?? '';
  const next = (): string => tokens[at++]?.text ?? '';
  const expect = (wanted: string): void => {
    const found = next();
    if (found !== wanted) throw new SyntaxError(`Parse error on "${found}", expected "${wanted}"`);
  };
  const value = (): unknown => {
    const token = next();
    if (token === '$') {
      const name = next();
      if (!declared.has(name)) throw new SyntaxError(`Variable $${name} is used by anonymous query but not declared`);
      return variables[name];
    }
    if (token === '[') return until(']', value);
    if (token === '{') return Object.fromEntries(until('}', pair));
    if (token.startsWith('"')) return JSON.parse(token);
    return /^-?\d/.test(token) ? Number(token) : token === 'true' ? true : token === 'false' ? false : token === 'null' ? null : token;
  };
  const pair = (): readonly [string, unknown] => {
    const name = next();
    expect(':');
    return [name, value()];
  };
  const until = <Item>(end: string, item: () => Item): Item[] => {
    const items: Item[] = [];
    while (peek() !== end) {
      if (peek() === '') throw new SyntaxError(`Parse error, expected "${end}"`);
      items.push(item());
    }
    next();
    return items;
  };
  const fields = (): readonly Selection[] => {
    expect('{');
    return until('}', selection).flat();
  };
  const selection = (): readonly Selection[] => {
    if (peek() === '...') {
      next();
      expect('on');
      next();
      return fields();
    }
    const { line = 1, column = 1 } = tokens[at] ?? {};
    const first = next();
    const aliased = peek() === ':';
    if (aliased) next();
    const name = aliased ? next() : first;
    const args = peek() === '(' ? (next(), Object.fromEntries(until(')', pair))) : {};
    return [{ name, alias: first, args, fields: peek() === '{' ? fields() : [], line, column }];
  };

  const declared = new Set<string>();
  const kind = peek() === '{' ? 'query' : next();
  if (kind !== 'query' && kind !== 'mutation') throw new SyntaxError(`Parse error on "${kind}"`);
  if (peek() !== '{' && peek() !== '(') next();
  if (peek() === '(') {
    next();
    until(')', () => {
      expect('$');
      const name = next();
      declared.add(name);
      expect(':');
      while (['[', ']', '!'].includes(peek()) || /^\w+$/.test(peek())) {
        if (next() === '!' && variables[name] == null && peek() !== ']') throw new SyntaxError(`Variable $${name} was provided invalid value (Expected value to not be null)`);
      }
    });
  }
  for (const name of Object.keys(variables)) if (!declared.has(name)) throw new SyntaxError(`Variable $${name} was given and is not declared`);
  const document = { kind, fields: fields() } as const;
  if (peek() !== '') throw new SyntaxError(`Parse error on "${peek()}"`);
  return document;
}

interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const start = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (found === null) throw new SyntaxError(`Parse error on "${text[start] ?? ''}"`);
    if (found[1] !== undefined) {
      const before = text.slice(0, start).split('\n');
      tokens.push({ text: found[1], line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
    }
  }
  return tokens;
}
