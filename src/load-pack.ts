import { PackError } from './pack/errors.js';
import type { Framework } from './pack/framework.js';
import { frameworkNames, loadFrameworks } from './pack/load-frameworks.js';
import { loadOwn, type OwnPack } from './pack/load-own.js';
import { loadQueries } from './pack/load-queries.js';
import type { OwnFile } from './pack/own-files.js';
import type { Query } from './pack/query.js';
import { checkSwitchedOff } from './pack/switched-off.js';
import { readCases } from './self-test/load-cases.js';
import { raise } from './settings/input-forms.js';
import type { Settings } from './settings/settings.js';
import { problemLine } from './settings/yaml-document.js';

/** What a run asks and for whom: the product's queries and frameworks, with the user's own. */
export interface LoadedPack {
  /** By id. */
  readonly queries: readonly Query[];
  /** In the order asked for. */
  readonly frameworks: readonly Framework[];
  /** Case files of the user's own queries, by id. */
  readonly ownCases: ReadonlyMap<string, OwnFile>;
}

/** The queries and frameworks a run names. Own ones are checked like ours, and what is switched off is there. */
export async function loadPack(settings: Pick<Settings, 'ownQueries' | 'frameworks' | 'queriesOff' | 'settingsFile'>): Promise<LoadedPack> {
  const { queries, frameworks, ownCases } = await loadAll(settings.ownQueries);
  checkSwitchedOff(settings, queries);
  return { queries, ownCases, frameworks: settings.frameworks.map((name) => frameworks.find((framework) => framework.name === name) ?? raise(`frameworks: there is no framework "${name}"; allowed are ${frameworks.map((each) => each.name).join(', ')}.`)) };
}

/** Every query and every framework there is. Throws PackError with all problems of all of the user's files. */
export async function loadAll(folder: string | null): Promise<LoadedPack> {
  const queries = await loadQueries();
  const frameworks = await loadFrameworks(await frameworkNames(), new Set(queries.map(({ id }) => id)));
  if (folder === null) return { queries, frameworks, ownCases: new Map() };
  const own = await loadOwn(folder, { queries, frameworks });
  const problems = [...own.problems, ...caseProblems(own)];
  if (problems.length > 0) throw new PackError(problems);
  return { queries: [...queries, ...own.queries].sort((a, b) => (a.id < b.id ? -1 : 1)), frameworks: [...frameworks, ...own.frameworks], ownCases: own.cases };
}

/** Cases are read as the self-test reads them; whether a query passes them, it tells when it is asked. */
function caseProblems({ queries, cases }: OwnPack): readonly string[] {
  return queries.flatMap((query) => {
    const file = cases.get(query.id);
    const found = file === undefined ? [] : readCases(query, file.bytes);
    return 'query' in found || file === undefined ? [] : found.map((problem) => problemLine(file.shown, problem));
  });
}
