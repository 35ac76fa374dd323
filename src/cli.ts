#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { demo } from './demo/demo.js';
import { RESULT_WORDS } from './evidence/result.js';
import { removeLeftovers } from './leftovers.js';
import { queriesText, queryText } from './pack/catalogue.js';
import { frameworkNames, loadFrameworks } from './pack/load-frameworks.js';
import { loadQueries } from './pack/load-queries.js';
import { productVersion } from './pack/product-files.js';
import { type Outcome, run, type RunContext } from './run.js';
import { SettingsError } from './settings/errors.js';
import { INPUTS, type InputName } from './settings/inputs.js';
import { type GivenInputs, parseSettings } from './settings/parse-settings.js';
import { readRunFacts } from './store/run-facts-file.js';
import { verifyPack } from './store/verify.js';
import { errorText } from './terminal/error-text.js';
import { demoHelp, help, queriesHelp, runHelp, verifyHelp } from './terminal/help.js';
import { terminalProgress } from './terminal/progress.js';

/** A process that a signal ends is told as 128 and the signal's number. */
const STOPPED = { SIGINT: 130, SIGTERM: 143 } as const;
const EXIT = { done: 0, wrong: 1, brokenIntegrity: 5 } as const;

/** Runs one command and returns the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  switch (command) {
    case 'run': return runCommand(rest);
    case 'verify': return verifyCommand(rest);
    case 'queries': return queriesCommand(rest);
    case 'demo': return demoCommand(rest);
    case '--version': return say(productVersion());
    case undefined: case 'help': case '--help': case '-h': return say(help());
    default: throw new SettingsError(`"${command}" is not a command; allowed are run, verify, queries and demo. Try: cloudtrail-evidence --help`);
  }
}

async function runCommand(args: readonly string[]): Promise<number> {
  const { values } = parse(args, Object.fromEntries(INPUTS.map(({ name, value }) => [name, { type: value === null ? 'boolean' : 'string' } as const])));
  if (values['help'] === true) return say(runHelp());
  const given: GivenInputs = Object.fromEntries(Object.entries(values).map(([name, value]) => [name as InputName, String(value)]));
  const now = seconds(new Date());
  const settings = parseSettings(given, { now, readFile: bytesOf, frameworkNames: await frameworkNames() });
  const outcome = await run(settings, contextOf(given['run-facts'] ?? null, now));
  return report(outcome, settings.pdf === 'required');
}

function report(outcome: Outcome, pdfRequired: boolean): number {
  const counts = new Map<string, number>();
  for (const { result } of outcome.results) counts.set(RESULT_WORDS[result], (counts.get(RESULT_WORDS[result]) ?? 0) + 1);
  const lines = [
    '',
    `Evidence pack  ${outcome.packPath}`,
    `Evidence id    ${outcome.evidenceId}`,
    `Reports        ${outcome.reports.join(', ')}`,
    `Results        ${[...counts].map(([words, count]) => `${count} ${words}`).join(' · ')}`,
    outcome.verdict.incomplete ? 'Status         Incomplete: the summary in each report says for which accounts, regions and days' : 'Status         Complete',
    ...(outcome.pdfProblem === null ? [] : [`PDF            not written: ${outcome.pdfProblem}`]),
    '',
    `Verify it with: cloudtrail-evidence verify ${outcome.packPath}`,
  ];
  say(lines.join('\n'));
  return outcome.pdfProblem !== null && pdfRequired ? EXIT.wrong : outcome.verdict.exitCode;
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
  return say(await demo({ output, pdf: typeof values['pdf'] === 'string' ? values['pdf'] : 'auto', now, context: contextOf(null, now), frameworkNames: await frameworkNames(), readFile: bytesOf }));
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

/** Who runs, where and when: from an earlier pack's run.json when one is given, else from this machine. */
function contextOf(runFactsFile: string | null, now: string): RunContext {
  const progress = terminalProgress(process.stderr);
  const tool = { name: 'cloudtrail-evidence', version: productVersion(), commit: process.env['GITHUB_ACTION_REF'] ?? null } as const;
  const here = {
    generatedAt: now,
    tool,
    actor: process.env['GITHUB_ACTOR'] ?? userInfo().username,
    environment: `${process.env['GITHUB_ACTIONS'] === 'true' ? 'GitHub Actions' : 'a local machine'}, ${process.platform} ${process.arch}, Node ${process.versions.node}`,
    runId: process.env['GITHUB_RUN_ID'] ?? null,
    runUrl: process.env['GITHUB_RUN_ID'] === undefined ? null : `${process.env['GITHUB_SERVER_URL']}/${process.env['GITHUB_REPOSITORY']}/actions/runs/${process.env['GITHUB_RUN_ID']}`,
  };
  return { facts: runFactsFile === null ? here : { ...readRunFacts(runFactsFile), tool }, env: process.env, progress };
}

function seconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

function bytesOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function say(text: string): 0 {
  process.stdout.write(`${text.trimEnd()}\n`);
  return EXIT.done;
}

/** Leaves nothing half-written behind. The browser's own listener for the exit is older than this one: it is ended first. */
function stop(signal: keyof typeof STOPPED): void {
  process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}Stopped by ${signal}; what the run had written is removed.\n`);
  process.once('exit', removeLeftovers);
  process.exit(STOPPED[signal]);
}

for (const signal of Object.keys(STOPPED) as (keyof typeof STOPPED)[]) process.once(signal, stop);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${errorText(error)}\n`);
  process.exitCode = EXIT.wrong;
}
