import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  tablePlace
} from "./chunk-MFH5DUFB.js";
import {
  placeOfUrl
} from "./chunk-QPFTVDEQ.js";
import {
  connectAws
} from "./chunk-L6BHPNUX.js";
import {
  athenaClient,
  s3Client
} from "./chunk-MX232Y25.js";
import {
  listS3Logs
} from "./chunk-2X6BJOVD.js";
import {
  require_dist_cjs
} from "./chunk-YIPAMS5I.js";
import {
  loadQueries
} from "./chunk-V6Y7FW2H.js";
import "./chunk-VHPPMTIU.js";
import "./chunk-BZYZ2JED.js";
import {
  callingOf,
  clientWorld,
  findLogs,
  worldOf
} from "./chunk-2VOSUVSR.js";
import "./chunk-4X2X6UR2.js";
import "./chunk-KCGLT4MO.js";
import {
  s3Object
} from "./chunk-T4ERRSQM.js";
import "./chunk-4KXG4ZEX.js";
import "./chunk-LTWTVXJK.js";
import "./chunk-32PB2WSB.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-WDZTS72M.js";
import {
  ACCOUNT_STATEMENTS,
  daysOf,
  estimate,
  partitionPredicate,
  planRun,
  readLayout,
  readWorkgroup,
  recordsSelect,
  size,
  stagingPays,
  usd
} from "./chunk-2V442D4H.js";
import {
  call
} from "./chunk-ZRF66DZE.js";
import "./chunk-JUFBJZPS.js";
import "./chunk-MBFMNIQA.js";
import {
  AwsError,
  denialOf,
  printable
} from "./chunk-4LDIQ6TC.js";
import "./chunk-RDZRKEUG.js";
import "./chunk-MOC3KAUT.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import {
  deliveryWindow,
  isInWindow
} from "./chunk-UJGNYGTX.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import "./chunk-UBRMDZUN.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/check.ts
var import_client_s3 = __toESM(require_dist_cjs(), 1);

// src/aws/permissions.ts
var STATEMENT = [
  { action: "athena:StartQueryExecution", on: "workgroup" },
  ...on("log table", "glue:GetDatabase", "glue:GetTable", "glue:GetPartition", "glue:GetPartitions", "glue:BatchGetPartition"),
  ...on("log bucket", "s3:GetBucketLocation", "s3:ListBucket"),
  { action: "s3:GetObject", on: "logs" },
  ...on("results bucket", "s3:GetBucketLocation", "s3:ListBucket"),
  ...on("results", "s3:GetObject", "s3:PutObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts")
];
var STAGED_STATEMENT = on("staged tables", "glue:GetDatabase", "glue:GetTable", "glue:CreateTable", "glue:DeleteTable");
var CALLS = [
  call2("sts", "AssumeRoleWithWebIdentity", "takes the role; the role's trust policy allows it", []),
  call2("sts", "GetCallerIdentity", "asks whose credentials these are; needs no permission", []),
  call2("athena", "GetWorkGroup", "asks for the place of results and the limit of bytes a statement", [{ action: "athena:GetWorkGroup", on: "workgroup" }]),
  call2("athena", "GetTableMetadata", "asks for the table's columns and partition keys", [{ action: "athena:GetTableMetadata", on: "data catalogue" }, ...on("log table", "glue:GetDatabase", "glue:GetTable")]),
  call2("athena", "StartQueryExecution", "runs a query, or a statement that counts", STATEMENT),
  call2("athena", "BatchGetQueryExecution", "asks how statements are going", [{ action: "athena:BatchGetQueryExecution", on: "workgroup" }]),
  call2("athena", "GetQueryResults", "reads a small result", [{ action: "athena:GetQueryResults", on: "workgroup" }, { action: "s3:GetObject", on: "results" }]),
  call2("athena", "GetQueryRuntimeStatistics", "asks what a statement has read and written", [{ action: "athena:GetQueryRuntimeStatistics", on: "workgroup" }]),
  call2("athena", "StopQueryExecution", "stops what a run that is cancelled has under way", [{ action: "athena:StopQueryExecution", on: "workgroup" }]),
  s3("logs", "ListObjectsV2", "lists log files and digests of the period", [{ action: "s3:ListBucket", on: "log bucket" }]),
  s3("logs", "GetObject", "reads digests, and log files of which the table returned no record; all log files with the embedded engine", [{ action: "s3:GetObject", on: "logs" }]),
  s3("logs", "HeadObject", "asks whether S3 has archived an old object", [{ action: "s3:GetObject", on: "logs" }]),
  s3("results", "GetObject", "reads a large result, and the note beside a staged table", [{ action: "s3:GetObject", on: "results" }]),
  { ...call2("athena", "StartQueryExecution", "makes staged tables and drops them", STAGED_STATEMENT), staging: true },
  { ...s3("results", "ListObjectsV2", "looks for what staged tables left", [{ action: "s3:ListBucket", on: "results bucket" }]), staging: true },
  { ...s3("results", "PutObject", "writes the note beside a staged table", [{ action: "s3:PutObject", on: "results" }]), staging: true },
  { ...s3("results", "DeleteObjects", "deletes a staged table's objects", [{ action: "s3:DeleteObject", on: "results" }]), staging: true }
];
function permissionsFor(which) {
  const needed = (calls) => new Map(calls.flatMap(({ permissions }) => permissions).map((permission) => [`${permission.action} ${permission.on}`, permission]));
  const direct = needed(CALLS.filter(({ staging }) => !staging));
  const staged = needed(CALLS);
  switch (which) {
    case "direct":
      return [...direct.values()];
    case "staged":
      return [...staged.values()];
    case "staging alone":
      return [...staged].filter(([name]) => !direct.has(name)).map(([, permission]) => permission);
  }
}
function on(resource, ...actions) {
  return actions.map((action) => ({ action, on: resource }));
}
function call2(service, operation, purpose, permissions) {
  return { service, operation, bucket: null, staging: false, purpose, permissions };
}
function s3(bucket, operation, purpose, permissions) {
  return { service: "s3", operation, bucket, staging: false, purpose, permissions };
}

