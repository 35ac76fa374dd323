import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  CALLS,
  permissionsFor
} from "./chunk-YINX7OSN.js";
import {
  daysOf,
  estimate,
  partitionPredicate,
  planRun,
  readLayout,
  readWorkgroup,
  readsOfRun,
  recordsSelect,
  roughly,
  stagingPays
} from "./chunk-MZ5EO56M.js";
import {
  size,
  usd
} from "./chunk-IBMLUYZP.js";
import {
  tablePlace
} from "./chunk-MLXIQ2LB.js";
import {
  placeOfUrl
} from "./chunk-UDZHBDGQ.js";
import {
  call
} from "./chunk-ZRF66DZE.js";
import {
  connectAws
} from "./chunk-M6NISSDN.js";
import {
  athenaClient,
  cloudTrailClient,
  require_dist_cjs2,
  s3Client
} from "./chunk-MIIZAU42.js";
import "./chunk-S66PKLIS.js";
import "./chunk-JUFBJZPS.js";
import {
  listS3Logs
} from "./chunk-4HGUZU7Z.js";
import {
  require_dist_cjs
} from "./chunk-XPYGVFDC.js";
import "./chunk-MBFMNIQA.js";
import {
  fieldName,
  lackedColumns
} from "./chunk-J7RJA2AA.js";
import {
  AwsError,
  asAwsError,
  denialOf,
  printable
} from "./chunk-4LDIQ6TC.js";
import {
  callingOf,
  clientWorld,
  listLocalLogs,
  worldOf
} from "./chunk-OXV5CZL2.js";
import "./chunk-6FZD2Q4K.js";
import "./chunk-FMZDPIGI.js";
import "./chunk-QONCPJAH.js";
import {
  parseS3Place,
  s3Object
} from "./chunk-T4ERRSQM.js";
import {
  counted,
  joined
} from "./chunk-MHNRA6J2.js";
import {
  loadPack,
  switchedOn
} from "./chunk-PQPGXULL.js";
import "./chunk-2UVDUH5S.js";
import "./chunk-UQUMPY6H.js";
import "./chunk-HZS6KROO.js";
import "./chunk-VYH7LHI6.js";
import "./chunk-RDZRKEUG.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import "./chunk-QUYZWO2B.js";
import {
  deliveryWindow,
  isInWindow
} from "./chunk-UJGNYGTX.js";
import "./chunk-32PB2WSB.js";
import "./chunk-Q6DGIV3J.js";
import "./chunk-MOC3KAUT.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-WDZTS72M.js";
import "./chunk-UBRMDZUN.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/check.ts
var import_client_s3 = __toESM(require_dist_cjs(), 1);

