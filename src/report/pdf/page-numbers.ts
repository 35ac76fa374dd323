/**
 * On which page each anchor of a printed PDF stands. A style sheet cannot ask for that, so a report is printed twice: once to
 * see where things fall, once with the numbers in its contents. Chrome writes these objects uncompressed.
 */
export function pageNumbers(pdf: Buffer): ReadonlyMap<string, number> {
  const text = pdf.toString('latin1');
  const kids = new Map<string, readonly string[]>();
  for (const [, id, list] of text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/Pages\b[^>]*?\/Kids \[([\d\sR]*)\]/g)) kids.set(id ?? '', references(list ?? ''));
  const children = new Set([...kids.values()].flat());
  const root = [...kids.keys()].find((id) => !children.has(id));
  const order = new Map(root === undefined ? [] : leaves(root, kids).map((id, index) => [id, index + 1]));
  const found = new Map<string, number>();
  for (const [, anchor, id] of text.matchAll(/\/([a-z][a-z0-9-]*) \[(\d+) 0 R \/XYZ/g)) {
    const page = order.get(id ?? '');
    if (anchor !== undefined && page !== undefined) found.set(anchor, page);
  }
  return found;
}

/** Room left for a page number; its width does not depend on what is filled in. */
const ROOM = /(<span [^<>]*data-page="([a-z][a-z0-9-]*)">)(<\/span>)/g;

export function wantsPageNumbers(html: string): boolean {
  return html.search(ROOM) >= 0;
}

export function withPageNumbers(html: string, pages: ReadonlyMap<string, number>): string {
  return html.replace(ROOM, (_, open: string, anchor: string, close: string) => `${open}${String(pages.get(anchor) ?? '')}${close}`);
}

const references = (list: string): readonly string[] => Array.from(list.matchAll(/(\d+) 0 R/g), (match) => match[1] ?? '');

function leaves(id: string, kids: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const own = kids.get(id);
  return own === undefined ? [id] : own.flatMap((kid) => leaves(kid, kids));
}
