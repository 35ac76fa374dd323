import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  readTemplate,
  require_lib
} from "./chunk-LHX63GHK.js";
import {
  bytesOf,
  contextOf,
  endOnSignals,
  errorText,
  exitOf,
  givenFromActionInputs,
  parseSettings,
  regionOf,
  seconds
} from "./chunk-GZDUDSSG.js";
import {
  frameworkNames,
  isOpen
} from "./chunk-TWUA46LT.js";
import "./chunk-VHPPMTIU.js";
import "./chunk-6VGUC4OC.js";
import {
  RESULTS,
  RESULT_WORDS,
  markdownWords,
  visibleLine
} from "./chunk-DQXQFMYT.js";
import {
  core_exports,
  debug,
  getIDToken,
  getState,
  info,
  saveState,
  setFailed,
  setOutput,
  setSecret,
  summary,
  warning
} from "./chunk-Y7VUSQQS.js";
import "./chunk-L7KNBXHJ.js";
import "./chunk-Y3H6DF5G.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-4LDIQ6TC.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-XRVFALA3.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/run-action.ts
import { readFileSync } from "node:fs";

// src/publish/job-summary.ts
var import_handlebars = __toESM(require_lib(), 1);
var MAX_SUMMARY_BYTES = 1e4;
var FOR_A_PERSON = ["failed", "exceptions", "incomplete", "not-evaluated", "not-collected"];
function jobSummary(template, { run, published, period, preliminary, engine, runUrl }) {
  const { results, verdict, spending } = run;
  const render = environment().compile(template, { strict: true, noEscape: true, preventIndent: true });
  const text = render({
    period,
    preliminary,
    engine,
    runUrl,
    incomplete: verdict.incomplete,
    undecided: verdict.undecidedExceptions,
    queries: results.length,
    counts: RESULTS.map((result) => ({ words: RESULT_WORDS[result], count: results.filter((each) => each.result === result).length })).filter(({ count }) => count > 0),
    look: FOR_A_PERSON.map((result) => ({ words: RESULT_WORDS[result], ids: results.filter((each) => each.result === result).map(named).join(", ") })).filter(({ ids }) => ids !== ""),
    exceptions: results.reduce((sum, { exceptions }) => sum + exceptions.total, 0),
    links: [published.zip, ...published.pdfs].filter((artifact) => artifact !== null).map(({ name, url, bytes }) => ({ name, url, size: size(bytes) })),
    problems: [run.pdfProblem, published.problem].filter((problem) => problem !== null),
    spending: spending === null ? null : { scanned: size(spending.bytesScanned), usd: spending.costUsd.toFixed(4), statements: spending.executions.length },
    evidenceId: run.evidenceId,
    manifestSha256: run.manifestSha256
  });
  if (Buffer.byteLength(text) > MAX_SUMMARY_BYTES) throw new Error(`The job summary has ${Buffer.byteLength(text)} bytes, and may have ${MAX_SUMMARY_BYTES}.`);
  return text;
}
function environment() {
  const own = import_handlebars.default.create();
  own.registerHelper({ words: (text) => markdownWords(text) });
  return own;
}
function named({ id, exceptions }) {
  return exceptions.total > 0 ? `${id} (${exceptions.total})` : id;
}
function size(bytes) {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  const power = Math.min(units.length - 1, bytes < 1e3 ? 0 : Math.floor(Math.log10(bytes) / 3));
  return power === 0 ? `${bytes} bytes` : `${(bytes / 1e3 ** power).toFixed(1)} ${units[power]}`;
}

// src/publish/outputs.ts
var NOTHING_PUBLISHED = { zip: null, pdfs: [], problem: null };
function outputsOf({ packPath, evidenceId, manifestSha256, verdict, results, spending }, { zip }) {
  return {
    result: verdict.incomplete ? "incomplete" : verdict.undecidedExceptions > 0 ? "exceptions" : "complete",
    exceptions: String(results.reduce((sum, { exceptions }) => sum + exceptions.total, 0)),
    incomplete: String(verdict.incomplete),
    "pack-path": packPath,
    "evidence-id": evidenceId,
    "manifest-sha256": manifestSha256,
    "artifact-id": zip === null ? "" : String(zip.id),
    "artifact-url": zip?.url ?? "",
    "bytes-scanned": String(spending?.bytesScanned ?? 0),
    "cost-usd": (spending?.costUsd ?? 0).toFixed(4)
  };
}

// src/terminal/log-line.ts
function logLine(text) {
  return visibleLine(text).replace(/^(\s*):(?=:)/, "$1\u27E8U+003A\u27E9").replaceAll("##[", "#\u27E8U+0023\u27E9[");
}

