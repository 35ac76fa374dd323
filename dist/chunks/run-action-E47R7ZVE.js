import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  trendLines
} from "./chunk-AGDIFELD.js";
import {
  logLine
} from "./chunk-Q5FGHLH2.js";
import {
  size,
  usd
} from "./chunk-IBMLUYZP.js";
import {
  REAL_PACE
} from "./chunk-S66PKLIS.js";
import {
  bytesOf,
  collectGarbageInPauses,
  contextOf,
  endOnSignals,
  errorText,
  exitOf,
  githubToken,
  givenFromActionInputs,
  regionOf,
  seconds
} from "./chunk-KHB27AAM.js";
import "./chunk-6VGUC4OC.js";
import {
  parseResults,
  parseTrend,
  readExceptions
} from "./chunk-YRFMU5F4.js";
import "./chunk-DEBR5HQT.js";
import "./chunk-XY5P56TY.js";
import "./chunk-4LDIQ6TC.js";
import {
  NOTHING_PUBLISHED,
  cut,
  debug,
  endGroup,
  getIDToken,
  getState,
  info,
  outputsOf,
  renderMarkdown,
  saveState,
  setFailed,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning
} from "./chunk-6V5GVF7Z.js";
import {
  readTemplate
} from "./chunk-LHX63GHK.js";
import "./chunk-L7KNBXHJ.js";
import {
  parseSettings
} from "./chunk-7JJXXKQ2.js";
import {
  isOpen,
  readRegular
} from "./chunk-NX6MOXCH.js";
import {
  isSwitchedOff,
  selfTestReason
} from "./chunk-6ZBGWTTC.js";
import {
  RESULTS,
  RESULT_WORDS,
  counted
} from "./chunk-MHNRA6J2.js";
import "./chunk-4U3JR4NS.js";
import {
  frameworkNames,
  ownFrameworkNames
} from "./chunk-UQUMPY6H.js";
import "./chunk-HZS6KROO.js";
import "./chunk-VYH7LHI6.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-Q6DGIV3J.js";
import "./chunk-MOC3KAUT.js";
import "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-6DG7BXTN.js";

// src/run-action.ts
import { readFileSync } from "node:fs";

// src/publish/annotations.ts
var MAX_WARNINGS = 10;
function annotations(results, room) {
  const urgent = [
    ...results.filter(({ result }) => result === "failed"),
    ...results.filter(({ result, exceptions }) => result !== "failed" && exceptions.undecided > 0),
    ...results.filter(({ result, exceptions }) => result === "incomplete" && exceptions.undecided === 0)
  ];
  if (room <= 0 || urgent.length === 0) return [];
  const named2 = urgent.length > room ? urgent.slice(0, room - 1) : urgent;
  const left = urgent.length - named2.length;
  return [...named2.map(annotation), ...left > 0 ? [{ title: "More to look at", message: `${counted(left, "more query", "more queries")}: the job summary names ${left === 1 ? "it" : "them"}.` }] : []];
}
function annotation(found) {
  const { id, result, exceptions: { total, undecided } } = found;
  const failed = selfTestReason(found) === "self-test-missed" ? "It did not return what it must of its own test events, so its rows and its silence say nothing." : "It did not run to its end, and nothing can be said.";
  const message = result === "failed" ? failed : undecided > 0 ? `${counted(total, "exception")} noted, ${undecided} undecided.` : "Logs are missing or unreadable for something in scope.";
  return { title: `${id}: ${RESULT_WORDS[result]}`, message };
}

