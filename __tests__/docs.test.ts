import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import MarkdownIt from 'markdown-it';
import { parse } from 'yaml';
import { FLAGS } from '../src/evidence/decisions.js';
import { REASON_WORDS, RESULTS, RESULT_WORDS } from '../src/evidence/result.js';
import { EVENT_COLUMNS } from '../src/pack/event-columns.js';
import { frameworkNames, loadFrameworks } from '../src/pack/load-frameworks.js';
import { loadQueries } from '../src/pack/load-queries.js';
import { productRoot } from '../src/pack/product-files.js';
import { DISPOSITIONS } from '../src/settings/decision.js';
import { parseDecisionsFile } from '../src/settings/decisions-file.js';
import { givenFromActionInputs, givenFromFlags } from '../src/settings/given-inputs.js';
import { ACTION_INPUTS } from '../src/settings/inputs.js';
import { parseSettings } from '../src/settings/parse-settings.js';
import { parseSettingsFile } from '../src/settings/settings-file.js';
import { LIST_NAMES } from '../src/settings/settings.js';
import { NOT_READ_REASONS } from '../src/sources/log-file.js';
import { type Command, isCommand, parseCommand } from '../src/terminal/arguments.js';
import { actionFile, PAGES } from '../src/terminal/documentation.js';

const root = productRoot();
const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).sort().map((name) => `docs/${name}`)];
const textOf = (page: string): string => readFileSync(join(root, page), 'utf8');

const queries = await loadQueries();
const frameworks = await loadFrameworks(await frameworkNames(), new Set(queries.map(({ id }) => id)));

const markdown = new MarkdownIt({ html: true, linkify: false });
type Token = ReturnType<typeof markdown.parse>[number];
const tokensOf = (page: string): readonly Token[] => markdown.parse(textOf(page), {}).flatMap((token) => [token, ...(token.children ?? [])]);

/** Code blocks of one language. */
function blocks(page: string, language: string): string[] {
  return tokensOf(page).filter(({ type, info }) => type === 'fence' && info.trim() === language).map(({ content }) => content);
}

/** Names GitHub gives to headings, by which links find them. */
function anchorsOf(page: string): string[] {
  const tokens = markdown.parse(textOf(page), {});
  const headings = tokens.flatMap((token, index) => (token.type === 'heading_open' ? [plainText(tokens[index + 1])] : []));
  return headings.map((heading) => heading.toLowerCase().replace(/[^\p{L}\p{N}_ -]/gu, '').replaceAll(' ', '-'));
}

function plainText(heading: Token | undefined): string {
  return (heading?.children ?? []).map(({ content }) => content).join('');
}

describe('generated parts are as the code says; if not, run "npm run docs"', () => {
  it.each(Object.entries(PAGES))('%s', (page, render) => {
    expect(render(textOf(page), { queries, frameworks, action: textOf('action.yml') })).toBe(textOf(page));
  });

  it('action.yml', () => {
    expect(actionFile(textOf('action.yml'))).toBe(textOf('action.yml'));
  });
});

describe('links lead somewhere', () => {
  it.each(pages)('%s', (page) => {
    const links = tokensOf(page).flatMap((token) => [token.attrGet('href'), token.attrGet('src')].filter((link) => link !== null).map(String));
    expect(links.filter((link) => !/^https?:/.test(link) && !leadsSomewhere(page, link))).toEqual([]);
  });
});

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = decodeURI(link).split('#');
  const target = path === '' ? page : relative(root, join(root, dirname(page), path));
  return existsSync(join(root, target)) && (anchor === undefined || !target.endsWith('.md') || anchorsOf(target).includes(anchor));
}

/** Commands of `sh` blocks, one a line; a backslash at the end goes on. */
const commands = pages.flatMap((page) =>
  blocks(page, 'sh')
    .flatMap((block) => block.replaceAll('\\\n', ' ').split('\n'))
    .filter((line) => /^(node dist\/cli\.js|cloudtrail-evidence) /.test(line))
    .map((line) => ({ page, line })),
);

describe('commands can be run as written', () => {
  it('and there are some', () => {
    expect(commands.length).toBeGreaterThan(5);
  });

  it.each(commands)('$page: $line', ({ line }) => {
    const [command = '', ...args] = line.replace(/^(node dist\/cli\.js|cloudtrail-evidence) /, '').trim().split(/\s+/);
    expect(isCommand(command)).toBe(true);
    const { values } = parseCommand(command as Command, args);
    if (command !== 'run' && command !== 'check') return;
    const [example = ''] = settingsBlocks('docs/settings.md');
    const [decisionsExample = ''] = settingsBlocks('docs/decisions.md');
    const settings = parseSettings(givenFromFlags(values), { door: 'command line', region: null, now: '2027-01-01T06:00:00Z', readFile: (path) => new TextEncoder().encode(path.includes('decisions') ? decisionsExample : example), frameworkNames: frameworks.map(({ name }) => name) });
    expect(settings.logs !== '' || settings.athena !== null).toBe(true);
  });
});

/** Steps of workflows in the documentation that use the Action. */
const steps = pages.flatMap((page) => blocks(page, 'yaml').filter(isOfWorkflow).flatMap((block) => stepsIn(parse(block))).map((inputs) => ({ page, inputs })));

