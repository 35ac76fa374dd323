import { readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { type Exit, exitOf } from './exit-code.js';
import { frameworkNames } from './pack/load-frameworks.js';
import type { Progress } from './progress.js';
import { jobSummary } from './publish/job-summary.js';
import { NOTHING_PUBLISHED, outputsOf, type Published } from './publish/outputs.js';
import type { Outcome, RunContext } from './run.js';
import type { UnderWay } from './run-logs.js';
import { givenFromActionInputs, regionOf } from './settings/given-inputs.js';
import { parseSettings } from './settings/parse-settings.js';
import { isOpen } from './settings/period.js';
import type { Settings } from './settings/settings.js';
import { readTemplate } from './store/template-files.js';
import { actionsProgress } from './terminal/actions-progress.js';
import { errorText } from './terminal/error-text.js';
import { logLine } from './terminal/log-line.js';
import { bytesOf, contextOf, endOnSignals, seconds } from './this-run.js';

const { env } = process;
/** State for the post step: what is under way in Athena; empty once nothing is. */
const UNDER_WAY = 'athena';
const ENGINE_NAMES = { athena: 'Amazon Athena', duckdb: 'DuckDB' } as const;

/** Inputs in, evidence pack out and published; outputs and summary say what came of it, the exit code what to think of it. */
export async function runAction(): Promise<void> {
  core.saveState('started', 'true');
  endOnSignals((sentence) => core.warning(sentence));
  try {
    const now = seconds(new Date());
    const settings = await actionSettings(now);
    const artifacts = settings.publish.to.includes('artifact') ? await import('./publish/artifact.js') : null;
    await artifacts?.checkArtifactPlace(settings.publish, workflowEvent(), env);
    const progress = actionsProgress(core);
    const context: RunContext = { ...actionContext(now, progress), onAthena: (underWay) => core.saveState(UNDER_WAY, JSON.stringify(underWay)) };
    if (settings.checkOnly) return await checkAction(settings, context);
    const { run } = await import('./run.js');
    const outcome = await run(settings, context);
    const published = artifacts === null ? NOTHING_PUBLISHED : await inGroup(progress, () => artifacts.uploadArtifacts({ ...outcome, settings: settings.publish, env }));
    for (const [name, value] of Object.entries(outputsOf(outcome, published))) core.setOutput(name, value);
    await summarise(outcome, published, settings, context);
    end(exitOf(outcome, settings, published.problem));
  } catch (error) {
    end({ code: 1, sentence: errorText(error) });
  }
  // A run that comes this far has ended its own statements and dropped its own tables, or said that it could not.
  core.saveState(UNDER_WAY, '');
}

/** The job's end, whatever became of it: what a run that was killed left in Athena is stopped and removed. Never fails the job. */
export async function cleanUp(): Promise<void> {
  const text = core.getState(UNDER_WAY);
  if (text === '') return;
  try {
    const now = seconds(new Date());
    const settings = await actionSettings(now);
    const { endRun } = await import('./run-logs.js');
    await endRun(settings, JSON.parse(text) as UnderWay, actionContext(now, actionsProgress(core)));
    core.info('What the run had left in Athena is stopped and removed.');
  } catch (error) {
    core.warning(logLine(`What the run left in Athena could not be removed; the next run removes it. ${errorText(error).split('\n')[0] ?? ''}`));
  }
}

async function actionSettings(now: string): Promise<Settings> {
  return parseSettings(givenFromActionInputs(env), { door: 'action', now, region: regionOf(env), readFile: bytesOf, frameworkNames: await frameworkNames() });
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

/** The toolkit tells of each step of an upload; those lines stand in a group. */
async function inGroup(progress: Progress, upload: () => Promise<Published>): Promise<Published> {
  progress.step('Upload the pack');
  const published = await upload();
  progress.done(`${[published.zip, ...published.pdfs].filter((artifact) => artifact !== null).length} artifacts`);
  return published;
}

/** A summary that cannot be shown costs nobody their evidence. */
async function summarise(outcome: Outcome, published: Published, settings: Settings, { facts }: RunContext): Promise<void> {
  try {
    const preliminary = isOpen(settings.period, facts.generatedAt);
    const text = jobSummary(await readTemplate('job-summary.md.hbs'), { run: outcome, published, period: settings.period, preliminary, engine: ENGINE_NAMES[settings.engine], runUrl: facts.runUrl });
    if (env['GITHUB_STEP_SUMMARY'] !== undefined) await core.summary.addRaw(text).write();
  } catch (error) {
    core.warning(logLine(`The job summary could not be written: ${(error as Error).message}`));
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
