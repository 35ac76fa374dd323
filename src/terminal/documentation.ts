import { mappingsOf, EXPECTATION_WORDS } from '../pack/catalogue.js';
import type { Framework } from '../pack/framework.js';
import type { Query, QuerySetting } from '../pack/query.js';
import { markdownData, markdownWords } from '../report/markdown-text.js';
import { INPUTS } from '../settings/inputs.js';
import { LIST_NAMES } from '../settings/settings.js';

/** What the documentation says of the product's own files, and so must follow them. */
export interface Documented {
  readonly queries: readonly Query[];
  readonly frameworks: readonly Framework[];
}

/**
 * The pages with generated parts: path, and the page as it should be, made from the page as it is. What stands between
 * `<!-- generated: name -->` and `<!-- end generated -->` is replaced. `npm run docs` writes them; a test compares.
 */
export const PAGES: Readonly<Record<string, (page: string, documented: Documented) => string>> = {
  'README.md': (page) => filledIn(page, { inputs: inputsTable() }),
  'docs/queries.md': (page, documented) => filledIn(page, { catalogue: catalogue(documented), queries: queryParts(documented) }),
  'docs/settings.md': (page, { queries }) => filledIn(page, { 'list readers': listReaders(queries) }),
};

function filledIn(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => {
    const begin = `<!-- generated: ${name} -->\n`;
    const [before, after, ...more] = text.split(begin);
    const end = after?.indexOf('<!-- end generated -->') ?? -1;
    if (before === undefined || after === undefined || end === -1 || more.length > 0) throw new Error(`The page must hold the marks of "${name}" once.`);
    return `${before}${begin}\n${part}\n\n${after.slice(end)}`;
  }, page);
}

function inputsTable(): string {
  return table(['Flag', 'Takes', 'Default', 'What it says'], INPUTS.map((input) => [
    markdownData(`--${input.name}`, 'table'),
    input.value === null ? 'nothing' : markdownData(input.value, 'table'),
    input.value === null || input.default === null ? '' : markdownData(input.default, 'table'),
    markdownWords(input.help),
  ]));
}

function catalogue({ queries }: Documented): string {
  return table(['Query', 'Title', 'Its rows are'], queries.map((query) => [`[${query.id}](#${query.id.toLowerCase()})`, markdownWords(query.title), rowsAre(query)]));
}

function rowsAre({ expect }: Query): string {
  return expect === 'none' ? 'exceptions' : EXPECTATION_WORDS[expect];
}

function queryParts({ queries, frameworks }: Documented): string {
  return queries.map((query) => queryPart(query, frameworks)).join('\n\n');
}

function queryPart(query: Query, frameworks: readonly Framework[]): string {
  const serves = mappingsOf(query.id, frameworks);
  const byFramework = frameworks
    .map(({ shortTitle }) => ({ shortTitle, criteria: serves.filter(({ framework }) => framework === shortTitle).map(({ criterion, strength }) => `${criterion} (${strength})`) }))
    .filter(({ criteria }) => criteria.length > 0)
    .map(({ shortTitle, criteria }) => `${shortTitle}: ${criteria.join(', ')}`);
  const lists = demands(query.settings);
  return [
    `### ${query.id}`,
    `**${markdownWords(query.title)}.** ${markdownWords(query.question)}`,
    [
      `- Expectation: \`${query.expect}\`, ${EXPECTATION_WORDS[query.expect]}`,
      `- Logs needed: ${demands(query.category)}`,
      ...(query.events === 'any' ? ['- Events: any'] : ['- Events:', ...Object.entries(query.events).map(([source, names]) => `  - \`${source}\`: ${names.map((name) => `\`${name}\``).join(', ')}`)]),
      ...(lists === '' ? [] : [`- Lists read: ${lists}`]),
      ...byFramework.map((line) => `- ${markdownWords(line)}`),
      `- Limits: ${markdownWords(query.limits)}`,
      `- Files: [SQL](../${query.path}), [cases](../__tests__/cases/${query.id}.yml)`,
    ].join('\n'),
  ].join('\n\n');
}

function demands(wanted: Readonly<Partial<Record<string, 'required' | 'optional'>>>): string {
  return Object.entries(wanted).map(([name, demand]) => `\`${name}\` (${demand})`).join(', ');
}

function listReaders(queries: readonly Query[]): string {
  const names: readonly QuerySetting[] = [...LIST_NAMES, 'accounts'];
  const readers = (name: QuerySetting, demand: 'required' | 'optional'): string =>
    queries.filter(({ settings }) => settings[name] === demand).map(({ id }) => `[${id}](queries.md#${id.toLowerCase()})`).join(', ');
  return table(['List', 'Needed by', 'Also read by'], names.map((name) => {
    const [needed, also] = [readers(name, 'required'), readers(name, 'optional')];
    const label = name === 'accounts' ? 'accounts of `scope`' : `\`${name}\``;
    return [label, needed, needed === '' && also === '' ? 'no query yet' : also];
  }));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
