import { makeTemporaryFolder, removeTemporaryFolder, endings } from './leftovers.js';
import { loadAll } from './load-pack.js';
import type { Said } from './pack-commands.js';
import type { Query } from './pack/query.js';
import type { RunContext } from './run.js';
import { findLogs } from './run-logs.js';
import { readAllCases, runSelfTest, sumOf } from './run-self-test.js';
import { FAULT_WORDS, type QuerySelfTest, type SelfTest, type Tally, type WrongCase } from './self-test/self-test.js';
import { SettingsError } from './settings/errors.js';
import type { GivenInputs } from './settings/given-inputs.js';
import type { Settings } from './settings/settings.js';
import { logLine } from './terminal/log-line.js';

/** The inputs of a run: what it cannot do without is filled in, though no log is read. A table in Athena takes a period that it has partitions for. */
export function selfTestInputs(given: GivenInputs): GivenInputs {
  const onAthena = given.engine === 'athena' || given['athena-table'] !== undefined;
  return { ...(onAthena ? {} : { logs: '.' }), period: 'last-month', 'allow-open-period': 'true', ...given };
}

/** Every query, or those named, on its own cases; exit code 1 where one went wrong or none was tried. */
export async function selfTestCommand(ids: readonly string[], settings: Settings, context: RunContext): Promise<Said> {
  const all = await loadAll(settings.ownQueries);
  const cases = await readAllCases(chosen(all.queries, ids), all.ownCases);
  const tempDir = await makeTemporaryFolder(settings.tempDir);
  try {
    const logs = await findLogs(settings, context);
    try {
      const engine = await logs.openEngine({ files: [], tempDir, queries: cases.map(({ query }) => query) });
      const end = (): Promise<void> => engine.close();
      if (engine.name === 'athena') endings.add(end);
      try {
        return said(await runSelfTest(cases, engine, context.progress));
      } finally {
        await engine.close();
        endings.delete(end);
      }
    } finally {
      logs.close();
    }
  } finally {
    await removeTemporaryFolder(tempDir);
  }
}

function chosen(queries: readonly Query[], ids: readonly string[]): readonly Query[] {
  const wanted = ids.map((id) => id.toUpperCase());
  const unknown = wanted.filter((id) => !queries.some((query) => query.id === id));
  if (unknown.length > 0) throw new SettingsError(`"${unknown.join(', ')}" is no query of the pack; allowed are ${queries.map(({ id }) => id).join(', ')}.`);
  return wanted.length === 0 ? queries : queries.filter(({ id }) => wanted.includes(id));
}

export function said({ engine, queries }: SelfTest): Said {
  const [fired, silent] = [sumOf(queries.map((query) => query.fired)), sumOf(queries.map((query) => query.silent))];
  const wrong = queries.reduce((sum, query) => sum + query.wrong.length, 0);
  const width = Math.max(0, ...queries.map(({ id }) => id.length)) + 2;
  const lines = queries.flatMap((query) => [`${query.id.padEnd(width)}${tallies(query)}`, ...query.wrong.map((each) => `${' '.repeat(width)}${wrongLine(each)}`)]);
  const end = fired.cases + silent.cases === 0 ? 'no query has cases, so nothing is shown' : wrong === 0 ? 'all as they must' : `${wrong} went wrong`;
  return { text: `${lines.join('\n')}\n\n${queries.length} ${queries.length === 1 ? 'query' : 'queries'} on ${engine}: fired ${words(fired)}, silent ${words(silent)}: ${end}.`, code: wrong > 0 || fired.cases + silent.cases === 0 ? 1 : 0 };
}

function tallies({ casesSha256, fired, silent }: QuerySelfTest): string {
  return casesSha256 === null ? 'no cases' : `fired ${words(fired).padEnd(10)}silent ${words(silent)}`;
}

function words({ cases, right }: Tally): string {
  return `${right} of ${cases}`;
}

/** Names are whatever the file's author wrote: they begin no line, and what cannot be seen is shown. */
function wrongLine({ must, name, fault, detail }: WrongCase): string {
  return `${must ? 'must fire' : 'must stay silent'}: ${logLine(name)} ${FAULT_WORDS[fault]}${detail === undefined ? '' : ` (${logLine(detail)})`}`;
}
