import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { REAL_PACE } from './aws/retry.js';
import { type Exit, exitOf } from './exit-code.js';
import { frameworkNames } from './pack/load-frameworks.js';
import { ownFrameworkNames } from './pack/load-own.js';
import type { Progress } from './progress.js';
import { annotations, MAX_WARNINGS } from './publish/annotations.js';
import { jobSummary } from './publish/job-summary.js';
import { NOTHING_PUBLISHED, outputsOf, type Published } from './publish/outputs.js';
import { type PackFacts, readPackFacts } from './publish/pack-facts.js';
import type { Outcome, RunContext } from './run.js';
import type { UnderWay } from './run-logs.js';
import type { Publisher } from './run-publish.js';
import { githubToken, givenFromActionInputs, regionOf } from './settings/given-inputs.js';
import { parseSettings } from './settings/parse-settings.js';
import { isOpen } from './settings/period.js';
import type { Settings } from './settings/settings.js';
import { readTemplate } from './store/template-files.js';
import { actionsProgress } from './terminal/actions-progress.js';
import { errorText } from './terminal/error-text.js';
import { logLine } from './terminal/log-line.js';
import { bytesOf, collectGarbageInPauses, contextOf, endOnSignals, seconds } from './this-run.js';

const { env } = process;
/** State for the post step: what is under way in Athena; empty once nothing is. */
const UNDER_WAY = 'athena';
const ENGINE_NAMES = { athena: 'Amazon Athena', duckdb: 'DuckDB' } as const;

/** Warnings of the toolkit, counted: GitHub shows only so many. */
let warnings = 0;
const log = {
  startGroup: core.startGroup,
  endGroup: core.endGroup,
  info: core.info,
  warning: (message: string, about?: core.AnnotationProperties): void => {
    warnings += 1;
    core.warning(message, about);
  },
};

/** Inputs in, evidence pack out and published; outputs and summary say what came of it, the exit code what to think of it. */
export async function runAction(): Promise<void> {
  core.saveState('started', 'true');
  const token = githubToken(env);
  if (token !== '') core.setSecret(token);
  collectGarbageInPauses();
  endOnSignals(log.warning);
  try {
    const now = seconds(new Date());
    const settings = await actionSettings(now);
    const progress = actionsProgress(log);
    const publisher = settings.publish.to.length === 0 ? null : await (await import('./run-publish.js')).openPublisher(settings, { env, event: workflowEvent(), token, pace: REAL_PACE });
    const context = runContext(now, progress, publisher);
    if (settings.checkOnly) return await checkAction(settings, context);
    const { run } = await import('./run.js');
    const outcome = await run(settings, context);
    tell(outcome, NOTHING_PUBLISHED);
    const facts = await factsOf(outcome, settings, progress);
    const published = publisher === null ? NOTHING_PUBLISHED : await publish(publisher, outcome, facts, context);
    tell(outcome, published);
    annotate(outcome, published);
    await summarise({ outcome, published, facts, settings, context });
    end(exitOf(outcome, settings, published.lost));
  } catch (error) {
    end({ code: 1, sentence: errorText(error) });
  }
  // A run that comes this far has ended its own statements and dropped its own tables, or said that it could not.
  core.saveState(UNDER_WAY, '');
}

function runContext(now: string, progress: Progress, publisher: Publisher | null): RunContext {
  const reviewOf = publisher?.reviewOf(progress);
  return { ...actionContext(now, progress), onAthena: (underWay) => core.saveState(UNDER_WAY, JSON.stringify(underWay)), ...(reviewOf === undefined ? {} : { reviewOf }) };
}

/** Told as soon as the pack is written, and again once it is published: what fails between takes nothing from a later step. */
function tell(outcome: Outcome, published: Published): void {
  for (const [name, value] of Object.entries(outputsOf(outcome, published))) core.setOutput(name, value);
}

/** The job's end, whatever became of it: what a run that was killed left in Athena is stopped and removed. Never fails the job. */
export async function cleanUp(): Promise<void> {
  const text = core.getState(UNDER_WAY);
  if (text === '') return;
  try {
    const now = seconds(new Date());
    const settings = await actionSettings(now);
    const { endRun } = await import('./run-logs.js');
    await endRun(settings, JSON.parse(text) as UnderWay, actionContext(now, actionsProgress(log)));
    core.info('What the run had left in Athena is stopped and removed.');
  } catch (error) {
    core.warning(logLine(`What the run left in Athena could not be removed; the next run removes it. ${errorText(error).split('\n')[0] ?? ''}`));
  }
}

