/** A field of Athena's result object: text, or nothing. */
export type Field = string | null;

/**
 * Athena's result object, a piece at a time: fields between commas, rows between line feeds; what is quoted is text (`""` the empty one, a
 * doubled quote a quote), and an empty unquoted field is NULL, which other readers of CSV take for the empty text.
 */
export class ResultCsv {
  private rest = '';
  private row: Field[] = [];

  /** Rows that are whole after this piece. */
  push(piece: string): readonly (readonly Field[])[] {
    const text = this.rest + piece;
    const rows: Field[][] = [];
    let at = 0;
    for (let field = fieldAt(text, at); field !== null; field = fieldAt(text, at)) {
      this.row.push(field.value);
      at = field.end + 1;
      if (text[field.end] === '\n') {
        rows.push(this.row);
        this.row = [];
      }
    }
    this.rest = text.slice(at);
    return rows;
  }

  /** The last row, where no line feed follows it. Throws when the text ends inside a field. */
  end(): readonly (readonly Field[])[] {
    if (this.rest === '' && this.row.length === 0) return [];
    const rows = this.push('\n');
    if (this.rest !== '') throw new Error('The object ends inside a field.');
    return rows;
  }
}

/** The field that begins here and the place of the comma or line feed after it; null where its end has not come yet. */
function fieldAt(text: string, at: number): { readonly value: Field; readonly end: number } | null {
  if (text[at] === '"') return quotedAt(text, at);
  const [comma, feed] = [text.indexOf(',', at), text.indexOf('\n', at)];
  const end = comma === -1 ? feed : feed === -1 ? comma : Math.min(comma, feed);
  if (end === -1) return null;
  return { value: end === at ? null : text.slice(at, end), end };
}

function quotedAt(text: string, at: number): { readonly value: Field; readonly end: number } | null {
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 2)) {
    const after = text[quote + 1];
    // Without the next character a quote may end the field or be the first of two.
    if (after === undefined) return null;
    if (after === ',' || after === '\n') return { value: text.slice(at + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    if (after !== '"') throw new Error('A quote stands alone inside a field.');
  }
  return null;
}
