import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { SettingsError } from '../settings/errors.js';
import { problemLine, type Problem, readYaml, schemaProblems, type YamlText } from '../settings/yaml-document.js';
import { CHECKED_FRAMEWORKS } from './checked-files.js';
import { PackError } from './errors.js';
import { STRENGTHS, type Criterion, type Framework } from './framework.js';
import type { Origin } from './load-queries.js';
import { productFolder } from './product-files.js';

/** A paraphrase longer than this could begin to repeat a copyrighted sentence. */
export const PARAPHRASE_WORDS = 12;

const text = z.string().check(z.trim(), z.minLength(1));

const frameworkSchema = z.strictObject({
  title: text,
  short_title: text,
  noun: z.strictObject({ one: text, many: text }),
  edition: text,
  notice: text,
  criteria: z
    .array(
      z.strictObject({
        id: text,
        category: text,
        paraphrase: text,
        shows: z.nullable(text),
        cannot_show: text,
        queries: z.record(z.string(), z.enum(STRENGTHS)),
      }),
    )
    .check(z.minLength(1)),
});
type FrameworkFile = z.infer<typeof frameworkSchema>;

/** Names a run may ask for, in alphabetical order. */
export async function frameworkNames(folder: string = productFolder('frameworks')): Promise<string[]> {
  const files = await readdir(folder);
  return files.filter((file) => file.endsWith('.yml')).map((file) => file.slice(0, -'.yml'.length)).sort();
}

/**
 * The frameworks asked for, in that order. A framework may name only queries that exist. Throws SettingsError for a name
 * that is not shipped, PackError with all problems of all files otherwise.
 */
export async function loadFrameworks(names: readonly string[], queryIds: ReadonlySet<string>, folder: string = productFolder('frameworks')): Promise<Framework[]> {
  const shipped = await frameworkNames(folder);
  const unknown = names.filter((name) => !shipped.includes(name));
  if (unknown.length > 0) throw new SettingsError(`frameworks: there is no framework ${unknown.map((name) => `"${name}"`).join(', ')}; allowed are ${shipped.join(', ')}.`);
  const wanted = [...new Set(names)];
  const read = await Promise.all(wanted.map(async (name) => readFramework(name, await readFile(join(folder, `${name}.yml`)), queryIds)));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new PackError(problems);
  return read.flatMap(({ framework }) => (framework ? [framework] : []));
}

/** One framework. A file that is among `checked`, and names only queries there are, is not checked again. */
export function readFramework(name: string, bytes: Uint8Array, queryIds: ReadonlySet<string>, { shown, own }: Origin = { shown: `frameworks/${name}.yml`, own: false }, checked = CHECKED_FRAMEWORKS): { readonly framework: Framework | null; readonly problems: readonly string[] } {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = checked[sha256];
  if (known?.criteria.every(({ queries }) => queries.every(({ id }) => queryIds.has(id)))) return { framework: { ...known, name, sha256, own }, problems: [] };
  const yaml = readYaml(new TextDecoder().decode(bytes));
  const { file, problems } = checkedFile(yaml, queryIds);
  if (file === null || problems.length > 0) return { framework: null, problems: problems.map((problem) => problemLine(shown, problem)) };
  const { title, short_title: shortTitle, noun, edition, notice } = file;
  return { framework: { name, title, shortTitle, noun, edition, notice, criteria: file.criteria.map(toCriterion), sha256, own }, problems: [] };
}

function checkedFile(yaml: YamlText, queryIds: ReadonlySet<string>): { readonly file: FrameworkFile | null; readonly problems: readonly Problem[] } {
  if (yaml.problems.length > 0) return { file: null, problems: yaml.problems };
  const parsed = frameworkSchema.safeParse(yaml.value);
  if (!parsed.success) return { file: null, problems: schemaProblems(yaml, parsed.error.issues) };
  return { file: parsed.data, problems: criteriaProblems(parsed.data, yaml, queryIds) };
}

function criteriaProblems({ criteria }: FrameworkFile, { lineOf }: YamlText, queryIds: ReadonlySet<string>): Problem[] {
  return criteria.flatMap((criterion, index) => {
    const at = (key: string, sentence: string): Problem => ({ line: lineOf(['criteria', index, key]), sentence });
    const words = criterion.paraphrase.split(/\s+/).length;
    const queries = Object.keys(criterion.queries);
    return [
      ...(criteria.findIndex(({ id }) => id === criterion.id) < index ? [at('id', `${criterion.id} is listed twice.`)] : []),
      ...(words > PARAPHRASE_WORDS ? [at('paraphrase', `The paraphrase of ${criterion.id} has ${words} words; at most ${PARAPHRASE_WORDS} are allowed.`)] : []),
      ...(criterion.shows === null && queries.length > 0 ? [at('shows', `${criterion.id} says that CloudTrail shows nothing, yet names queries.`)] : []),
      ...queries.filter((id) => !queryIds.has(id)).map((id) => ({ line: lineOf(['criteria', index, 'queries', id]), sentence: `${criterion.id} names ${id}, which is no query of the pack.` })),
    ];
  });
}

function toCriterion({ id, category, paraphrase, shows, cannot_show: cannotShow, queries }: FrameworkFile['criteria'][number]): Criterion {
  return { id, category, paraphrase, shows, cannotShow, queries: Object.entries(queries).map(([query, strength]) => ({ id: query, strength })) };
}