async function actionSettings(now: string): Promise<Settings> {
  return parseSettings(givenFromActionInputs(env), { door: 'action', now, region: regionOf(env), readFile: bytesOf, frameworkNames: await frameworkNames(), ownFrameworkNames });
}

function actionContext(now: string, progress: Progress): RunContext {
  return contextOf(null, { now, progress, oidcToken: core.getIDToken, mask: core.setSecret, debug: (line) => core.debug(logLine(line)) });
}

/** Tells what a run would find; nothing is written or published. */
async function checkAction(settings: Settings, context: RunContext): Promise<void> {
  const [{ check }, { checkExit, checkText }] = await Promise.all([import('./check.js'), import('./terminal/check-text.js')]);
  const checked = await check(settings, context);
  for (const line of checkText(checked).split('\n')) core.info(logLine(line));
  end({ code: checkExit(checked), sentence: checkExit(checked) === 0 ? null : 'Something is to mend before a run; the lines that begin with an exclamation mark say what.' });
}

/** The one place that fails the job. */
function end({ code, sentence }: Exit): void {
  if (sentence === null) return;
  core.setFailed(sentence.split('\n').map(logLine).join('\n'));
  process.exitCode = code;
}

/** A text that cannot be read out of the pack costs no place: results are known in any case. */
async function factsOf(outcome: Outcome, settings: Settings, progress: Progress): Promise<PackFacts> {
  try {
    return await readPackFacts(outcome.packPath);
  } catch (error) {
    progress.warn(`Ids of exceptions and what changed are left out of what is published: the pack's file ${(error as Error).message}.`);
    return { period: settings.period, results: outcome.results, undecided: new Map(), trend: [] };
  }
}

/** The toolkit tells of each step of an upload; those lines stand in a group. */
async function publish(publisher: Publisher, outcome: Outcome, facts: PackFacts, context: RunContext): Promise<Published> {
  context.progress.step('Publish the pack');
  const published = await publisher.publish(outcome, facts, context);
  const { zip, pdfs, commit, pullRequest, issues } = published;
  const places = [
    ...[zip, ...pdfs].flatMap((artifact) => (artifact === null ? [] : [`artifact ${artifact.name}`])),
    ...(commit === null ? [] : [`${commit.link.name} on ${commit.branch}`]),
    ...(pullRequest === null ? [] : [`pull request ${pullRequest.number}`]),
    ...issues.map(({ number }) => `issue ${number}`),
  ];
  context.progress.done(places.join(', ') || 'Nothing was published');
  for (const note of published.notes) core.info(logLine(note));
  return published;
}

/** What is missing comes first; queries to look at share what room is left. */
function annotate({ results }: Outcome, { problems, lost }: Published): void {
  for (const problem of problems.filter((each) => each !== lost)) log.warning(logLine(problem));
  for (const { title, message } of annotations(results, MAX_WARNINGS - warnings)) log.warning(logLine(message), { title: logLine(title) });
}

interface Summarising {
  readonly outcome: Outcome;
  readonly published: Published;
  readonly facts: PackFacts;
  readonly settings: Settings;
  readonly context: RunContext;
}

/** A summary that cannot be shown costs nobody their evidence. */
async function summarise({ outcome, published, facts, settings, context }: Summarising): Promise<void> {
  try {
    const { generatedAt, runUrl } = context.facts;
    const preliminary = isOpen(settings.period, generatedAt);
    const text = jobSummary(await readTemplate('job-summary.md.hbs'), { run: outcome, published, period: settings.period, preliminary, trend: facts.trend, engine: ENGINE_NAMES[settings.engine], runUrl });
    if (env['GITHUB_STEP_SUMMARY'] !== undefined) await core.summary.addRaw(text).write();
  } catch (error) {
    log.warning(logLine(`The job summary could not be written: ${(error as Error).message}`));
  }
}

/** What started the workflow, as the runner wrote it down; null where it cannot be read. */
function workflowEvent(): unknown {
  try {
    return JSON.parse(readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
  } catch {
    return null;
  }
}
