import { describe, expect, it } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { cssString, htmlBlock, htmlSql, htmlText } from '../../src/report/html-text.js';
import { htmlLine, markdownLine } from '../../src/report/lines.js';
import { data, line, strong } from '../../src/report/blocks.js';
import { markdownBlock, markdownData, markdownWords } from '../../src/report/markdown-text.js';
import { capped, visibleLine } from '../../src/report/visible-text.js';
import { HOSTILE, HUGE, readBack } from './hostile.js';

const markdown = new MarkdownIt({ html: true, linkify: true });
const all = Object.entries(HOSTILE);

/** The one inline token of a paragraph, or the texts of a table's body cells. */
function cells(text: string): ReturnType<typeof markdown.parse> {
  return markdown.parse(text, {}).filter((token) => token.type === 'inline');
}

describe('a value and the point after it', () => {
  it.each([
    ['stand on one line', 'checkout-prod', 'keep'],
    ['may part from the words before, where the value has several', 'checkout service events.amazonaws.com', 'loose'],
    ['may part from the parts before, where the value is a long name', 'repo:example-shop/infrastructure:environment:production', 'loose'],
  ])('%s', (_, value, kept) => {
    expect(htmlLine(line(data(value), '; next'))).toMatch(new RegExp(`^<span class="${kept}"><code>.*</code>;</span> next$`));
  });
});

describe('visible text', () => {
  it.each(all)('loses nothing and hides nothing: %s', (_, value) => {
    const shown = visibleLine(value);
    expect(readBack(shown)).toBe(value);
    expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\u200B\uFEFF\u{E0000}-\u{E007F}]/u);
  });

  it('leaves ordinary text of any script alone', () => {
    for (const text of ['AWSReservedSSO_Admin_1a2b/carol@example.com', 'שלום', 'مرحبا', 'Ünïcödé', '日本語', 'Ноль', '👍']) expect(visibleLine(text)).toBe(text);
  });

  it('cuts texts and over-long names in code points, and never a name of usual length', () => {
    const key = `AWSLogs/${'a'.repeat(1_024)}.json.gz`;
    expect(capped(key)).toEqual({ shown: key, missing: 0 });
    expect(capped('x '.repeat(400))).toEqual({ shown: 'x '.repeat(150), missing: 500 });
    for (const value of Object.values(HUGE)) {
      const { shown, missing } = capped(value);
      expect(Array.from(shown).length + missing).toBe(Array.from(value).length);
      expect(Array.from(shown).length).toBeLessThanOrEqual(1_100);
    }
    expect(markdownLine([data('A'.repeat(70_000))], 'table')).toMatch(/\\\[68,900 more characters\\\]$/);
    expect(htmlLine([data('spam '.repeat(14_000))])).toContain('[69,700 more characters]');
  });
});