// src/terminal/actions-progress.ts
var LINES_A_PART = 10;
function actionsProgress(log) {
  let open = false;
  let told = 0;
  const close = () => {
    if (open) log.endGroup();
    open = false;
  };
  return {
    step: (title) => {
      close();
      log.startGroup(logLine(title));
      [open, told] = [true, 0];
    },
    count: (done, total) => {
      const tenth = total === 0 ? 0 : Math.floor(done / total * LINES_A_PART);
      if (tenth > told) log.info(`${done} of ${total}`);
      told = Math.max(told, tenth);
    },
    done: (summary2) => {
      close();
      log.info(logLine(summary2));
    },
    warn: (sentence) => log.warning(logLine(sentence))
  };
}

// src/run-action.ts
var { env } = process;
var UNDER_WAY = "athena";
var ENGINE_NAMES = { athena: "Amazon Athena", duckdb: "DuckDB" };
async function runAction() {
  saveState("started", "true");
  endOnSignals((sentence) => warning(sentence));
  try {
    const now = seconds(/* @__PURE__ */ new Date());
    const settings = await actionSettings(now);
    const artifacts = settings.publish.to.includes("artifact") ? await import("./artifact-NGUNPIYP.js") : null;
    await artifacts?.checkArtifactPlace(settings.publish, workflowEvent(), env);
    const progress = actionsProgress(core_exports);
    const context = { ...actionContext(now, progress), onAthena: (underWay) => saveState(UNDER_WAY, JSON.stringify(underWay)) };
    if (settings.checkOnly) return await checkAction(settings, context);
    const { run } = await import("./run-GNWTMP24.js");
    const outcome = await run(settings, context);
    const published = artifacts === null ? NOTHING_PUBLISHED : await inGroup(progress, () => artifacts.uploadArtifacts({ ...outcome, settings: settings.publish, env }));
    for (const [name, value] of Object.entries(outputsOf(outcome, published))) setOutput(name, value);
    await summarise(outcome, published, settings, context);
    end(exitOf(outcome, settings, published.problem));
  } catch (error) {
    end({ code: 1, sentence: errorText(error) });
  }
  saveState(UNDER_WAY, "");
}
async function cleanUp() {
  const text = getState(UNDER_WAY);
  if (text === "") return;
  try {
    const now = seconds(/* @__PURE__ */ new Date());
    const settings = await actionSettings(now);
    const { endRun } = await import("./run-logs-CC4QWNM4.js");
    await endRun(settings, JSON.parse(text), actionContext(now, actionsProgress(core_exports)));
    info("What the run had left in Athena is stopped and removed.");
  } catch (error) {
    warning(logLine(`What the run left in Athena could not be removed; the next run removes it. ${errorText(error).split("\n")[0] ?? ""}`));
  }
}
async function actionSettings(now) {
  return parseSettings(givenFromActionInputs(env), { door: "action", now, region: regionOf(env), readFile: bytesOf, frameworkNames: await frameworkNames() });
}
function actionContext(now, progress) {
  return contextOf(null, { now, progress, oidcToken: getIDToken, mask: setSecret, debug: (line) => debug(logLine(line)) });
}
async function checkAction(settings, context) {
  const [{ check }, { checkExit, checkText }] = await Promise.all([import("./check-M2OUIQ5N.js"), import("./check-text-Q54MOZAO.js")]);
  const checked = await check(settings, context);
  for (const line of checkText(checked).split("\n")) info(logLine(line));
  end({ code: checkExit(checked), sentence: checkExit(checked) === 0 ? null : "Something is to mend before a run; the lines that begin with an exclamation mark say what." });
}
function end({ code, sentence }) {
  if (sentence === null) return;
  setFailed(sentence.split("\n").map(logLine).join("\n"));
  process.exitCode = code;
}
async function inGroup(progress, upload) {
  progress.step("Upload the pack");
  const published = await upload();
  progress.done(`${[published.zip, ...published.pdfs].filter((artifact) => artifact !== null).length} artifacts`);
  return published;
}
async function summarise(outcome, published, settings, { facts }) {
  try {
    const preliminary = isOpen(settings.period, facts.generatedAt);
    const text = jobSummary(await readTemplate("job-summary.md.hbs"), { run: outcome, published, period: settings.period, preliminary, engine: ENGINE_NAMES[settings.engine], runUrl: facts.runUrl });
    if (env["GITHUB_STEP_SUMMARY"] !== void 0) await summary.addRaw(text).write();
  } catch (error) {
    warning(logLine(`The job summary could not be written: ${error.message}`));
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
