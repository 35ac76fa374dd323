import Handlebars from 'handlebars';
import type { Line, Section } from './blocks.js';
import type { ReportView } from './view.js';
import { cssString, htmlBlock, htmlSql, htmlText } from './html-text.js';
import { htmlLine, markdownLine } from './lines.js';
import { markdownBlock, markdownWords } from './markdown-text.js';
import { setSection } from './setting.js';

/** The files of `templates/`, read by the caller: text by path (`report.md.hbs`, `partials/md-table.hbs`), fonts as base64 by file name. */
export interface TemplateFiles {
  readonly texts: Readonly<Record<string, string>>;
  readonly fonts: Readonly<Record<string, string>>;
}

export interface ReportTemplates {
  markdown(view: ReportView): string;
  html(view: ReportView): string;
}

/** Compiles the report's two templates, each in an environment of its own with its own encoders. */
export function compileTemplates(files: TemplateFiles): ReportTemplates {
  const markdown = environment(files, 'md', {
    words: (text: string) => markdownWords(text),
    line: (parts: Line) => markdownLine(parts, 'line'),
    cell: (parts: Line) => markdownLine(parts, 'table'),
    block: (text: string, language: string) => markdownBlock(text, language),
    hashes: (level: number) => '#'.repeat(level),
    note: (tone: string) => tone === 'note' || tone === 'alert',
  });
  // These helpers return markup that is already encoded text inside our own tags, which is why Handlebars must not escape it again.
  const html = environment(files, 'html', {
    line: (parts: Line) => new Handlebars.SafeString(htmlLine(parts)),
    text: (text: string) => new Handlebars.SafeString(htmlText(text)),
    block: (text: string, language: string) => new Handlebars.SafeString(language === 'sql' ? htmlSql(text) : htmlBlock(text)),
    css: (text: string) => new Handlebars.SafeString(cssString(text)),
    share: (width: number) => Math.round(width * 9.6) / 10,
    // At most 35 % of the page's width for the narrow columns together; titles and results want the rest.
    mark: (columns: readonly unknown[]) => Math.round(Math.min(2, 35 / columns.length) * 100) / 100,
    few: (rows: readonly unknown[]) => rows.length <= 8,
    font: (name: string) => new Handlebars.SafeString(base64(files.fonts, name)),
  });
  const toMarkdown = markdown.compile<object>(template(files, 'report.md.hbs'), { strict: true, noEscape: true, preventIndent: true });
  const toHtml = html.compile<object>(template(files, 'report.html.hbs'), { strict: true, preventIndent: true });
  return {
    markdown: (view) => toMarkdown({ ...view, contents: contents(view.sections), sections: view.sections.map((each) => setSection(each, 'text')) }),
    html: (view) => toHtml({ ...view, contents: contents(view.sections), sections: view.sections.map((each) => setSection(each, 'page')) }),
  };
}

function template(files: TemplateFiles, name: string): string {
  const text = files.texts[name];
  if (text === undefined) throw new Error(`The template ${name} is missing.`);
  return text;
}

function environment(files: TemplateFiles, kind: 'md' | 'html', helpers: Readonly<Record<string, Handlebars.HelperDelegate>>): typeof Handlebars {
  const own = Handlebars.create();
  for (const [path, text] of Object.entries(files.texts)) {
    const name = /^partials\/(.+)\.hbs$/.exec(path)?.[1];
    if (name?.startsWith(`${kind}-`) === true) own.registerPartial(name, text);
  }
  own.registerHelper({ ...helpers, partial: (block: string) => `${kind}-${block}` });
  return own;
}

/** A font's bytes for a data: address; checked, since a style sheet knows no escapes. */
function base64(fonts: TemplateFiles['fonts'], name: string): string {
  const text = fonts[`${name}.woff2`];
  if (text === undefined || !/^[A-Za-z0-9+/=]*$/.test(text)) throw new Error(`The font ${name}.woff2 is missing or is not base64.`);
  return text;
}

interface Entry {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Two levels; the SQL appendix repeats the queries and is not listed again. */
function contents(sections: readonly Section[]): readonly Entry[] {
  const entry = (section: Section, deep: boolean): Entry => ({ id: section.id, number: section.number, title: section.title, entries: deep ? section.sections.map((each) => entry(each, false)) : [] });
  return sections.map((section) => entry(section, section.id !== 'appendix-c'));
}