// src/check-archive.ts
function foundIn({ files, notRead }, window) {
  const inside = files.filter((file) => isInWindow(file, window));
  const digests = inside.filter(({ kind }) => kind === "digest");
  return { logs: inside.filter(({ kind }) => kind !== "digest"), digests, notRead: notRead.filter(({ file }) => isInWindow(file, window)).length };
}
function foundText({ logs, digests, notRead }, days, size2) {
  const bytes = logs.reduce((sum, file) => sum + file.bytes, 0);
  const without = days.filter((day) => !logs.some(({ deliveryDay }) => deliveryDay === day));
  const named = (place) => new Set(logs.map((file) => file[place]).filter((name) => name !== null)).size;
  return [
    `${count(logs.length, "log file")} (${size2(bytes)}) and ${count(digests.length, "digest")}`,
    `${count(named("account"), "account")}, ${count(named("region"), "region")}`,
    without.length === 0 ? `files on all ${days.length} days from ${days[0]} to ${days.at(-1)}` : `none on ${without.length} of the ${days.length} days from ${days[0]} to ${days.at(-1)}: ${few(without)}`,
    ...notRead === 0 ? [] : [`${count(notRead, "more file")} cannot be read as they are (archived, refused or there twice)`]
  ].join("; ");
}
function notProjected(layout, logs, scope) {
  const inScope = { account: scope.accounts.map(({ id }) => id), region: scope.regions };
  return layout.partitionKeys.flatMap(({ name, role, projection }) => {
    if (projection?.type !== "enum" || role !== "account" && role !== "region") return [];
    const wanted = inScope[role] ?? [];
    const unseen = [...new Set(logs.map((file) => file[role]))].filter((value) => value !== null && !projection.values.includes(value) && (wanted.length === 0 || wanted.includes(value)));
    return unseen.length === 0 ? [] : [`${few(unseen.map(String))} ${unseen.length === 1 ? "has" : "have"} log files, and the table leaves ${unseen.length === 1 ? "it" : "them"} out: add to projection.${name}.values, without blanks`];
  });
}
function count(number, one) {
  return `${number.toLocaleString("en-GB")} ${one}${number === 1 ? "" : "s"}`;
}
function few(names) {
  return `${names.slice(0, 3).join(", ")}${names.length > 3 ? ` and ${names.length - 3} more` : ""}`;
}