function settingsBlocks(page: string): string[] {
  return blocks(page, 'yaml').filter((block) => !isOfWorkflow(block));
}

function isOfWorkflow(block: string): boolean {
  return /^ *(- )?uses: /m.test(block);
}

function stepsIn(yaml: unknown): Record<string, unknown>[] {
  if (typeof yaml !== 'object' || yaml === null) return [];
  const { uses, with: inputs } = yaml as { uses?: unknown; with?: Record<string, unknown> };
  return [...(/cloudtrail-evidence@|^\.\//.test(String(uses)) ? [inputs ?? {}] : []), ...Object.values(yaml).flatMap(stepsIn)];
}

describe('steps of workflows give inputs that are taken', () => {
  it('and there are some', () => {
    expect(steps.length).toBeGreaterThan(0);
  });

  it.each(steps)('$page: $inputs', ({ inputs }) => {
    expect(ACTION_INPUTS.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(inputs)));
    const env = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, String(value)]));
    const settings = parseSettings(givenFromActionInputs(env), { door: 'action', region: null, now: '2027-01-01T06:00:00Z', readFile: () => null, frameworkNames: frameworks.map(({ name }) => name) });
    expect(settings.logs !== '' || settings.athena !== null).toBe(true);
  });
});

describe('settings files in the documentation', () => {
  it.each(['README.md', 'docs/settings.md'])('%s: can be read', (page) => {
    const files = settingsBlocks(page).map((block) => parseSettingsFile(page, new TextEncoder().encode(block)));
    expect(files.length).toBeGreaterThan(0);
  });

  it('the full one holds every list, and every key is explained', () => {
    const page = textOf('docs/settings.md');
    const file = parseSettingsFile('full', new TextEncoder().encode(settingsBlocks('docs/settings.md')[0]));
    expect(Object.keys(file.lists).sort()).toEqual([...LIST_NAMES].sort());
    expect(file.queriesOff).not.toEqual([]);
    expect(Object.values(file.report)).not.toContain(null);
    for (const key of [...LIST_NAMES, 'accounts', 'regions', 'source', 'from', 'to', 'resources', 'id', 'reason', 'entity', 'classification', 'prepared-by', 'reviewed-by', 'retention']) {
      expect(page).toContain(`\n| \`${key}\` | `);
    }
  });
});

describe('the decisions file in the documentation', () => {
  const page = textOf('docs/decisions.md');

  it('can be read, with a decision of each kind', () => {
    const files = settingsBlocks('docs/decisions.md').map((block) => parseDecisionsFile('docs/decisions.md', new TextEncoder().encode(block)));
    expect(files.map(({ decisions }) => decisions.map(({ match }) => match === null ? 'exception' : 'match'))).toEqual([['exception', 'match']]);
  });

  it('has every disposition and every flag explained, and no other', () => {
    const cells = [...page.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, cell]) => cell ?? '');
    expect(cells.filter((cell) => (DISPOSITIONS as readonly string[]).includes(cell))).toEqual([...DISPOSITIONS]);
    expect(cells.filter((cell) => (FLAGS as readonly string[]).includes(cell))).toEqual([...FLAGS]);
  });
});

describe('words', () => {
  it.each(pages)('%s names only queries that exist', (page) => {
    const ids = new Set(queries.map(({ id }) => id));
    // OPS-12 is somebody's ticket, SHOP-01 a query of the user's own.
    expect((textOf(page).match(/\b(?!UTF-|OPS-|SHOP-)[A-Z]{2,5}-\d{2}\b/g) ?? []).filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(['README.md', 'docs/for-auditors.md'])('%s explains every result, in order', (page) => {
    const found = [...textOf(page).matchAll(/^\| ([^|]+) \|/gm)].map(([, cell]) => cell ?? '');
    const words = RESULTS.map((result) => RESULT_WORDS[result]);
    expect(found.filter((cell) => words.includes(cell))).toEqual(words);
  });

  it('every reason for less than complete coverage is explained', () => {
    for (const code of Object.keys(REASON_WORDS)) expect(textOf('docs/for-auditors.md')).toContain(`\n| \`${code}\` | `);
  });

  it('every reason for a file not read is explained, and no other', () => {
    const section = /### Files that were not read\n[\s\S]*?\n## /.exec(textOf('docs/operating.md'))?.[0] ?? '';
    expect([...section.matchAll(/^\| `([^`]+)` \|/gm)].map(([, reason]) => reason)).toEqual([...NOT_READ_REASONS]);
  });

  it('every column of events is explained, in order', () => {
    const section = /## The columns of `events`\n[\s\S]*?\n## /.exec(textOf('docs/writing-queries.md'))?.[0] ?? '';
    const columns = [...section.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) => [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, column]) => column));
    expect(columns).toEqual([...EVENT_COLUMNS]);
  });

  it('every package of package.json is given its reason', () => {
    const { dependencies, devDependencies } = JSON.parse(textOf('package.json')) as Record<'dependencies' | 'devDependencies', Record<string, string>>;
    for (const name of [...Object.keys(dependencies), ...Object.keys(devDependencies)]) expect(textOf('CONTRIBUTING.md')).toContain(`\`${name}\``);
  });

  it('every npm script that is named exists', () => {
    const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };
    const named = pages.flatMap((page) => [...textOf(page).matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, name]) => name ?? ''));
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
