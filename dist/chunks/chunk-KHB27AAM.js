import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  PdfError
} from "./chunk-6VGUC4OC.js";
import {
  endEverything,
  removeLeftovers
} from "./chunk-XY5P56TY.js";
import {
  AwsError
} from "./chunk-4LDIQ6TC.js";
import {
  PublishError
} from "./chunk-L7KNBXHJ.js";
import {
  ACTION_INPUTS,
  COMMAND_LINE_INPUTS
} from "./chunk-7JJXXKQ2.js";
import {
  BrokenPackError,
  PackWriteError
} from "./chunk-NX6MOXCH.js";
import {
  lacksColumn,
  lacksLogs,
  selfTestReason
} from "./chunk-6ZBGWTTC.js";
import {
  PackError
} from "./chunk-UQUMPY6H.js";
import {
  _regex,
  array,
  int,
  nullable,
  object,
  optional,
  strictObject,
  string
} from "./chunk-HZS6KROO.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import {
  productVersion
} from "./chunk-RLU6Z4TT.js";

// src/exit-code.ts
function exitOf({ pdfProblem, verdict, results }, { pdf, failOn }, publishProblem) {
  if (publishProblem !== null) return { code: 1, sentence: publishProblem };
  if (pdfProblem !== null && pdf === "required") return { code: 1, sentence: `pdf: required, but ${pdfProblem}` };
  if (verdict.exitCode === 4) return { code: 4, sentence: `Incomplete: ${whyIncomplete(results)} (fail-on is ${failOn}).` };
  if (verdict.exitCode === 3) {
    return { code: 3, sentence: `Exceptions noted: ${verdict.undecidedExceptions} are undecided; the reports list them (fail-on is ${failOn}).` };
  }
  return { code: 0, sentence: null };
}
function whyIncomplete(results) {
  const missed = results.filter((each) => selfTestReason(each) === "self-test-missed").length;
  const failed = results.filter(({ result }) => result === "failed").length - missed;
  const judged = results.filter(({ result }) => result === "incomplete" || result === "exceptions");
  const gaps = judged.some(lacksLogs);
  const lacking = judged.filter(lacksColumn).length;
  const of = (number) => `${number} of ${results.length} queries`;
  const causes = [
    ...gaps ? ["logs are missing or unreadable for something in scope"] : [],
    ...lacking > 0 ? [`the log table lacks columns that ${of(lacking)} need`] : [],
    ...failed > 0 ? [`${of(failed)} failed`] : [],
    ...missed > 0 ? [`${of(missed)} did not return what they must in the self-test`] : []
  ];
  return `${causes.join(", and ")}; ${gaps ? "the summary in each report says for which accounts, regions and days" : "the first page of each report names them"}`;
}

// src/settings/given-inputs.ts
function givenFromActionInputs(env) {
  return Object.fromEntries(ACTION_INPUTS.flatMap(({ name, secret }) => {
    const text = secret === true ? "" : actionInput(name, env);
    return text === "" ? [] : [[name, text]];
  }));
}
function githubToken(env) {
  return actionInput("github-token", env);
}
function actionInput(name, env) {
  return env[`INPUT_${name.toUpperCase()}`]?.trim() ?? "";
}
var FLAGS = Object.fromEntries(COMMAND_LINE_INPUTS.flatMap(({ name, alias, value }) => {
  const type = value === null ? "boolean" : "string";
  return [name, ...alias === void 0 ? [] : [alias]].map((flag) => [flag, { type }]);
}));
function givenFromFlags(values) {
  return Object.fromEntries(COMMAND_LINE_INPUTS.flatMap(({ name, alias }) => {
    const older = alias === void 0 ? void 0 : values[alias];
    const value = values[name] ?? older;
    if (older !== void 0 && values[name] !== void 0) throw new SettingsError(`${name}: it is given twice, as --${name} and as --${alias}; give one of them.`);
    return typeof value === "string" || typeof value === "boolean" ? [[name, String(value)]] : [];
  }));
}
function regionOf(env) {
  for (const variable of ["AWS_REGION", "AWS_DEFAULT_REGION"]) {
    const text = env[variable]?.trim() ?? "";
    if (text !== "") return { text, variable };
  }
  return null;
}