// src/check-archive.ts
function foundIn({ files, notRead, foldersLeftAside }, window) {
  const inside = files.filter((file) => isInWindow(file, window));
  const digests = inside.filter(({ kind }) => kind === "digest");
  const cannotBeRead = notRead.filter(({ file, outcome }) => isInWindow(file, window) && !(outcome.list === "not-read" && outcome.reason === "name appears twice"));
  return { logs: inside.filter(({ kind }) => kind !== "digest"), digests, notRead: cannotBeRead, foldersLeftAside };
}
function foundText({ logs, digests }, days) {
  const bytes = logs.reduce((sum, file) => sum + file.bytes, 0);
  const without = days.filter((day) => !logs.some(({ deliveryDay }) => deliveryDay === day));
  const named = (place) => new Set(logs.map((file) => file[place]).filter((name) => name !== null)).size;
  return [
    `${count(logs.length, "log file")} (${size(bytes)}) and ${count(digests.length, "digest")}`,
    `${count(named("account"), "account")}, ${count(named("region"), "region")}`,
    without.length === 0 ? `files on all ${days.length} days from ${days[0]} to ${days.at(-1)}` : `none on ${without.length} of the ${days.length} days from ${days[0]} to ${days.at(-1)}: ${few(without)}`
  ].join("; ");
}
function notReadText({ notRead }) {
  const details = /* @__PURE__ */ new Map();
  for (const { outcome } of notRead) if (outcome.list === "not-read") details.set(outcome.reason, [...details.get(outcome.reason) ?? [], outcome.detail]);
  const reasons = [...details].map(([reason, [first = "", ...more]]) => `${reason}, ${1 + more.length} \xD7 (${first})`);
  return `${count(notRead.length, "more file")} or ${notRead.length === 1 ? "folder" : "folders"} cannot be read, so days would be Incomplete: ${reasons.join("; ")}`;
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

// src/check-permissions.ts
var Permissions = class {
  allowed = /* @__PURE__ */ new Set();
  denied = /* @__PURE__ */ new Set();
  get areMissing() {
    return this.denied.size > 0;
  }
  wasAllowed(asked) {
    for (const permission of neededBy(asked)) this.allowed.add(nameOf(permission));
  }
  /** `told`: the permission that AWS names; null where it names none. */
  wasDenied(asked, told) {
    this.denied.add(told ?? neededBy(asked)[0]?.action ?? `${asked.service}:${asked.operation}`);
  }
  /** Nothing is called allowed but what was asked for: a run needs more. */
  text(ofRun) {
    const known = this.areMissing ? `missing: ${[...this.denied].sort().join(", ")}` : "every call was allowed";
    const untried = [...new Set(ofRun.filter(({ action }) => !this.denied.has(action)).map(nameOf))].filter((name) => !this.allowed.has(name));
    return untried.length === 0 ? known : `${known}; not tried, as only a run needs them: ${untried.join(", ")}`;
  }
};
function neededBy({ service, operation, bucket }) {
  return CALLS.find((each) => each.service === service && each.operation === operation && each.bucket === bucket)?.permissions ?? [];
}
function nameOf({ action, on }) {
  return on === "results" || on === "results bucket" || on === "staged tables" ? `${action} on ${on === "results bucket" ? "results" : on}` : action;
}

// src/check-trails.ts
var import_client_cloudtrail = __toESM(require_dist_cjs2(), 1);
var TRAILS_TOLD = 12;
var AS_THEY_STAND = "so they stand now; what was selected in the period a run tells from changes in the logs and from data-events in the settings file";
async function trailsText(asking) {
  const client = asking.clientOf(asking.region);
  try {
    const { trailList: trails = [] } = await client.send(new import_client_cloudtrail.DescribeTrailsCommand({}));
    if (trails.length === 0) return [`account ${printable(asking.account)} has no trail that reaches ${asking.region}, so the logs are those of others, or of a trail of another region alone`];
    const writing = (trail) => trail.S3BucketName === asking.bucket;
    const sorted = [...trails].sort((a, b) => Number(writing(b)) - Number(writing(a)) || nameOf2(a).localeCompare(nameOf2(b), "en"));
    const lines = [];
    for (const trail of sorted.slice(0, TRAILS_TOLD)) lines.push(`${placeOf(trail, asking.bucket)}: ${await selectionOf(trail, asking)}`);
    return [...lines, ...sorted.length > TRAILS_TOLD ? [`and ${sorted.length - TRAILS_TOLD} more trails`] : [], AS_THEY_STAND];
  } catch (error) {
    return [`not readable, and not needed by a run: ${notReadable(error, "cloudtrail:DescribeTrails")}`];
  } finally {
    client.destroy();
  }
}
async function selectionOf(trail, { clientOf, region }) {
  const client = clientOf(trail.HomeRegion ?? region);
  try {
    return selectedText(await client.send(new import_client_cloudtrail.GetEventSelectorsCommand({ TrailName: trail.TrailARN ?? trail.Name })));
  } catch (error) {
    return `not readable: ${notReadable(error, "cloudtrail:GetEventSelectors")}`;
  } finally {
    client.destroy();
  }
}
function notReadable(error, permission) {
  const denial = denialOf(error);
  if (denial !== null && denial.forbiddenBy === null) return `allow ${denial.permission ?? permission} to have them told`;
  return asAwsError(error, "the call").message;
}
var nameOf2 = ({ Name: name, TrailARN: arn }) => printable(name ?? arn ?? "a trail without a name");
function placeOf(trail, bucket) {
  const of = [
    ...trail.HomeRegion === void 0 ? [] : [printable(trail.HomeRegion)],
    trail.IsMultiRegionTrail === true ? "all regions" : "one region",
    ...trail.IsOrganizationTrail === true ? ["the organisation"] : [],
    ...bucket === null ? [] : [trail.S3BucketName === bucket ? "writes these logs" : `writes to ${printable(trail.S3BucketName ?? "no bucket")}`]
  ];
  return `${nameOf2(trail)} (${of.join(", ")})`;
}
function selectedText({ EventSelectors: basic = [], AdvancedEventSelectors: advanced = [] }) {
  const parts = advanced.length > 0 ? advanced.map(advancedPart) : basic.length > 0 ? basic.flatMap(basicParts) : ["management events"];
  return parts.length === 0 ? "no events" : [...new Set(parts)].map((part) => printable(part)).join("; ");
}
var READ_OR_WRITE = { ReadOnly: "reads only", WriteOnly: "writes only" };
function basicParts({ ReadWriteType: kind, IncludeManagementEvents: management, ExcludeManagementEventSources: excluded = [], DataResources: data = [] }) {
  const half = kind === void 0 ? void 0 : READ_OR_WRITE[kind];
  const limits = (others) => bracketed([half, ...others]);
  return [
    ...management === false ? [] : [`management events${limits([excluded.length > 0 ? `without ${joined(excluded)}` : void 0])}`],
    ...data.map(({ Type: type, Values: values = [] }) => `data events of ${type ?? "a type not stated"}${limits([values.length > 0 && values.every(isWholeService) ? void 0 : counted(values.length, "resource named", "resources named")])}`)
  ];
}
function isWholeService(value) {
  return /^arn:aws[a-z-]*:[a-z0-9]+(?::::)?$/.test(value);
}
var CLASSES = { Management: "management events", Data: "data events", NetworkActivity: "network activity events" };
function advancedPart({ FieldSelectors: fields = [] }) {
  const equal = (name) => fields.find(({ Field: field }) => field === name)?.Equals ?? [];
  const [category = ""] = equal("eventCategory");
  const of = [...equal("resources.type"), ...category === "NetworkActivity" ? equal("eventSource") : []];
  const readOnly = equal("readOnly")[0];
  const told = ["eventCategory", "resources.type", ...category === "NetworkActivity" ? ["eventSource"] : [], ...readOnly === void 0 ? [] : ["readOnly"]];
  const limits = fields.filter(({ Field: field }) => !told.includes(field ?? "")).map(fieldText);
  return `${CLASSES[category] ?? `events of category ${category}`}${of.length > 0 ? ` of ${joined(of)}` : ""}${bracketed([readOnly === void 0 ? void 0 : readOnly === "true" ? "reads only" : "writes only", ...limits])}`;
}
function fieldText({ Field: field = "a field not stated", ...conditions }) {
  const words = [["Equals", ""], ["StartsWith", "begins with "], ["EndsWith", "ends with "], ["NotEquals", "not "], ["NotStartsWith", "does not begin with "], ["NotEndsWith", "does not end with "]].flatMap(([name, word]) => conditions[name] === void 0 || conditions[name].length === 0 ? [] : [`${word}${valuesText(conditions[name])}`]);
  return `${field} ${words.join(" and ")}`;
}
var VALUES_NAMED = 3;
function valuesText(values) {
  return values.length <= VALUES_NAMED ? joined(values, "or") : `one of ${values.length} values`;
}
function bracketed(parts) {
  const given = parts.filter((part) => part !== void 0);
  return given.length === 0 ? "" : ` (${given.join("; ")})`;
}

// src/check.ts
async function check(settings, context) {
  const { athena, aws } = settings;
  if (aws === null) return checkFiles(settings);
  return athena === null ? checkBucket(settings, aws, context) : checkTable(settings, athena, aws, context);
}
var Findings = class {
  list = [];
  permissions = new Permissions();
  ddl = null;
  say(about, text, problem = false) {
    this.list.push({ about, text, problem });
  }
  /** Asks, and says what came of it; null where it was refused. */
  async ask(about, asked, ask, say) {
    try {
      const answer = await ask();
      this.permissions.wasAllowed(asked);
      if (say !== void 0) this.say(about, say(answer));
      return answer;
    } catch (error) {
      if (!(error instanceof AwsError || error instanceof EngineError || error instanceof SettingsError)) throw error;
      this.say(about, error.message, true);
      const denial = denialOf(error);
      if (denial !== null && asked.service !== "sts") this.permissions.wasDenied(asked, denial.permission);
      return null;
    }
  }
};
var ATHENA = { service: "athena", bucket: null };
var LOGS = { service: "s3", bucket: "logs" };
var TAKES_ROLE = { service: "sts", operation: "AssumeRoleWithWebIdentity", bucket: null };
async function checkTable(settings, athenaSettings, aws, context) {
  const findings = new Findings();
  const done = () => ({ title: `${athenaSettings.database}.${athenaSettings.table} for ${settings.period.label}`, findings: findings.list, ddl: findings.ddl });
  const session = await findings.ask("Identity", TAKES_ROLE, () => connectAws(aws, worldOf(context)), identityText);
  if (session === null) return done();
  const [athena, s3] = [athenaClient(session, clientWorld(context)), s3Client(session, clientWorld(context))];
  try {
    const calling = callingOf(context);
    const workgroup = await findings.ask("Workgroup", { ...ATHENA, operation: "GetWorkGroup" }, () => readWorkgroup(athena, athenaSettings, calling), workgroupText);
    const layout = await findings.ask("Table", { ...ATHENA, operation: "GetTableMetadata" }, () => readLayout(athena, athenaSettings, calling), layoutText);
    const queries = switchedOn(settings, (await loadPack(settings)).queries);
    const { found, wholeTable } = layout === null ? { found: null, wholeTable: false } : await checkLayout({ settings, athenaSettings, layout, s3, queries, context, findings });
    if (found !== null && layout !== null && workgroup !== null) checkPrice({ settings, athenaSettings, layout, workgroup, found, wholeTable, queries, context, findings });
    if (workgroup?.stageRoot != null && athenaSettings.staging !== "never") await checkStagePlace(workgroup.stageRoot, s3, context, findings);
    if (found !== null) await checkReading(s3, found, findings);
    await checkTrails(session, layout === null ? null : placeOfUrl(layout.root).bucket, context, findings);
  } finally {
    athena.destroy();
    s3.destroy();
  }
  const { permissions } = findings;
  findings.say("Permissions", permissions.text(permissionsFor(athenaSettings.staging === "never" ? "direct" : "staged", CALLS.filter(({ checkOnly }) => !checkOnly))), permissions.areMissing);
  return done();
}
async function checkBucket(settings, aws, context) {
  const findings = new Findings();
  const place = parseS3Place(settings.logs);
  const done = () => ({ title: `${settings.logs} for ${settings.period.label}`, findings: findings.list, ddl: null });
  const session = await findings.ask("Identity", TAKES_ROLE, () => connectAws(aws, worldOf(context)), identityText);
  if (session === null) return done();
  const s3 = s3Client(session, clientWorld(context));
  try {
    const window = deliveryWindow(settings.period);
    const list = () => listS3Logs(s3, place, { window, now: context.facts.generatedAt, folders: null, readsRestored: true });
    const found = await checkListing(list, window, findings);
    checkPresence(found, "logs", findings);
    if (found !== null) await checkReading(s3, found, findings);
  } finally {
    s3.destroy();
  }
  findings.say("Price", "nothing, but for requests and transfer");
  await checkTrails(session, place.bucket, context, findings);
  const { permissions } = findings;
  findings.say("Permissions", permissions.text(CALLS.filter(({ bucket }) => bucket === "logs").flatMap((each) => each.permissions)), permissions.areMissing);
  return done();
}
async function checkListing(list, window, findings) {
  const found = await findings.ask("Logs", { ...LOGS, operation: "ListObjectsV2" }, async () => foundIn(await list(), window), (all) => foundText(all, daysOf(window)));
  if (found !== null && found.notRead.length > 0) findings.say("Logs", notReadText(found), true);
  return found;
}
async function checkFiles(settings) {
  const findings = new Findings();
  findings.say("Identity", "nothing is asked of AWS");
  checkPresence(await checkListing(() => listLocalLogs(settings.logs), deliveryWindow(settings.period), findings), "logs", findings);
  findings.say("Price", "nothing");
  findings.say("Event selectors", NO_SELECTORS);
  return { title: `${settings.logs} for ${settings.period.label}`, findings: findings.list, ddl: null };
}
async function checkLayout({ settings, athenaSettings, layout, s3, queries, context, findings }) {
  const { period, scope } = settings;
  const { database, table } = athenaSettings;
  const now = context.facts.generatedAt;
  const { missingColumns } = recordsSelect(layout, { table: { database, table }, where: "true" });
  const concerned = queries.filter((query) => lackedColumns(query, missingColumns).length > 0);
  findings.say("Columns", columnsText(missingColumns, concerned, queries.length), concerned.length > 0);
  const window = deliveryWindow(period);
  const predicateOf = (allowFullScan) => partitionPredicate({ layout, table: { database, table }, window, scope, now, allowFullScan });
  const predicate = predicateOf(athenaSettings.allowFullScan);
  const { folders, ...place } = tablePlace(layout);
  if (predicate.refusal !== void 0) {
    findings.say("Partitions", predicate.refusal, true);
    findings.ddl = predicate.ddl === "" ? null : predicate.ddl;
  }
  const found = await checkListing(() => listS3Logs(s3, place, { window, now, folders, readsRestored: layout.readsRestored }), window, findings);
  checkPresence(found, "the table's place", findings);
  const aside = found?.foldersLeftAside ?? [];
  if (aside.length > 0) findings.say("Table", `${aside.join(" and ")} ${aside.length === 1 ? "stands" : "stand"} beside its logs, and it does not read ${aside.length === 1 ? "that" : "them"}: what needs their events would be Not collected`);
  if (predicate.refusal === void 0) {
    const leftOut = found === null ? [] : notProjected(layout, found.logs, scope);
    findings.say("Partitions", leftOut.length > 0 ? leftOut.join("; ") : partitionsText(layout, predicate.prunes, window), leftOut.length > 0);
  }
  const allowed = predicateOf(true);
  return { found, wholeTable: allowed.refusal === void 0 && !allowed.prunes };
}
function columnsText(missing, concerned, all) {
  if (missing.length === 0) return "all are there";
  const needed = new Set(concerned.flatMap((query) => lackedColumns(query, missing)).map(fieldName));
  return [
    `${count(missing.length, "field")} of records ${missing.length === 1 ? "is" : "are"} not in the table and read as empty: ${missing.map(fieldName).join(", ")}`,
    concerned.length === 0 ? "no query needs one of them" : `${concerned.length} of ${all} queries need ${[...needed].join(", ")}, and would be Incomplete: ${concerned.map(({ id }) => id).join(", ")}; make the table anew with the columns of setup/table.sql`
  ].join("; ");
}
function checkPresence(found, place, findings) {
  if (found?.logs.length === 0) findings.say("Logs", `no log file is there for the period, so a run would find nothing: check ${place} and the period`, true);
}
function checkPrice({ settings, athenaSettings, layout, workgroup, found: { logs: files }, wholeTable, queries, context, findings }) {
  const reads = readsOfRun(queries);
  const [staged, direct] = [estimate({ files, reads: reads.staged, staged: true, wholeTable }), estimate({ files, reads: reads.direct, staged: false, wholeTable })];
  const prices = `${roughly(staged)} ${usd(staged.costUsd)} staged (${size(staged.bytes)} scanned), ${usd(direct.costUsd)} without staging (${size(direct.bytes)})${wholeTable ? "; how much more cannot be told, since the whole table is scanned" : ""}`;
  const { database, table } = athenaSettings;
  try {
    const plan = planRun({ table: { name: { database, table }, layout, workgroup }, settings: { ...athenaSettings, allowFullScan: true }, scope: settings.scope, period: settings.period, files, queries, now: context.facts.generatedAt });
    const why = plan.notStaged ?? (athenaSettings.staging === "auto" ? `auto: ${stagingPays({ files, wholeTable }, reads) ? "it costs less" : "it would cost more"}` : athenaSettings.staging);
    findings.say("Price", `${prices}; the run ${plan.estimate.staged ? "stages" : "does not stage"} (staging: ${why})`);
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const isTold = findings.list.some(({ about, problem }) => about === "Partitions" && problem);
    findings.say("Price", isTold ? prices : `${prices}; ${error.message}`, !isTold);
  }
}
async function checkTrails(session, bucket, context, findings) {
  const clientOf = (region) => cloudTrailClient({ ...session, region }, clientWorld(context));
  for (const text of await trailsText({ clientOf, region: session.region, account: session.identity.account, bucket })) findings.say("Event selectors", text);
}
async function checkStagePlace(root, s3, context, findings) {
  const { bucket, key } = placeOfUrl(root);
  await findings.ask("Workgroup", { service: "s3", operation: "ListObjectsV2", bucket: "results" }, () => call(callingOf(context), { purpose: "staging", permission: `s3:ListBucket on ${bucket}` }, () => s3.send(new import_client_s3.ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 }))));
}
async function checkReading(s3, { logs, digests }, findings) {
  for (const file of [logs, digests].flatMap((files) => files.findLast(({ bytes }) => bytes > 0) ?? [])) {
    await findings.ask("Logs", { ...LOGS, operation: "GetObject" }, () => openOne(s3, file));
  }
}
async function openOne(s3, { path, kind }) {
  const { bucket, key } = s3Object(path);
  try {
    const { Body: body } = await s3.send(new import_client_s3.GetObjectCommand({ Bucket: bucket, Key: key, Range: "bytes=0-0" }));
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
var NO_SELECTORS = "not asked for: a run tells what was selected from changes in the logs and from data-events in the settings file";
export {
  check
};
