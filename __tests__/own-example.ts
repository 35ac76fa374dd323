import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import MarkdownIt from 'markdown-it';

const PAGE = 'docs/writing-queries.md';

/** The files of the example that the documentation begins with, by their path in the folder. */
export function exampleFiles(): Readonly<Record<string, string>> {
  const page = readFileSync(PAGE, 'utf8');
  const example = page.slice(page.indexOf('## Your first query'), page.indexOf('### What holds for own queries'));
  const blocks = new MarkdownIt().parse(example, {}).filter(({ type }) => type === 'fence');
  const [cases, framework] = blocks.filter(({ info }) => info === 'yaml').map(({ content }) => content);
  const [sql] = blocks.filter(({ info }) => info === 'sql').map(({ content }) => content);
  return { 'queries/shop/SHOP-01.sql': sql ?? '', 'cases/SHOP-01.yml': cases ?? '', 'frameworks/house-rules.yml': framework ?? '' };
}

/** Writes files below a folder. A file given as null is left out. */
export async function writeFolder(folder: string, files: Readonly<Record<string, string | null>>): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    if (text === null) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}
