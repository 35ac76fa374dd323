import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { leftovers } from '../leftovers.js';
import { run, type RunContext } from '../run.js';
import { SettingsError } from '../settings/errors.js';
import { parseSettings, type SettingsWorld } from '../settings/parse-settings.js';
import { generateDemo } from './generate-demo.js';

export interface DemoOptions extends Omit<SettingsWorld, 'now' | 'door' | 'region'> {
  /** Folder for logs/, pack/, settings.yml, decisions.yml and seeded.json. */
  readonly output: string;
  readonly pdf: string;
  readonly now: string;
  readonly context: RunContext;
}

const PERIOD = '2026-10';

/** Writes a month of made-up logs and the evidence pack made from them; returns what to tell the person. */
export async function demo({ output, pdf, context, ...world }: DemoOptions): Promise<string> {
  await makeRoom(output);
  context.progress.step('Write a month of made-up logs');
  // Half of the logs would keep the next demo from starting: it clears only what a whole one wrote.
  const logs = join(output, 'logs');
  leftovers.add(logs);
  const made = await generateDemo(output);
  leftovers.delete(logs);
  context.progress.done(`${made.records} records in ${made.logFiles} log files, ${made.digests} digests`);
  const settings = parseSettings(
    { logs: join(output, 'logs'), period: PERIOD, 'output-dir': join(output, 'pack'), 'settings-file': join(output, 'settings.yml'), 'decisions-file': join(output, 'decisions.yml'), 'self-test': 'true', pdf },
    { ...world, door: 'command line', region: null },
  );
  const outcome = await run(settings, context);
  const pdfs = outcome.reports.filter((name) => name.endsWith('.pdf'));
  return [
    '',
    `Made-up logs    ${join(output, 'logs')}`,
    `What is in them ${join(output, 'seeded.json')}`,
    `Evidence pack   ${outcome.packPath}`,
    ...(pdfs.length > 0 ? pdfs.map((name) => `PDF report      ${join(outcome.packPath, name)}`) : [`PDF reports     none: ${outcome.pdfProblem ?? 'not asked for'}`]),
    '',
    'This pack is Incomplete by design: a day of one region is missing and logging was stopped for four hours. Its reports say so.',
    `Verify it with: node dist/cli.js verify ${outcome.packPath}`,
  ].join('\n');
}

/** Clears what an earlier demo wrote, and nothing else. */
async function makeRoom(output: string): Promise<void> {
  const parts = ['logs', 'pack'].map((name) => join(output, name));
  if (!existsSync(join(output, 'seeded.json')) && parts.some((part) => existsSync(part))) {
    throw new SettingsError(`output: "${output}" holds folders that no demo wrote; give another folder.`);
  }
  for (const part of parts) await rm(part, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
}
