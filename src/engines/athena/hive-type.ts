/** A column's type as Hive writes it. Names are lower-case, as Athena has them. */
export type HiveType =
  | { readonly kind: 'primitive'; readonly name: string }
  | { readonly kind: 'struct'; readonly fields: ReadonlyMap<string, HiveType> }
  | { readonly kind: 'array'; readonly element: HiveType }
  | { readonly kind: 'map'; readonly key: HiveType; readonly value: HiveType };

/** Deeper than any table of CloudTrail's; a hostile type text stops here. */
const MAXIMUM_DEPTH = 32;

/** `struct<type:string,arn:string>` in any case and spacing; null for text that is no type. */
export function parseHiveType(text: string): HiveType | null {
  const tokens = text.toLowerCase().match(/`[^`]*`|[<>:,()]|[^\s<>:,()`]+/g) ?? [];
  const reader = new TypeReader(tokens);
  const type = reader.type(0);
  return type !== null && reader.atEnd() ? type : null;
}

class TypeReader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  atEnd(): boolean {
    return this.at === this.tokens.length;
  }

  type(depth: number): HiveType | null {
    const name = this.tokens[this.at++];
    if (name === undefined || depth > MAXIMUM_DEPTH || !/^[a-z]/.test(name)) return null;
    if (this.tokens[this.at] !== '<') return this.primitive(name);
    this.at += 1;
    if (name === 'struct') return this.struct(depth);
    if (name === 'array') return this.array(depth);
    return name === 'map' ? this.map(depth) : null;
  }

  /** With what stands in parentheses: `decimal(10,2)`. */
  private primitive(name: string): HiveType | null {
    if (!this.accept('(')) return { kind: 'primitive', name };
    const end = this.tokens.indexOf(')', this.at);
    if (end === -1) return null;
    const parameters = this.tokens.slice(this.at, end).join('');
    this.at = end + 1;
    return { kind: 'primitive', name: `${name}(${parameters})` };
  }

  private struct(depth: number): HiveType | null {
    const fields = new Map<string, HiveType>();
    while (!this.accept('>')) {
      if (fields.size > 0 && !this.accept(',')) return null;
      const name = this.tokens[this.at++]?.replaceAll('`', '');
      if (name === undefined || !this.accept(':')) return null;
      const type = this.type(depth + 1);
      if (type === null) return null;
      fields.set(name, type);
    }
    return { kind: 'struct', fields };
  }

  private array(depth: number): HiveType | null {
    const element = this.type(depth + 1);
    return element !== null && this.accept('>') ? { kind: 'array', element } : null;
  }

  private map(depth: number): HiveType | null {
    const key = this.type(depth + 1);
    const value = key !== null && this.accept(',') ? this.type(depth + 1) : null;
    return key !== null && value !== null && this.accept('>') ? { kind: 'map', key, value } : null;
  }

  private accept(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }
}