// src/publish/job-summary.ts
var MAX_SUMMARY_BYTES = 1e4;
var FOR_A_PERSON = ["failed", "exceptions", "incomplete", "not-evaluated", "not-collected"];
var TREND_LINES = 15;
var PROBLEMS = 10;
var PROBLEM_CHARACTERS = 400;
function jobSummary(template, input) {
  const text = render(template, input, TREND_LINES);
  return Buffer.byteLength(text) <= MAX_SUMMARY_BYTES ? text : fitted(render(template, input, 0));
}
function render(template, { run, published, period, preliminary, engine, runUrl, trend }, trendLines2) {
  const { results, verdict, spending } = run;
  const problems = [run.pdfProblem, ...published.problems].filter((problem) => problem !== null);
  return renderMarkdown(template, {
    period,
    preliminary,
    engine,
    runUrl,
    incomplete: verdict.incomplete,
    undecided: verdict.undecidedExceptions,
    queries: results.length,
    counts: RESULTS.map((result) => ({ words: RESULT_WORDS[result], count: results.filter((each) => each.result === result).length })).filter(({ count }) => count > 0),
    look: FOR_A_PERSON.map((result) => ({ words: RESULT_WORDS[result], ids: results.filter((each) => each.result === result && !isSwitchedOff(each)).map(named).join(", ") })).filter(({ ids }) => ids !== ""),
    exceptions: results.reduce((sum, { exceptions }) => sum + exceptions.total, 0),
    trend: [...trend.slice(0, trendLines2), ...trend.length > trendLines2 ? ["The rest is in the reports and in trend.json."] : []],
    links: linksOf(published),
    problems: problems.slice(0, PROBLEMS).map((problem) => shortened(problem)),
    notes: published.notes.slice(0, PROBLEMS).map((note) => shortened(note)),
    spending: spending === null ? null : { scanned: size(spending.bytesScanned), cost: usd(spending.costUsd), statements: spending.executions.length },
    evidenceId: run.evidenceId,
    manifestSha256: run.manifestSha256
  });
}
function linksOf({ zip, pdfs, commit, pullRequest, issues }) {
  return [
    ...pullRequest === null ? [] : [{ name: `Pull request ${pullRequest.number}`, url: pullRequest.url, about: "for review" }],
    ...issues.map(({ number, url, framework, state }) => ({ name: `Issue ${number}`, url, about: `${framework}, ${state}` })),
    ...commit === null ? [] : [{ ...commit.link, about: commit.isNew ? "committed" : "stood there already" }],
    ...[zip, ...pdfs].filter((artifact) => artifact !== null).map(({ name, url, bytes }) => ({ name, url, about: size(bytes) }))
  ];
}
function shortened(text) {
  return text.length <= PROBLEM_CHARACTERS ? text : `${text.slice(0, PROBLEM_CHARACTERS)}\u2026`;
}
function fitted(text) {
  let [shown, most] = [text, text.length];
  for (; Buffer.byteLength(shown) > MAX_SUMMARY_BYTES; most -= 100) shown = cut(text, most, "The rest does not fit here; the reports have it.");
  return shown;
}
function named({ id, exceptions }) {
  return exceptions.total > 0 ? `${id} (${exceptions.total})` : id;
}

// src/publish/pack-facts.ts
import { join } from "node:path";
var MAX_BYTES = 64 * 1024 * 1024;
var IDS_OF_A_QUERY = 20;
async function readPackFacts(folder) {
  const text = async (name) => (await readRegular(join(folder, name), MAX_BYTES)).toString("utf8");
  const { period, queries } = parseResults(await text("results.json"));
  const undecided = /* @__PURE__ */ new Map();
  for await (const { id, query, state } of readExceptions(folder)) {
    const ids = undecided.get(query) ?? [];
    if (state !== "decided" && ids.length < IDS_OF_A_QUERY) undecided.set(query, [...ids, id]);
  }
  return { period, results: queries, undecided, trend: trendLines(parseTrend(await text("trend.json"))) };
}

// src/terminal/actions-progress.ts
var LINES_A_PART = 10;
function actionsProgress(log2) {
  let open = false;
  let told = 0;
  const close = () => {
    if (open) log2.endGroup();
    open = false;
  };
  return {
    step: (title) => {
      close();
      log2.startGroup(logLine(title));
      [open, told] = [true, 0];
    },
    count: (done, total) => {
      const tenth = total === 0 ? 0 : Math.floor(done / total * LINES_A_PART);
      if (tenth > told) log2.info(`${done} of ${total}`);
      told = Math.max(told, tenth);
    },
    done: (summary2) => {
      close();
      log2.info(logLine(summary2));
    },
    warn: (sentence) => log2.warning(logLine(sentence))
  };
}

