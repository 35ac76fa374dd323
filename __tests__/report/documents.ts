import MarkdownIt from 'markdown-it';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { loadFrameworks } from '../../src/pack/load-frameworks.js';
import { loadQueries } from '../../src/pack/load-queries.js';
import type { Framework } from '../../src/pack/framework.js';
import type { Query } from '../../src/pack/query.js';
import { type ReportTemplates, compileTemplates } from '../../src/report/templates.js';
import { readTemplateFiles } from '../../src/store/template-files.js';

export interface Product {
  readonly queries: readonly Query[];
  readonly soc2: Framework;
  readonly gdpr: Framework;
  readonly templates: ReportTemplates;
}

/** The product's own queries, frameworks and templates. */
export async function product(): Promise<Product> {
  const queries = await loadQueries();
  const [soc2, gdpr] = await loadFrameworks(['soc2', 'gdpr'], new Set(queries.map((query) => query.id)));
  if (soc2 === undefined || gdpr === undefined) throw new Error('A framework is missing.');
  return { queries, soc2, gdpr, templates: compileTemplates(await readTemplateFiles()) };
}

export const markdownIt = new MarkdownIt({ html: true, linkify: false });

export interface Heading {
  readonly level: number;
  readonly text: string;
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

export function markdownHeadings(markdown: string): readonly Heading[] {
  const tokens = markdownIt.parse(markdown, {});
  return tokens.flatMap((token, index) => (token.type === 'heading_open' ? [{ level: Number(token.tag.slice(1)), text: squeeze(inlineText(tokens[index + 1])) }] : []));
}

type Token = ReturnType<typeof markdownIt.parse>[number];
export function inlineText(token: Token | undefined): string {
  return (token?.children ?? []).map((child) => (child.type === 'text' || child.type === 'code_inline' || child.type === 'text_special' ? child.content : child.type === 'html_inline' ? ' ' : '')).join('');
}

/** What a reader of the Markdown sees, without markup; fenced blocks included. */
export function markdownText(markdown: string): string {
  return squeeze(markdownIt.parse(markdown, {}).map((token) => (token.type === 'inline' ? inlineText(token) : token.type === 'fence' ? token.content : '')).join(' '));
}

export function elements(html: string): readonly Tree.Element[] {
  const found: Tree.Element[] = [];
  const walk = (node: Tree.Node): void => {
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) node.childNodes.forEach(walk);
  };
  walk(parse(html));
  return found;
}

export function textOf(node: Tree.Node, skip: ReadonlySet<string> = new Set()): string {
  if (node.nodeName === '#text') return (node as Tree.TextNode).value;
  if ('tagName' in node && skip.has(node.tagName)) return '';
  const inner = 'childNodes' in node ? node.childNodes.map((child) => textOf(child, skip)).join('') : '';
  return /^(p|li|td|th|div|h[1-6]|caption|figcaption|pre|tr|dd|dt)$/.test(node.nodeName) ? ` ${inner} ` : inner;
}

export function htmlHeadings(html: string): readonly Heading[] {
  return elements(html).filter((element) => /^h[1-6]$/.test(element.tagName)).map((element) => ({ level: Number(element.tagName.slice(1)), text: squeeze(textOf(element)) }));
}

/** What a reader of the page sees; drawings left out, whose numbers stand in the sentence and the table beside them. */
export function htmlTextOf(html: string): string {
  const body = elements(html).find((element) => element.tagName === 'body');
  return body === undefined ? '' : squeeze(textOf(body, new Set(['svg'])));
}

export const attribute = (element: Tree.Element, name: string): string | null => element.attrs.find((attr) => attr.name === name)?.value ?? null;
