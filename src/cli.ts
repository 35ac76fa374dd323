#!/usr/bin/env node
import { RESULT_WORDS } from './evidence/result.js';
import { loadAll } from './load-pack.js';
import { queriesText, queryText } from './pack/catalogue.js';
import { frameworkNames } from './pack/load-frameworks.js';
import { ownFrameworkNames } from './pack/load-own.js';
import { productVersion } from './pack/product-files.js';
import { exitOf } from './exit-code.js';
import { decideCommand, reconcileCommand, type Said, sampleCommand, signoffCommand } from './pack-commands.js';
import { type Outcome, run, type RunContext } from './run.js';
import { SettingsError } from './settings/errors.js';
import { givenFromFlags, regionOf } from './settings/given-inputs.js';
import { parseSettings } from './settings/parse-settings.js';
import type { Settings } from './settings/settings.js';
import { BrokenPackError } from './store/errors.js';
import { signedWords } from './store/signoff.js';
import { verifyPack } from './store/verify.js';
import { type Arguments, type Command, COMMANDS, isCommand, packIn, parseCommand, textOf } from './terminal/arguments.js';
import { errorText } from './terminal/error-text.js';
import { help, helpOf } from './terminal/help.js';
import { terminalProgress } from './terminal/progress.js';
import { bytesOf, collectGarbageInPauses, contextOf, endOnSignals, seconds } from './this-run.js';

const EXIT = { done: 0, wrong: 1, brokenIntegrity: 5 } as const;

const BODIES: Readonly<Record<Command, (given: Arguments) => Promise<number>>> = {
  run: runCommand,
  check: (given) => runCommand({ ...given, values: { ...given.values, 'check-only': true } }),
  verify: verifyCommand,
  decide: (given) => told(decideCommand(given)),
  sample: (given) => told(sampleCommand(given)),
  reconcile: (given) => told(reconcileCommand(given)),
  signoff: (given) => told(signoffCommand(given, seconds(new Date()).slice(0, 10))),
  queries: queriesCommand,
  demo: demoCommand,
};

/** Runs one command and returns the exit code. */
async function main(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === '--version') return say(productVersion());
  if (command === undefined || ['help', '--help', '-h'].includes(command)) return say(help());
  if (!isCommand(command)) throw new SettingsError(`"${command}" is not a command; allowed are ${Object.keys(COMMANDS).join(', ')}. Try: cloudtrail-evidence --help`);
  const given = parseCommand(command, rest);
  return given.help ? say(helpOf(command)) : BODIES[command](given);
}

async function told(command: Promise<Said>): Promise<number> {
  const { text, code } = await command;
  say(text);
  return code;
}

async function runCommand({ values }: Arguments): Promise<number> {
  const given = givenFromFlags(values);
  const now = seconds(new Date());
  const settings = parseSettings(given, { door: 'command line', now, region: regionOf(process.env), readFile: bytesOf, frameworkNames: await frameworkNames(), ownFrameworkNames });
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

async function verifyCommand(given: Arguments): Promise<number> {
  const folder = packIn('verify', given);
  const { problems, evidenceId, filesChecked } = await verifyPack(folder, { previous: textOf(given, 'previous-pack') });
  if (problems.length === 0) return say([`${filesChecked} files checked; every hash and count agrees.`, `Evidence id ${evidenceId}`, ...(await signedWords(folder))].join('\n'));
  say(`${problems.map(({ file, what }) => `${file}: ${what}`).join('\n')}\n\n${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} found. This is not the pack that was written.`);
  return EXIT.brokenIntegrity;
}

async function queriesCommand(given: Arguments): Promise<number> {
  if (given.values['self-test'] === true) return queriesSelfTest(given);
  const others = Object.keys(given.values).filter((flag) => flag !== 'own-queries');
  if (others.length > 0 || given.positionals.length > 1) throw new SettingsError(`queries takes ${others.length > 0 ? others.map((flag) => `--${flag}`).join(', ') : 'several ids'} only with --self-test.`);
  const { queries, frameworks } = await loadAll(textOf(given, 'own-queries'));
  const [id] = given.positionals;
  if (id === undefined) return say(queriesText(queries, frameworks));
  const query = queries.find((each) => each.id === id.toUpperCase());
  if (query === undefined) throw new SettingsError(`"${id}" is no query of the pack; allowed are ${queries.map((each) => each.id).join(', ')}.`);
  return say(queryText(query, frameworks));
}

/** With the inputs of a run, but for those that say what logs to read. */
async function queriesSelfTest({ values, positionals }: Arguments): Promise<number> {
  const { selfTestCommand, selfTestInputs } = await import('./self-test-command.js');
  const now = seconds(new Date());
  const settings = parseSettings(selfTestInputs(givenFromFlags(values)), { door: 'command line', now, region: regionOf(process.env), readFile: bytesOf, frameworkNames: await frameworkNames(), ownFrameworkNames });
  return told(selfTestCommand(positionals, settings, context(null, now)));
}

/** A month of sample logs is made as its module is loaded. */
async function demoCommand(given: Arguments): Promise<number> {
  const { demo } = await import('./demo/demo.js');
  const now = seconds(new Date());
  return say(await demo({ output: textOf(given, 'output') ?? 'demo-output', pdf: textOf(given, 'pdf') ?? 'auto', now, context: context(null, now), frameworkNames: await frameworkNames(), readFile: bytesOf }));
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

collectGarbageInPauses();
endOnSignals((sentence) => void process.stderr.write(`${process.stderr.isTTY ? '\n' : ''}${sentence}\n`));

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${errorText(error)}\n`);
  process.exitCode = error instanceof BrokenPackError ? EXIT.brokenIntegrity : EXIT.wrong;
}
