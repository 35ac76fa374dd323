#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { demo } from './demo/demo.js';
import { RESULT_WORDS } from './evidence/result.js';
import { queriesText, queryText } from './pack/catalogue.js';
import { frameworkNames, loadFrameworks } from './pack/load-frameworks.js';
import { loadQueries } from './pack/load-queries.js';
import { productVersion } from './pack/product-files.js';
import { exitOf } from './exit-code.js';
import { type Outcome, run, type RunContext } from './run.js';
import { SettingsError } from './settings/errors.js';
import { FLAGS, givenFromFlags, regionOf } from './settings/given-inputs.js';
import { parseSettings } from './settings/parse-settings.js';
import type { Settings } from './settings/settings.js';
import { verifyPack } from './store/verify.js';
import { errorText } from './terminal/error-text.js';
import { demoHelp, help, queriesHelp, runHelp, verifyHelp } from './terminal/help.js';
import { terminalProgress } from './terminal/progress.js';
import { bytesOf, contextOf, endOnSignals, seconds } from './this-run.js';

const EXIT = { done: 0, wrong: 1, brokenIntegrity: 5 } as const;

/** Runs one command and returns the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  switch (command) {
    case 'run': return runCommand(rest);
    case 'check': return runCommand([...rest, '--check-only']);
    case 'verify': return verifyCommand(rest);
    case 'queries': return queriesCommand(rest);
    case 'demo': return demoCommand(rest);
    case '--version': return say(productVersion());
    case undefined: case 'help': case '--help': case '-h': return say(help());
    default: throw new SettingsError(`"${command}" is not a command; allowed are run, check, verify, queries and demo. Try: cloudtrail-evidence --help`);
  }
}

async function runCommand(args: readonly string[]): Promise<number> {
  const { values } = parse(args, FLAGS);
  if (values['help'] === true) return say(runHelp());
  const given = givenFromFlags(values);
  const now = seconds(new Date());
  const settings = parseSettings(given, { door: 'command line', now, region: regionOf(process.env), readFile: bytesOf, frameworkNames: await frameworkNames() });
  if (settings.checkOnly) return checkCommand(settings, context(null, now));
  const outcome = await run(settings, context(given['run-facts'] ?? null, now));
  return report(outcome, settings);
}

async function checkCommand(settings: Settings, given: RunContext): Promise<number> {
  // The AWS clients load only where AWS is asked.
  const [{ check }, { checkExit, checkText }] = await Promise.all([import('./check.js'), import('./terminal/check-text.js')]);
  const checked = await check(settings, given);
  say(checkText(checked));
  return checkExit(checked);
}

function report(outcome: Outcome, settings: Settings): number {
  const counts = new Map<string, number>();
  for (const { result } of outcome.results) counts.set(RESULT_WORDS[result], (counts.get(RESULT_WORDS[result]) ?? 0) + 1);
  const lines = [
    '',
    `Evidence pack  ${outcome.packPath}`,
    `Evidence id    ${outcome.evidenceId}`,
    `Reports        ${outcome.reports.join(', ')}`,
    `Results        ${[...counts].map(([words, count]) => `${count} ${words}`).join(' · ')}`,
    outcome.verdict.incomplete ? 'Status         Incomplete: the first page of each report says why, for which accounts, regions and days' : 'Status         Complete',
    ...(outcome.pdfProblem === null ? [] : [`PDF            not written: ${outcome.pdfProblem}`]),
    '',
    `Verify it with: cloudtrail-evidence verify ${outcome.packPath}`,
  ];
  say(lines.join('\n'));
  return exitOf(outcome, settings, null).code;
}

async function verifyCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { 'previous-pack': { type: 'string' } }, true);
  if (values['help'] === true) return say(verifyHelp());
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new SettingsError(`verify takes one folder, an evidence pack; ${positionals.length} were given.`);
  const previous = values['previous-pack'];
  const { problems, evidenceId, filesChecked } = await verifyPack(folder, typeof previous === 'string' ? { previous } : {});
  if (problems.length === 0) return say(`${filesChecked} files checked; every hash and count agrees.\nEvidence id ${evidenceId}`);
  say(`${problems.map(({ file, what }) => `${file}: ${what}`).join('\n')}\n\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} found. This is not the pack that was written.`);
  return EXIT.brokenIntegrity;
}

async function queriesCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {}, true);
  if (values['help'] === true) return say(queriesHelp());
  const queries = await loadQueries();
  const frameworks = await loadFrameworks(await frameworkNames(), new Set(queries.map(({ id }) => id)));
  const [id] = positionals;
  if (id === undefined) return say(queriesText(queries, frameworks));
  const query = queries.find((each) => each.id === id.toUpperCase());
  if (query === undefined) throw new SettingsError(`"${id}" is no query of the pack; allowed are ${queries.map((each) => each.id).join(', ')}.`);
  return say(queryText(query, frameworks));
}

async function demoCommand(args: readonly string[]): Promise<number> {
  const { values } = parse(args, { output: { type: 'string' }, pdf: { type: 'string' } });
  if (values['help'] === true) return say(demoHelp());
  const output = typeof values['output'] === 'string' ? values['output'] : 'demo-output';
  const now = seconds(new Date());
  return say(await demo({ output, pdf: typeof values['pdf'] === 'string' ? values['pdf'] : 'auto', now, context: context(null, now), frameworkNames: await frameworkNames(), readFile: bytesOf }));
}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

/** node:util's parser, its complaints turned into ours. */
function parse(args: readonly string[], options: Options, allowPositionals = false): { values: Record<string, unknown>; positionals: string[] } {
  const known = { ...options, help: { type: 'boolean', short: 'h' } as const };
  try {
    return parseArgs({ args: [...args], options: known, allowPositionals, strict: true });
  } catch (error) {
    const sentence = error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error);
    throw new SettingsError(`${sentence}; allowed are ${Object.keys(known).map((name) => `--${name}`).join(', ')}.`, { cause: error });
  }
}

/** No OIDC tokens outside of Actions, and nobody who masks what is printed: nothing secret is. */
function context(runFactsFile: string | null, now: string): RunContext {
  const noToken = (): Promise<string> => Promise.reject(new SettingsError('role-to-assume: OIDC tokens are to be had in GitHub Actions only; give a profile, or credentials in the environment.'));
  return contextOf(runFactsFile, { now, progress: terminalProgress(process.stderr), oidcToken: noToken, mask: () => undefined });
}

function say(text: string): 0 {
  process.stdout.write(`${text.trimEnd()}\n`);
  return EXIT.done;
}

endOnSignals((sentence) => void process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}${sentence}\n`));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${errorText(error)}\n`);
  process.exitCode = EXIT.wrong;
}