// src/check.ts
async function check(settings, context) {
  const { athena, aws } = settings;
  return athena !== null && aws !== null ? checkTable(settings, athena, aws, context) : checkFiles(settings, context);
}
var Findings = class {
  list = [];
  missing = /* @__PURE__ */ new Set();
  ddl = null;
  say(about, text, problem = false) {
    this.list.push({ about, text, problem });
  }
  /** Asks, and says what came of it; null where it was refused. */
  async ask(about, calls, ask, say) {
    try {
      const answer = await ask();
      if (say !== void 0) this.say(about, say(answer));
      return answer;
    } catch (error) {
      if (!(error instanceof AwsError || error instanceof EngineError || error instanceof SettingsError)) throw error;
      this.say(about, error.message, true);
      const denial = denialOf(error);
      if (denial !== null && calls.service !== "sts") this.missing.add(denial.permission ?? permissionOf(calls));
      return null;
    }
  }
};
function permissionOf({ service, operation, bucket }) {
  const found = CALLS.find((each) => each.service === service && each.operation === operation && each.bucket === bucket);
  return found?.permissions[0]?.action ?? `${service}:${operation}`;
}
var ATHENA = { service: "athena", bucket: null };
var LOGS = { service: "s3", bucket: "logs" };
async function checkTable(settings, athenaSettings, aws, context) {
  const findings = new Findings();
  const done = () => ({ title: `${athenaSettings.database}.${athenaSettings.table} for ${settings.period.label}`, findings: findings.list, ddl: findings.ddl });
  const session = await findings.ask("Identity", { service: "sts", operation: "AssumeRoleWithWebIdentity", bucket: null }, () => connectAws(aws, worldOf(context)), identityText);
  if (session === null) return done();
  const [athena, s32] = [athenaClient(session, clientWorld(context)), s3Client(session, clientWorld(context))];
  try {
    const calling = callingOf(context);
    const workgroup = await findings.ask("Workgroup", { ...ATHENA, operation: "GetWorkGroup" }, () => readWorkgroup(athena, athenaSettings, calling), workgroupText);
    const layout = await findings.ask("Table", { ...ATHENA, operation: "GetTableMetadata" }, () => readLayout(athena, athenaSettings, calling), layoutText);
    const found = layout === null ? null : await checkLayout({ settings, athenaSettings, layout, s3: s32, context, findings });
    if (found !== null && layout !== null && workgroup !== null) await checkPrice({ settings, athenaSettings, layout, workgroup, found, context, findings });
    if (workgroup?.stageRoot != null && athenaSettings.staging !== "never") await checkStagePlace(workgroup.stageRoot, s32, context, findings);
    if (found !== null) await checkReading(s32, found, findings);
  } finally {
    athena.destroy();
    s32.destroy();
  }
  findings.say("Event selectors", NO_SELECTORS);
  findings.say("Permissions", permissionsText(findings.missing, athenaSettings), findings.missing.size > 0);
  return done();
}
async function checkFiles(settings, context) {
  const findings = new Findings();
  const logs = await findings.ask("Identity", { service: "sts", operation: "AssumeRoleWithWebIdentity", bucket: null }, () => findLogs(settings, context), ({ caller }) => caller === null ? "nothing is asked of AWS" : identityText({ identity: caller }));
  if (logs !== null) {
    const window = deliveryWindow(settings.period);
    try {
      const found = await findings.ask("Logs", { ...LOGS, operation: "ListObjectsV2" }, async () => foundIn(await logs.list(), window), (all) => foundText(all, daysOf(window), size));
      checkPresence(found, "logs", findings);
      findings.say("Price", "nothing, but for requests and transfer where the logs are in S3");
    } finally {
      logs.close();
    }
  }
  findings.say("Event selectors", NO_SELECTORS);
  return { title: `${settings.logs} for ${settings.period.label}`, findings: findings.list, ddl: null };
}
async function checkLayout({ settings, athenaSettings, layout, s3: s32, context, findings }) {
  const { period, scope } = settings;
  const { database, table } = athenaSettings;
  const now = context.facts.generatedAt;
  const { missingColumns: missing } = recordsSelect(layout, { table: { database, table }, where: "true" });
  findings.say("Columns", missing.length === 0 ? "all are there" : `${count(missing.length, "column")} of records ${missing.length === 1 ? "is" : "are"} not in the table and read as empty: ${missing.join(", ")}`);
  const window = deliveryWindow(period);
  const predicate = partitionPredicate({ layout, table: { database, table }, window, scope, now, allowFullScan: athenaSettings.allowFullScan });
  const { folders, ...place } = tablePlace(layout);
  const listing = () => listS3Logs(s32, place, { window, now, folders, readsRestored: layout.readsRestored }).then((listed) => foundIn(listed, window));
  if (predicate.refusal !== void 0) {
    findings.say("Partitions", predicate.refusal, true);
    findings.ddl = predicate.ddl === "" ? null : predicate.ddl;
  }
  const found = await findings.ask("Logs", { ...LOGS, operation: "ListObjectsV2" }, listing, (all) => foundText(all, daysOf(window), size));
  checkPresence(found, "the table's place", findings);
  if (predicate.refusal === void 0) {
    const leftOut = found === null ? [] : notProjected(layout, found.logs, scope);
    findings.say("Partitions", leftOut.length > 0 ? leftOut.join("; ") : partitionsText(layout, predicate.prunes, window), leftOut.length > 0);
  }
  return found;
}
function checkPresence(found, place, findings) {
  if (found?.logs.length === 0) findings.say("Logs", `no log file is there for the period, so a run would find nothing: check ${place} and the period`, true);
}
async function checkPrice({ settings, athenaSettings, layout, workgroup, found: { logs: files }, context, findings }) {
  const queries = await loadQueries();
  const statements = queries.length + ACCOUNT_STATEMENTS;
  const [staged, direct] = [estimate(files, statements, true), estimate(files, statements, false)];
  const prices = `about ${usd(staged.costUsd)} staged (${size(staged.bytes)} scanned), ${usd(direct.costUsd)} without staging (${size(direct.bytes)})`;
  const { database, table } = athenaSettings;
  try {
    const plan = planRun({ table: { name: { database, table }, layout, workgroup }, settings: { ...athenaSettings, allowFullScan: true }, scope: settings.scope, period: settings.period, files, queries, now: context.facts.generatedAt });
    const why = plan.notStaged ?? (athenaSettings.staging === "auto" ? `auto: ${stagingPays(files, statements) ? "it costs less" : "it would cost more"}` : athenaSettings.staging);
    findings.say("Price", `${prices}; the run ${plan.estimate.staged ? "stages" : "does not stage"} (staging: ${why})`);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    findings.say("Price", `${prices}; ${error.message}`, !findings.list.some(({ about, problem }) => about === "Partitions" && problem));
  }
}
async function checkStagePlace(root, s32, context, findings) {
  const { bucket, key } = placeOfUrl(root);
  await findings.ask("Workgroup", { service: "s3", operation: "ListObjectsV2", bucket: "results" }, () => call(callingOf(context), { purpose: "staging", permission: `s3:ListBucket on ${bucket}` }, () => s32.send(new import_client_s3.ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 }))));
}
async function checkReading(s32, { logs, digests }, findings) {
  for (const file of [logs, digests].flatMap((files) => files.findLast(({ bytes }) => bytes > 0) ?? [])) {
    await findings.ask("Logs", { ...LOGS, operation: "GetObject" }, () => openOne(s32, file));
  }
}
async function openOne(s32, { path, kind }) {
  const { bucket, key } = s3Object(path);
  try {
    const { Body: body } = await s32.send(new import_client_s3.GetObjectCommand({ Bucket: bucket, Key: key, Range: "bytes=0-0" }));
    await body?.transformToByteArray();
  } catch (error) {
    const denial = denialOf(error);
    if (denial === null) throw new AwsError(`A ${kind === "digest" ? "digest" : "log file"} of ${bucket} could not be opened (${error instanceof Error ? error.name : "unknown error"}).`, { cause: error });
    throw new AwsError(`${kind === "digest" ? "Digests" : "Log files"} of ${bucket} may be listed but not opened: allow ${denial.permission ?? "s3:GetObject"} on ${denial.resource ?? `arn:aws:s3:::${bucket}/*`}; where a KMS key encrypts them, kms:Decrypt on it too.`, { cause: error });
  }
}
function identityText({ identity: { account, arn } }) {
  return `${printable(arn)}, account ${printable(account)}`;
}
function workgroupText({ name, output, stageRoot, cutoffBytes, choosesPlace }) {
  const place = output ?? stageRoot;
  return `${name}: ${place === null ? "Athena keeps results itself" : `results at ${place}${choosesPlace ? ", which the workgroup sets" : ""}`}; ${cutoffBytes === null ? "no limit of bytes a statement" : `cancels a statement at ${size(cutoffBytes)}`}`;
}
function layoutText({ partitionKeys, root, template }) {
  const keys = partitionKeys.map(({ name }) => name).join(", ");
  return `CloudTrail records at ${root}, ${keys === "" ? "without partitions" : `${template === null ? "with partitions of the catalogue by" : "projected by"} ${keys}`}`;
}
function partitionsText({ template }, prunes, { firstDay, lastDay }) {
  if (!prunes) return "none keep Athena from reading logs of other days: the whole table is scanned (allow-full-scan)";
  const days = `${firstDay} to ${lastDay}, of which the period and the days around it are read`;
  return template === null ? `${days}; the catalogue lists them, and was not asked: a day it does not list returns nothing` : `all are projected: ${days}`;
}
var NO_SELECTORS = "not looked at: a run tells what was selected from changes in the logs and from data-events in the settings file";
function permissionsText(missing, { staging }) {
  const untried = permissionsFor(staging === "never" ? "direct" : "staged").map(({ action }) => action).filter((action) => /:(Start|Put|Delete|Create)/.test(action));
  const rest = `not tried, since they run or write something: ${[...new Set(untried)].join(", ")}`;
  return missing.size === 0 ? `every read was allowed; ${rest}` : `missing: ${[...missing].sort().join(", ")}; ${rest}`;
}
export {
  check
};
