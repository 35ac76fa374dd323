import { loadQueries } from '../pack/load-queries.js';
import { DISPOSITIONS, FILL_IN } from '../settings/decision.js';
import { SettingsError } from '../settings/errors.js';
import { EXCEPTIONS, type ExceptionLine, readExceptions } from './exceptions-csv.js';
import { readManifest } from './pack-folder.js';

/** More than anybody decides one by one, and a file that the program still reads. */
const MOST_ENTRIES = 1_000;

export interface StubOptions {
  /** Ids of the queries whose exceptions are wanted; none or left out: all. */
  readonly queries?: readonly string[];
}

/**
 * A decisions file to fill in: an entry for each exception of the pack that no decision counts for. It holds ids and our
 * own words alone, no text of a row, and the program refuses it as long as a FILL-IN is left.
 */
export async function decideStub(packFolder: string, options: StubOptions = {}): Promise<string> {
  const period = await labelOf(packFolder);
  const wanted = new Set(options.queries ?? []);
  const titles = new Map((await loadQueries()).map(({ id, title }) => [id, title] as const));
  const entries: string[] = [];
  let more = 0;
  try {
    for await (const exception of readExceptions(packFolder)) {
      if (exception.state === 'decided' || (wanted.size > 0 && !wanted.has(exception.query))) continue;
      if (entries.length < MOST_ENTRIES) entries.push(entry(exception, titles.get(exception.query)));
      else more += 1;
    }
  } catch (error) {
    throw new SettingsError(`decide: the ${EXCEPTIONS} of ${packFolder} ${(error as Error).message}; give the folder of a pack.`, { cause: error });
  }
  return entries.length === 0 ? nothingToDecide(period) : `${heading(period)}\ndecisions:\n${entries.join('\n')}${more === 0 ? '' : tail(more)}`;
}

/** Checked by the manifest's own rules, so that it can stand in a comment. */
async function labelOf(packFolder: string): Promise<string> {
  try {
    const { period } = await readManifest(packFolder);
    return /^[A-Za-z0-9-]{1,100}$/.test(period.label) ? period.label : `${period.start} to ${period.end}`;
  } catch (error) {
    throw new SettingsError(`decide: ${packFolder} is not an evidence pack: its manifest.json ${(error as Error).message}. Give the folder of a pack.`, { cause: error });
  }
}

function nothingToDecide(period: string): string {
  return `# Evidence pack ${period}: no exception is left to decide.\ndecisions: []\n`;
}

function heading(period: string): string {
  return [
    `# Exceptions of the evidence pack ${period} that no decision counts for. Look each up by its id in the report's register.`,
    `# Write what holds in place of every ${FILL_IN}, and take out the entries nobody can decide yet: the file is refused as long as one is left.`,
    '# Where .github/cloudtrail-evidence-decisions.yml exists already, add the entries to its list.',
    `# disposition: ${DISPOSITIONS.join(', ')}.`,
    '# decided-on and expires are days such as 2026-11-03. A decision counts for periods that end on the day it expires, or before.',
  ].join('\n');
}

function entry({ id, query, state, decision }: ExceptionLine, title: string | undefined): string {
  const expired = state === 'expired' && decision !== null ? ` Decision ${decision} of the file has expired.` : '';
  return [
    `  # ${title === undefined ? query : `${query}: ${title}`}.${expired}`,
    `  - exception: ${id}`,
    `    disposition: ${FILL_IN}`,
    `    reason: ${FILL_IN}`,
    '    # ticket: OPS-12',
    `    owner: ${FILL_IN}`,
    `    approver: ${FILL_IN}`,
    `    decided-on: ${FILL_IN}`,
    `    expires: ${FILL_IN}`,
    '',
  ].join('\n');
}

function tail(more: number): string {
  return `  # ${more} more are left out here. Exceptions that are alike can be decided by one match: see docs/decisions.md.\n`;
}