// src/run-action.ts
var { env } = process;
var UNDER_WAY = "athena";
var ENGINE_NAMES = { athena: "Amazon Athena", duckdb: "DuckDB" };
var warnings = 0;
var log = {
  startGroup,
  endGroup,
  info,
  warning: (message, about) => {
    warnings += 1;
    warning(message, about);
  }
};
async function runAction() {
  saveState("started", "true");
  const token = githubToken(env);
  if (token !== "") setSecret(token);
  collectGarbageInPauses();
  endOnSignals(log.warning);
  try {
    const now = seconds(/* @__PURE__ */ new Date());
    const settings = await actionSettings(now);
    const progress = actionsProgress(log);
    const publisher = settings.publish.to.length === 0 ? null : await (await import("./run-publish-LH54EMAW.js")).openPublisher(settings, { env, event: workflowEvent(), token, pace: REAL_PACE });
    const context = runContext(now, progress, publisher);
    if (settings.checkOnly) return await checkAction(settings, context);
    const { run } = await import("./run-CP5SQ4A2.js");
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
  saveState(UNDER_WAY, "");
}
function runContext(now, progress, publisher) {
  const reviewOf = publisher?.reviewOf(progress);
  return { ...actionContext(now, progress), onAthena: (underWay) => saveState(UNDER_WAY, JSON.stringify(underWay)), ...reviewOf === void 0 ? {} : { reviewOf } };
}
function tell(outcome, published) {
  for (const [name, value] of Object.entries(outputsOf(outcome, published))) setOutput(name, value);
}
async function cleanUp() {
  const text = getState(UNDER_WAY);
  if (text === "") return;
  try {
    const now = seconds(/* @__PURE__ */ new Date());
    const settings = await actionSettings(now);
    const { endRun } = await import("./run-logs-V6RAUINP.js");
    await endRun(settings, JSON.parse(text), actionContext(now, actionsProgress(log)));
    info("What the run had left in Athena is stopped and removed.");
  } catch (error) {
    warning(logLine(`What the run left in Athena could not be removed; the next run removes it. ${errorText(error).split("\n")[0] ?? ""}`));
  }
}
async function actionSettings(now) {
  return parseSettings(givenFromActionInputs(env), { door: "action", now, region: regionOf(env), readFile: bytesOf, frameworkNames: await frameworkNames(), ownFrameworkNames });
}
function actionContext(now, progress) {
  return contextOf(null, { now, progress, oidcToken: getIDToken, mask: setSecret, debug: (line) => debug(logLine(line)) });
}
async function checkAction(settings, context) {
  const [{ check }, { checkExit, checkText }] = await Promise.all([import("./check-3GXQVMMO.js"), import("./check-text-Q54MOZAO.js")]);
  const checked = await check(settings, context);
  for (const line of checkText(checked).split("\n")) info(logLine(line));
  end({ code: checkExit(checked), sentence: checkExit(checked) === 0 ? null : "Something is to mend before a run; the lines that begin with an exclamation mark say what." });
}
function end({ code, sentence }) {
  if (sentence === null) return;
  setFailed(sentence.split("\n").map(logLine).join("\n"));
  process.exitCode = code;
}
async function factsOf(outcome, settings, progress) {
  try {
    return await readPackFacts(outcome.packPath);
  } catch (error) {
    progress.warn(`Ids of exceptions and what changed are left out of what is published: the pack's file ${error.message}.`);
    return { period: settings.period, results: outcome.results, undecided: /* @__PURE__ */ new Map(), trend: [] };
  }
}
async function publish(publisher, outcome, facts, context) {
  context.progress.step("Publish the pack");
  const published = await publisher.publish(outcome, facts, context);
  const { zip, pdfs, commit, pullRequest, issues } = published;
  const places = [
    ...[zip, ...pdfs].flatMap((artifact) => artifact === null ? [] : [`artifact ${artifact.name}`]),
    ...commit === null ? [] : [`${commit.link.name} on ${commit.branch}`],
    ...pullRequest === null ? [] : [`pull request ${pullRequest.number}`],
    ...issues.map(({ number }) => `issue ${number}`)
  ];
  context.progress.done(places.join(", ") || "Nothing was published");
  for (const note of published.notes) info(logLine(note));
  return published;
}
function annotate({ results }, { problems, lost }) {
  for (const problem of problems.filter((each) => each !== lost)) log.warning(logLine(problem));
  for (const { title, message } of annotations(results, MAX_WARNINGS - warnings)) log.warning(logLine(message), { title: logLine(title) });
}
async function summarise({ outcome, published, facts, settings, context }) {
  try {
    const { generatedAt, runUrl } = context.facts;
    const preliminary = isOpen(settings.period, generatedAt);
    const text = jobSummary(await readTemplate("job-summary.md.hbs"), { run: outcome, published, period: settings.period, preliminary, trend: facts.trend, engine: ENGINE_NAMES[settings.engine], runUrl });
    if (env["GITHUB_STEP_SUMMARY"] !== void 0) await summary.addRaw(text).write();
  } catch (error) {
    log.warning(logLine(`The job summary could not be written: ${error.message}`));
  }
}
function workflowEvent() {
  try {
    return JSON.parse(readFileSync(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  } catch {
    return null;
  }
}
export {
  cleanUp,
  runAction
};