describe('Markdown', () => {
  it.each(all)('holds data in one code span of a table cell: %s', (_, value) => {
    const [, , first, second, third] = cells(`| a | b | c |\n| --- | --- | --- |\n| x | ${markdownData(value, 'table')} | y |`).slice(1);
    expect([first?.content, third?.content]).toEqual(['x', 'y']);
    expect(second?.children?.map((child) => child.type)).toEqual(['code_inline']);
    expect(readBack(second?.children?.[0]?.content ?? '')).toBe(value);
  });

  it.each(all)('holds data in one code span of a line: %s', (_, value) => {
    const tokens = markdown.parse(`Before ${markdownData(value, 'line')} after.`, {});
    expect(tokens.map((token) => token.type)).toEqual(['paragraph_open', 'inline', 'paragraph_close']);
    expect(tokens[1]?.children?.map((child) => child.type)).toEqual(['text', 'code_inline', 'text']);
    expect(readBack(tokens[1]?.children?.[1]?.content ?? '')).toBe(value);
  });

  it.each(all)('sets words as plain text: %s', (_, value) => {
    const written = markdownWords(value);
    const tokens = markdown.parse(`x ${written}`, {});
    expect(tokens.map((token) => token.type)).toEqual(['paragraph_open', 'inline', 'paragraph_close']);
    const markup = tokens[1]?.children?.filter((child) => !child.type.startsWith('text') && child.type !== 'link_open' && child.type !== 'link_close');
    expect(markup).toEqual([]);
    const [cell] = cells(`| a | b |\n| --- | --- |\n| ${written} | y |`).slice(2);
    expect(cell?.children?.filter((child) => child.type === 'html_inline' || child.type === 'image') ?? []).toEqual([]);
    expect(markdown.parse(written, {})[0]?.type ?? 'paragraph_open').toBe('paragraph_open');
  });

  it.each(all)('keeps a block of SQL in its fence: %s', (_, value) => {
    const tokens = markdown.parse(`${markdownBlock(value, 'sql')}\n\nafter`, {});
    expect(tokens.map((token) => token.type)).toEqual(['fence', 'paragraph_open', 'inline', 'paragraph_close']);
  });

  it('keeps two data runs apart and emphasis whole', () => {
    const [inline] = cells(markdownLine(line(strong('Because: '), data('a`'), data('`b')), 'line'));
    expect(inline?.children?.filter((child) => child.type === 'code_inline').map((child) => child.content)).toEqual(['a`', '`b']);
    expect(inline?.children?.some((child) => child.type === 'strong_open')).toBe(true);
  });
});

describe('HTML', () => {
  const texts = (node: Tree.ParentNode): Tree.ChildNode[] => node.childNodes;

  it.each(all)('holds data in one text node: %s', (_, value) => {
    const nodes = texts(parseFragment(htmlText(value)));
    expect(nodes.map((node) => node.nodeName)).toEqual(['#text']);
    expect(readBack((nodes[0] as Tree.TextNode).value)).toBe(value);
  });

  it.each(all)('holds data in one attribute: %s', (_, value) => {
    const [element] = texts(parseFragment(`<p title="${htmlText(value)}">x</p>`));
    expect((element as Tree.Element).attrs.map((attr) => [attr.name, readBack(attr.value)])).toEqual([['title', value]]);
  });

  it.each(all)('keeps a block in its pre: %s', (_, value) => {
    const [pre, ...rest] = texts(parseFragment(`<pre>x${htmlBlock(value)}</pre>`));
    expect(rest).toEqual([]);
    expect(texts(pre as Tree.Element).map((node) => node.nodeName)).toEqual(['#text']);
  });

  it.each(all)('keeps the text of SQL, line by line: %s', (_, value) => {
    const sql = `SELECT\n  '${value}' AS a, json_extract_scalar(b, '$.c.d') -- ${value}`;
    const [pre, ...rest] = texts(parseFragment(`<pre>${htmlSql(sql)}</pre>`));
    expect(rest).toEqual([]);
    const text = (node: Tree.Node): string => ('value' in node ? node.value : 'childNodes' in node ? node.childNodes.map(text).join('') : '');
    expect(text(pre as Tree.Element)).toBe(texts(parseFragment(`<i>${htmlBlock(sql)}</i>`)).map(text).join(''));
  });

  it('does not end a line in an instant, a day or a query’s id, but may in an ARN', () => {
    expect(htmlLine(line('from 2026-10-05 on, see INV-01, at ', data('2026-10-05T07:03:11Z'), '.'))).toBe(
      'from <span class="whole">2026-10-05</span> on, see <span class="whole">INV-01</span>, at <span class="keep"><code class="whole">2026-10-05T07:03:11Z</code>.</span>');
    expect(htmlLine(line(data('arn:aws:iam::111122223333:role/ci/deploy')))).toContain('<span class="part">');
  });

  it.each(all)('cannot leave a CSS string or its style element: %s', (_, value) => {
    const css = cssString(value);
    expect(css).toMatch(/^"(?:[A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*"$/);
    expect(readBack(css.slice(1, -1).replace(/\\([0-9a-f]{1,6}) /g, (_escape, hex: string) => String.fromCodePoint(parseInt(hex, 16))))).toBe(value);
  });
});