// src/terminal/error-text.ts
var FOR_PEOPLE = [SettingsError, PackError, EngineError, PackWriteError, BrokenPackError, PdfError, PublishError, AwsError];
var CAUSE_CHARACTERS = 300;
function errorText(error) {
  if (!(error instanceof Error)) return String(error);
  if (!FOR_PEOPLE.some((type) => error instanceof type)) return error.stack ?? error.message;
  const cause = firstLine(error.cause);
  if (cause === "" || error.message.includes(cause.split(". ")[0] ?? cause)) return error.message;
  return `${error.message}
Cause: ${error instanceof EngineError ? upToQuote(cause) : cause}`;
}
function firstLine(cause) {
  if (typeof cause !== "object" || cause === null || !("message" in cause) || typeof cause.message !== "string") return "";
  const [line = ""] = cause.message.split(/[\r\n]/);
  return line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "").slice(0, CAUSE_CHARACTERS).trim();
}
function upToQuote(text) {
  return text.replace(/["'].*$/u, "\u2026");
}

// src/this-run.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { userInfo } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";

// src/store/run-facts-file.ts
import { readFileSync } from "node:fs";
var review = strictObject({
  pullRequest: int(),
  url: string(),
  mergedBy: nullable(string()),
  mergedAt: string(),
  approvals: array(strictObject({ login: string(), at: string() }))
});
var shape = object({
  run: object({
    generatedAt: string().check(_regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
    actor: string(),
    environment: string(),
    id: nullable(string()),
    url: nullable(string())
  }),
  // Packs of older versions do not know of it.
  previousPack: optional(nullable(object({ review: nullable(review) })))
});
function readRunFacts(path) {
  let json;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new SettingsError(`run-facts: "${path}" cannot be read as JSON; give the run.json of a pack.`, { cause: error });
  }
  const read = shape.safeParse(json);
  if (!read.success) throw new SettingsError(`run-facts: "${path}" holds no facts of a run; give the run.json of a pack.`);
  const { generatedAt, actor, environment, id, url } = read.data.run;
  return { facts: { generatedAt, actor, environment, runId: id, runUrl: url }, previousReview: read.data.previousPack?.review ?? null };
}

// src/this-run.ts
var STOPPED = { SIGINT: 130, SIGTERM: 143 };
function contextOf(runFactsFile, { now, progress, oidcToken, mask, debug }) {
  const { env } = process;
  const tool = { name: "cloudtrail-evidence", version: productVersion(), commit: env["GITHUB_ACTION_REF"] ?? null };
  const here = {
    generatedAt: now,
    tool,
    actor: env["GITHUB_ACTOR"] ?? userInfo().username,
    environment: `${env["GITHUB_ACTIONS"] === "true" ? "GitHub Actions" : "a local machine"}, ${process.platform} ${process.arch}, Node ${process.versions.node}`,
    runId: env["GITHUB_RUN_ID"] ?? null,
    runUrl: env["GITHUB_RUN_ID"] === void 0 ? null : `${env["GITHUB_SERVER_URL"]}/${env["GITHUB_REPOSITORY"]}/actions/runs/${env["GITHUB_RUN_ID"]}`
  };
  const aws = { env, oidcToken, mask, now: () => /* @__PURE__ */ new Date(), wait: (ms) => pause(ms), ...debug === void 0 ? {} : { debug } };
  if (runFactsFile === null) return { facts: here, env, progress, aws };
  const { facts, previousReview } = readRunFacts(runFactsFile);
  return { facts: { ...facts, tool }, env, progress, aws, reviewOf: () => Promise.resolve(previousReview) };
}
function seconds(date) {
  return `${date.toISOString().slice(0, 19)}Z`;
}
function bytesOf(path) {
  try {
    return readFileSync2(path);
  } catch {
    return null;
  }
}
function collectGarbageInPauses() {
  setFlagsFromString("--no-incremental-marking");
}
function endOnSignals(say) {
  let asked = false;
  for (const signal of Object.keys(STOPPED)) {
    process.on(signal, () => {
      const leave = () => {
        process.once("exit", removeLeftovers);
        process.exit(STOPPED[signal]);
      };
      if (asked) leave();
      asked = true;
      say(`Stopped by ${signal}; what the run had written is removed.`);
      void endEverything().finally(leave);
    });
  }
}

export {
  exitOf,
  givenFromActionInputs,
  githubToken,
  FLAGS,
  givenFromFlags,
  regionOf,
  errorText,
  contextOf,
  seconds,
  bytesOf,
  collectGarbageInPauses,
  endOnSignals
};
