import { parse, stringify } from 'yaml';
import { mappingsOf, EXPECTATION_WORDS } from '../pack/catalogue.js';
import type { Framework } from '../pack/framework.js';
import { type Query, QUERY_SETTINGS, type QuerySetting } from '../pack/query.js';
import { markdownData, markdownWords } from '../report/markdown-text.js';
import { ACTION_INPUTS } from '../settings/inputs.js';

/** What the documentation says of the product's own files, and so must follow them. */
export interface Documented {
  readonly queries: readonly Query[];
  readonly frameworks: readonly Framework[];
  /** Text of action.yml, as it should be. */
  readonly action: string;
}

/**
 * The pages with generated parts: path, and the page as it should be, made from the page as it is. What stands between the marks
 * `generated: name` and `end generated`, comments of the page's own language, is replaced. `npm run docs` writes them; a test compares.
 */
export const PAGES: Readonly<Record<string, (page: string, documented: Documented) => string>> = {
  'README.md': (page, { action }) => filledIn(page, { inputs: inputsTable(action), outputs: outputsTable(action) }),
  'docs/queries.md': (page, documented) => filledIn(page, { catalogue: catalogue(documented), queries: queryParts(documented) }),
  'docs/settings.md': (page, { queries }) => filledIn(page, { 'list readers': listReaders(queries) }),
};

/** action.yml with every input a workflow can give. */
export function actionFile(page: string): string {
  return replaced(page, '# generated: inputs\n', '# end generated', actionInputs());
}

function filledIn(page: string, parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts).reduce((text, [name, part]) => replaced(text, `<!-- generated: ${name} -->\n`, '<!-- end generated -->', `\n${part}\n\n`), page);
}

export function replaced(page: string, begin: string, end: string, part: string): string {
  const [before, after, ...more] = page.split(begin);
  const at = after?.indexOf(end) ?? -1;
  if (before === undefined || after === undefined || at === -1 || more.length > 0) throw new Error(`The page must hold "${begin.trim()}" once, and "${end}" after it.`);
  return `${before}${begin}${part}${after.slice(at)}`;
}

/** Every default in quotes: the runner takes text. */
function actionInputs(): string {
  const inputs = ACTION_INPUTS.map(({ name, description, required, default: standard }) => [name, { description, required: required ?? false, ...(standard === null ? {} : { default: standard }) }] as const);
  return stringify({ inputs: Object.fromEntries(inputs) }, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' });
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required: boolean; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

function inputsTable(action: string): string {
  const { inputs } = parse(action) as ActionFile;
  return table(['Input', 'Default', 'What it says'], Object.entries(inputs).map(([name, input]) => [
    `${markdownData(name, 'table')}${input.required ? ' (needed)' : ''}`,
    markdownData(input.default ?? '', 'table'),
    markdownWords(input.description),
  ]));
}

function outputsTable(action: string): string {
  const { outputs } = parse(action) as ActionFile;
  return table(['Output', 'What it says'], Object.entries(outputs).map(([name, { description }]) => [markdownData(name, 'table'), markdownWords(description)]));
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

const DERIVED_WORDS: Readonly<Partial<Record<QuerySetting, string>>> = {
  accounts: 'accounts of `scope`',
  'production-accounts': 'accounts of `scope` whose `environment` is `production`',
  incident: 'the run’s `incident`',
};

function listReaders(queries: readonly Query[]): string {
  const readers = (name: QuerySetting, demand: 'required' | 'optional'): string =>
    queries.filter(({ settings }) => settings[name] === demand).map(({ id }) => `[${id}](queries.md#${id.toLowerCase()})`).join(', ');
  return table(['List', 'Needed by', 'Also read by'], QUERY_SETTINGS.map((name) => {
    const [needed, also] = [readers(name, 'required'), readers(name, 'optional')];
    const label = DERIVED_WORDS[name] ?? `\`${name}\``;
    return [label, needed, needed === '' && also === '' ? 'no query yet' : also];
  }));
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}
