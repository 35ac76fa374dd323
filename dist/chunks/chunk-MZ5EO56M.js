import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  size,
  usd
} from "./chunk-IBMLUYZP.js";
import {
  call
} from "./chunk-ZRF66DZE.js";
import {
  require_dist_cjs
} from "./chunk-JUFBJZPS.js";
import {
  closing,
  isSymbol,
  relationsRead,
  sqlTokens,
  withNames
} from "./chunk-VYH7LHI6.js";
import {
  RECORD_COLUMNS
} from "./chunk-RDZRKEUG.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import {
  deliveryWindow
} from "./chunk-UJGNYGTX.js";
import {
  sqlText
} from "./chunk-MOC3KAUT.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/engines/athena/plan.ts
var import_client_athena2 = __toESM(require_dist_cjs(), 1);

// src/pack/event-reads.ts
var GIVEN = ["events", "events_before"];
function eventReads(tokens) {
  const bodies = /* @__PURE__ */ new Map();
  const inBodies = /* @__PURE__ */ new Set();
  for (const name of withNames(tokens)) {
    const index = tokens.indexOf(name);
    const as = isSymbol(tokens[index + 1], "(") ? closing(tokens, index + 1) + 1 : index + 1;
    const body = tokens.slice(as + 2, closing(tokens, as + 1));
    bodies.set(name.text, body);
    for (const token of body) inBodies.add(token);
  }
  const main = tokens.filter((token) => !inBodies.has(token));
  const counted = /* @__PURE__ */ new Map();
  const readsOf = (part) => relationsRead(part).reduce((sum, { name }) => sum + readsOfRelation(name), 0);
  const readsOfRelation = (name) => {
    if (GIVEN.includes(name)) return 1;
    const body = bodies.get(name);
    if (body === void 0) return 0;
    const known = counted.get(name);
    if (known !== void 0) return known;
    counted.set(name, 0);
    const reads = readsOf(body);
    counted.set(name, reads);
    return reads;
  };
  return readsOf(main);
}

// src/engines/athena/estimate.ts
var MB = 1e6;
var MINIMUM_CHARGE = 10 * MB;
var USD_PER_BYTE = 5 / 1e12;
var USD_PER_OBJECT_READ = 0.4 / 1e6;
var STAGE_SHARE = 0.4;
var STAGE_OBJECTS = 30;
var ACCOUNT_READS = { staged: [1, 1, 1, 2, 1, 1, 1], direct: [1, 1, 1, 1, 1, 1] };
function readsOfRun(queries) {
  const own = queries.map(({ sql }) => eventReads(sqlTokens(sql).tokens));
  return { staged: [...ACCOUNT_READS.staged, ...own], direct: [...ACCOUNT_READS.direct, ...own] };
}
function estimate({ files, reads, staged, wholeTable }) {
  const windowBytes = files.reduce((sum, { bytes }) => sum + bytes, 0);
  const each = staged ? Math.ceil(windowBytes * STAGE_SHARE) : windowBytes;
  const scans = [...staged ? [windowBytes] : [], ...reads.map((times) => times * each)];
  return {
    staged,
    files: files.length,
    windowBytes,
    wholeTable,
    bytes: scans.reduce((sum, bytes) => sum + bytes, 0),
    costUsd: scans.reduce((sum, bytes) => sum + charged(bytes), 0) * USD_PER_BYTE
  };
}
function stagingPays({ files, wholeTable }, reads) {
  if (files.length === 0 || wholeTable) return true;
  const staged = estimate({ files, reads: reads.staged, staged: true, wholeTable });
  const direct = estimate({ files, reads: reads.direct, staged: false, wholeTable });
  const requests = (objects) => objects * USD_PER_OBJECT_READ;
  const [ofStage, ofTable] = [reads.staged, reads.direct].map((times) => times.reduce((sum, each) => sum + each, 0));
  return staged.costUsd + requests(files.length + ofStage * STAGE_OBJECTS) < direct.costUsd + requests(ofTable * files.length);
}
function checkScanLimit(expected, { maxScanBytes, staging }) {
  if (maxScanBytes === null || expected.bytes <= maxScanBytes) return;
  const how = expected.staged ? `${size(expected.windowBytes)} of logs once, and the staged table wherever a query names events` : `${size(expected.windowBytes)} of logs wherever a query names events${staging === "never" ? " (staging: never)" : ""}`;
  throw new SettingsError(
    `max-scan-gb: the run would scan ${roughly(expected)} ${size(expected.bytes)} (${how}; ${roughly(expected)} ${usd(expected.costUsd)}), and ${size(maxScanBytes)} are allowed; raise max-scan-gb, or take a shorter period${expected.staged ? "" : ", or let the run stage"}.`
  );
}
function roughly({ wholeTable }) {
  return wholeTable ? "at least" : "up to about";
}
function charged(bytesScanned) {
  return Math.max(Math.ceil(bytesScanned / MB) * MB, MINIMUM_CHARGE);
}
function spendingOf(ended) {
  const bytesCharged = ended.reduce((sum, { execution: { state, bytesScanned }, ddl }) => sum + (ddl || state === "FAILED" ? 0 : charged(bytesScanned)), 0);
  return {
    executions: ended.map(({ execution }) => execution),
    bytesScanned: ended.reduce((sum, { execution }) => sum + execution.bytesScanned, 0),
    bytesCharged,
    costUsd: bytesCharged * USD_PER_BYTE
  };
}

// src/engines/athena/identifiers.ts
var IDENTIFIER = /^[A-Za-z0-9_]+$/;
function identifier(name) {
  return `"${checked(name)}"`;
}
function ddlIdentifier(name) {
  return `\`${checked(name)}\``;
}
function qualified({ database, table }) {
  return `${identifier(database)}.${identifier(table)}`;
}
function ddlName({ database, table }) {
  return `${ddlIdentifier(database)}.${ddlIdentifier(table)}`;
}
function checked(name) {
  if (!IDENTIFIER.test(name)) throw new SettingsError(`The name ${JSON.stringify(name)} cannot be used in Athena's SQL here: it may hold letters, digits and _ only.`);
  return name;
}

// src/engines/athena/projected-days.ts
var DAY_MS = 864e5;
function daysOf({ firstDay, lastDay }) {
  const [first, last] = [Date.parse(firstDay), Date.parse(lastDay)];
  return Array.from({ length: Math.max(0, Math.round((last - first) / DAY_MS) + 1) }, (_, index) => dayText(first + index * DAY_MS));
}
var DateFormat = class _DateFormat {
  constructor(parts) {
    this.parts = parts;
  }
  parts;
  /** Null for a format with any other letter in it. */
  static of(format) {
    const parts = format.match(/yyyy|MM|dd|'[^']*'|[^A-Za-z']/g) ?? [];
    if (parts.join("") !== format || !parts.includes("yyyy")) return null;
    return parts.includes("dd") && !parts.includes("MM") ? null : new _DateFormat(parts);
  }
  /** The day in this format. */
  text(day) {
    return this.parts.map((part) => ({ yyyy: day.slice(0, 4), MM: day.slice(5, 7), dd: day.slice(8, 10) })[part] ?? (part === "''" ? "'" : part.replaceAll("'", ""))).join("");
  }
  /** True where the order of texts is the order of days. */
  get sorts() {
    return this.parts.filter((part) => /^[yMd]/.test(part)).join("").match(/^yyyy(?:MM(?:dd)?)?$/) !== null;
  }
  /** What one value stands for. */
  get unit() {
    return this.parts.includes("dd") ? "DAYS" : this.parts.includes("MM") ? "MONTHS" : "YEARS";
  }
  /** First day that a text stands for; null where it is not in this format. */
  firstDay(text) {
    let at = 0;
    const found = {};
    for (const part of this.parts) {
      const written = /^[yMd]/.test(part) ? text.slice(at, at + part.length) : part === "''" ? "'" : part.replaceAll("'", "");
      if (!text.startsWith(written, at) || /^[yMd]/.test(part) && !/^\d+$/.test(written)) return null;
      if (/^[yMd]/.test(part)) found[part] = written;
      at += written.length;
    }
    const day = `${found["yyyy"]}-${found["MM"] ?? "01"}-${found["dd"] ?? "01"}`;
    return at === text.length && dayText(Date.parse(day)) === day ? day : null;
  }
};
function missingDays(projection, format, window, now) {
  const [from, to] = [rangeEnd(projection.range[0], format, now), rangeEnd(projection.range[1], format, now)];
  if (from === null || to === null) return `its range ${projection.range.join(",")} is neither in the format ${projection.format} nor counted from NOW`;
  const unit = projection.unit?.replace(/S?$/, "S") ?? format.unit;
  if (projection.interval !== 1 || unit !== format.unit && !FINER.includes(unit)) return `its interval is ${projection.interval} ${unit}, which leaves days out`;
  const today = now.slice(0, 10);
  const of = (day) => format.text(day);
  const [first, last] = [startOf(from, format), startOf(to, format)];
  return daysOf(window).filter((day) => day <= today && of(day) !== of(from) && of(day) !== of(to) && (day < first || day > last));
}
var FINER = ["HOURS", "MINUTES", "SECONDS"];
function startOf(day, format) {
  return format.unit === "DAYS" ? day : format.unit === "MONTHS" ? `${day.slice(0, 7)}-01` : `${day.slice(0, 4)}-01-01`;
}
function rangeEnd(text, format, now) {
  const relative = /^NOW\s*(?:([+-])\s*(\d+)\s*(YEAR|MONTH|WEEK|DAY|HOUR|MINUTE|SECOND)S?)?$/i.exec(text.trim());
  if (relative === null) return format.firstDay(text);
  const [, sign, count = "0", unit = "DAY"] = relative;
  return moved(now, Number(count) * (sign === "-" ? -1 : 1), unit.toUpperCase());
}
var UNIT_MS = { WEEK: 7 * DAY_MS, DAY: DAY_MS, HOUR: 36e5, MINUTE: 6e4, SECOND: 1e3 };
function moved(now, count, unit) {
  const date = new Date(now);
  const ms = UNIT_MS[unit];
  if (ms !== void 0) return dayText(date.getTime() + count * ms);
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + count * (unit === "YEAR" ? 12 : 1);
  const [year, month] = [Math.floor(months / 12), (months % 12 + 12) % 12];
  return dayText(Date.UTC(year, month, Math.min(date.getUTCDate(), new Date(Date.UTC(year, month + 1, 0)).getUTCDate())));
}
function dayText(time) {
  return Number.isNaN(time) ? "" : new Date(time).toISOString().slice(0, 10);
}

// src/engines/athena/table-ddl.ts
function projectedTableDdl({ table, location, accounts, regions }) {
  const { base, account } = placeOfLogs(location);
  const named = accounts.length > 0 ? accounts : account === null ? [] : [account];
  const properties = [
    ["projection.enabled", "true"],
    ...named.length > 0 ? [["projection.account.type", "enum"], ["projection.account.values", named.join(",")]] : [["projection.account.type", "injected"]],
    ["projection.region.type", "enum"],
    ["projection.region.values", (regions.length > 0 ? regions : REGIONS).join(",")],
    ["projection.day.type", "date"],
    ["projection.day.format", "yyyy/MM/dd"],
    // CloudTrail's first year.
    ["projection.day.range", "2013/11/01,NOW"],
    ["projection.day.interval", "1"],
    ["projection.day.interval.unit", "DAYS"],
    ["storage.location.template", `${base}\${account}/CloudTrail/\${region}/\${day}`]
  ];
  return `CREATE EXTERNAL TABLE ${ddlName(table)} (
${COLUMNS.map(([name, type]) => `  ${name} ${type}`).join(",\n")}
)
PARTITIONED BY (account STRING, region STRING, day STRING)
ROW FORMAT SERDE 'org.apache.hive.hcatalog.data.JsonSerDe'
STORED AS INPUTFORMAT 'com.amazon.emr.cloudtrail.CloudTrailInputFormat'
OUTPUTFORMAT 'org.apache.hadoop.hive.ql.io.HiveIgnoreKeyTextOutputFormat'
LOCATION ${sqlText(base)}
TBLPROPERTIES (
${properties.map(([name, value]) => `  ${sqlText(name)} = ${sqlText(value)}`).join(",\n")}
)`;
}
function placeOfLogs(location) {
  const found = /^(.*?\/AWSLogs\/(?:o-[a-z0-9]+\/)?)(?:(\d{12})\/.*)?$/.exec(location);
  if (found) return { base: found[1] ?? "", account: found[2] ?? null };
  return { base: `${location}AWSLogs/`, account: null };
}
var COLUMNS = [
  ["eventversion", "STRING"],
  ["useridentity", `STRUCT<
    type: STRING, principalid: STRING, arn: STRING, accountid: STRING, invokedby: STRING, accesskeyid: STRING, username: STRING, identityprovider: STRING,
    onbehalfof: STRUCT<userid: STRING, identitystorearn: STRING>,
    sessioncontext: STRUCT<
      attributes: STRUCT<mfaauthenticated: STRING, creationdate: STRING>,
      sessionissuer: STRUCT<type: STRING, principalid: STRING, arn: STRING, accountid: STRING, username: STRING>,
      sourceidentity: STRING, signinsessionarn: STRING, ec2roledelivery: STRING,
      webidfederationdata: STRUCT<federatedprovider: STRING, attributes: MAP<STRING, STRING>>>>`],
  ["eventtime", "STRING"],
  ["eventsource", "STRING"],
  ["eventname", "STRING"],
  ["awsregion", "STRING"],
  ["sourceipaddress", "STRING"],
  ["useragent", "STRING"],
  ["errorcode", "STRING"],
  ["errormessage", "STRING"],
  ["requestparameters", "STRING"],
  ["responseelements", "STRING"],
  ["additionaleventdata", "STRING"],
  ["requestid", "STRING"],
  ["eventid", "STRING"],
  ["readonly", "STRING"],
  ["resources", "ARRAY<STRUCT<arn: STRING, accountid: STRING, type: STRING>>"],
  ["eventtype", "STRING"],
  ["apiversion", "STRING"],
  ["managementevent", "STRING"],
  ["recipientaccountid", "STRING"],
  ["serviceeventdetails", "STRING"],
  ["sharedeventid", "STRING"],
  ["vpcendpointid", "STRING"],
  ["vpcendpointaccountid", "STRING"],
  ["eventcategory", "STRING"],
  ["addendum", "STRUCT<reason: STRING, updatedfields: STRING, originalrequestid: STRING, originaleventid: STRING>"],
  ["sessioncredentialfromconsole", "STRING"],
  ["edgedevicedetails", "STRING"],
  ["tlsdetails", "STRUCT<tlsversion: STRING, ciphersuite: STRING, clientprovidedhostheader: STRING>"]
];
var REGIONS = [
  "us-east-1",
  "us-east-2",
  "us-west-1",
  "us-west-2",
  "af-south-1",
  "ap-east-1",
  "ap-east-2",
  "ap-northeast-1",
  "ap-northeast-2",
  "ap-northeast-3",
  "ap-south-1",
  "ap-south-2",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
  "ap-southeast-4",
  "ap-southeast-5",
  "ap-southeast-6",
  "ap-southeast-7",
  "ca-central-1",
  "ca-west-1",
  "eu-central-1",
  "eu-central-2",
  "eu-north-1",
  "eu-south-1",
  "eu-south-2",
  "eu-west-1",
  "eu-west-2",
  "eu-west-3",
  "il-central-1",
  "me-central-1",
  "me-south-1",
  "mx-central-1",
  "sa-east-1"
];

// src/engines/athena/partition-predicate.ts
function partitionPredicate(input) {
  const { layout } = input;
  const conditions = [];
  for (const key of layout.partitionKeys) {
    const found = keyCondition(key, input);
    if (typeof found !== "string") return found;
    if (found !== "") conditions.push(found);
  }
  const days = dayCondition(input);
  if (typeof days !== "string") return days;
  if (days === "" && !input.allowFullScan) return unpartitioned(input);
  return { sql: [days, ...conditions, ...pathConditions(layout, input.window)].filter((sql) => sql !== "").join("\n  AND ") || "true", prunes: days !== "" };
}
function keyCondition(key, { scope, table }) {
  const { projection, role, name } = key;
  if (projection === null) return "";
  if (projection.type === "unreadable") return refused(`The table's projection of ${name} cannot be read: ${projection.why}. Mend the table's properties.`);
  const wanted = role === "account" ? scope.accounts.map(({ id }) => id) : role === "region" ? regionsOf(scope) : [];
  if (projection.type === "injected") {
    return wanted.length > 0 ? oneOf(name, wanted) : refused(`The table's key ${name} is injected, so Athena wants its values named: ${INJECTED_FIXES[role]}.`);
  }
  if (projection.type === "enum") {
    const unseen = (role === "region" ? scope.regions : wanted).filter((value) => !projection.values.includes(value));
    if (unseen.length > 0) {
      const values = [...projection.values, ...unseen].join(",");
      return { refusal: `The table's projection of ${name} leaves out ${unseen.join(", ")}, which the scope names: add what is missing to projection.${name}.values, without blanks.`, ddl: `ALTER TABLE ${ddlName(table)} SET TBLPROPERTIES (${sqlText(`projection.${name}.values`)} = ${sqlText(values)})` };
    }
  }
  return "";
}
var INJECTED_FIXES = {
  account: "name the accounts under scope in the settings file",
  region: "name the regions under scope in the settings file",
  date: "project it as date",
  year: "project it as integer",
  month: "project it as integer",
  day: "project it as integer",
  other: "project it as enum"
};
function regionsOf({ regions }) {
  return regions.length === 0 ? [] : [.../* @__PURE__ */ new Set([...regions, "us-east-1"])];
}
function dayCondition(input) {
  const { layout, window } = input;
  const { date, year, month, day } = dayKeys(layout);
  if (date !== void 0) return date.projection?.type === "date" ? projectedDate(date, date.projection, input) : listedDate(date, input);
  if (year === void 0 || month === void 0) return "";
  const unmade = [[year, 0, 4], [month, 5, 7], ...day === void 0 ? [] : [[day, 8, 10]]].flatMap(([key, from, to]) => {
    const values = [...new Set(daysOf(window).map((date2) => date2.slice(from, to)))].filter((value) => !makes(key, value));
    return values.length === 0 ? [] : [`The table's projection of ${key.name} leaves out ${values.join(", ")}, which the days ${window.firstDay} to ${window.lastDay} need: widen projection.${key.name}.${rangeProperty(key)}.`];
  });
  return unmade.length > 0 ? refused(unmade.join(" ")) : yearMonthDay(year, month, day, window);
}
function dayKeys({ partitionKeys }) {
  const byRole = (role) => partitionKeys.find((key) => key.role === role);
  return { date: byRole("date"), year: byRole("year"), month: byRole("month"), day: byRole("day") };
}
function isByDay(layout) {
  const { date, year, month, day } = dayKeys(layout);
  if (date !== void 0) return date.projection?.type !== "date" || DateFormat.of(date.projection.format)?.unit === "DAYS";
  return year !== void 0 && month !== void 0 && day !== void 0;
}
function makes({ projection }, value) {
  if (projection?.type === "integer") {
    const [[from, to], number] = [projection.range, Number(value)];
    return number >= from && number <= to && (number - from) % projection.interval === 0;
  }
  return projection?.type !== "enum" || projection.values.includes(value) || projection.values.includes(String(Number(value)));
}
function projectedDate(key, projection, { window, now, table }) {
  const format = DateFormat.of(projection.format);
  if (format === null) return refused(`The table projects ${key.name} in the format ${projection.format}, which cannot be compared with days here: use yyyy/MM/dd.`);
  const missing = missingDays(projection, format, window, now);
  if (typeof missing === "string") return refused(`The table's projection of ${key.name} cannot be used: ${missing}.`);
  if (missing.length > 0) {
    const begin = format.text(window.firstDay);
    return {
      refusal: `The table's projection of ${key.name} has the range ${projection.range.join(",")} and leaves out ${spanOf(missing)}, of the days ${window.firstDay} to ${window.lastDay} that the period needs: widen projection.${key.name}.range.`,
      ddl: `ALTER TABLE ${ddlName(table)} SET TBLPROPERTIES (${sqlText(`projection.${key.name}.range`)} = ${sqlText(`${begin},NOW`)})`
    };
  }
  const values = [...new Set(daysOf(window).map((day) => format.text(day)))];
  if (!format.sorts) return oneOf(key.name, values);
  return `${identifier(key.name)} >= ${sqlText(values[0] ?? "")} AND ${identifier(key.name)} <= ${sqlText(values.at(-1) ?? "")}`;
}
function listedDate(key, { window, now }) {
  const { name, type } = key;
  const written = (day) => [day, day.replaceAll("-", "/"), day.replaceAll("-", "")].filter((text) => makes(key, text));
  const missing = daysOf(window).filter((day) => day <= now.slice(0, 10) && written(day).length === 0);
  if (missing.length > 0) return refused(`The table's projection of ${name} leaves out ${spanOf(missing)}, of the days ${window.firstDay} to ${window.lastDay} that the period needs: widen projection.${name}.${rangeProperty(key)}.`);
  if (type.kind === "primitive" && type.name === "date") return `${identifier(name)} >= DATE ${sqlText(window.firstDay)} AND ${identifier(name)} <= DATE ${sqlText(window.lastDay)}`;
  if (type.kind === "primitive" && INTEGERS.includes(type.name)) return `${identifier(name)} >= ${window.firstDay.replaceAll("-", "")} AND ${identifier(name)} <= ${window.lastDay.replaceAll("-", "")}`;
  return oneOf(name, daysOf(window).flatMap(written));
}
function rangeProperty({ projection }) {
  return projection?.type === "enum" ? "values" : "range";
}
function spanOf(days) {
  return days.length === 1 ? days[0] ?? "" : `${days[0]} to ${days.at(-1)} (${days.length} days)`;
}
var INTEGERS = ["tinyint", "smallint", "int", "integer", "bigint"];
function yearMonthDay(year, month, day, window) {
  const months = /* @__PURE__ */ new Map();
  for (const date of daysOf(window)) months.set(date.slice(0, 7), [...months.get(date.slice(0, 7)) ?? [], date.slice(8)]);
  const parts = [...months].map(([yearMonth, days]) => {
    const [y = "", m = ""] = yearMonth.split("-");
    const whole = day === void 0 || days.length === new Date(Date.UTC(Number(y), Number(m), 0)).getUTCDate();
    return `(${keyIs(year, [y])} AND ${keyIs(month, [m])}${whole ? "" : ` AND ${keyIs(day, days)}`})`;
  });
  return parts.length === 1 ? parts[0] ?? "" : `(${parts.join("\n    OR ")})`;
}
function keyIs({ name, type, projection }, values) {
  if (type.kind === "primitive" && INTEGERS.includes(type.name)) return `${identifier(name)} IN (${values.map(Number).join(", ")})`;
  if (projection?.type === "integer") return oneOf(name, values.map((value) => String(Number(value)).padStart(projection.digits ?? 1, "0")));
  if (projection?.type === "enum") return oneOf(name, values.flatMap((value) => [value, String(Number(value))].filter((written) => projection.values.includes(written))));
  return oneOf(name, values.flatMap((value) => value.startsWith("0") ? [value, value.slice(1)] : [value]));
}
function oneOf(name, values) {
  return values.length === 1 ? `${identifier(name)} = ${sqlText(values[0] ?? "")}` : `${identifier(name)} IN (${values.map(sqlText).join(", ")})`;
}
function pathConditions(layout, window) {
  const { template, location } = layout;
  if (template !== null && isByDay(layout) && /\/CloudTrail(?:-Insight|-NetworkActivity)?\/(?:\$\{[^}]+\}|[a-z0-9-]+)\/(?:\$\{[^}]+\}\/?)+$/.test(template)) return [];
  const folder = /\/CloudTrail(?:-Insight|-NetworkActivity)?\/(?!.*AWSLogs\/)/.test(location) ? [] : [CLOUDTRAIL_FOLDERS];
  const [first, last] = [window.firstDay.replaceAll("-", ""), window.lastDay.replaceAll("-", "")];
  return [...folder, `COALESCE(${FOLDER_DAY}, ${NAME_DAY}, ${sqlText(first)}) BETWEEN ${sqlText(first)} AND ${sqlText(last)}`];
}
var CLOUDTRAIL_FOLDERS = `COALESCE(regexp_extract("$path", '/AWSLogs/(?:o-[a-z0-9]+/)?[0-9]{12}/([^/]+)/', 1), 'CloudTrail') IN ('CloudTrail', 'CloudTrail-Insight', 'CloudTrail-NetworkActivity')
  AND strpos("$path", '_CloudTrail-Digest_') = 0`;
var FOLDER_DAY = `replace(regexp_extract("$path", '/AWSLogs/(?:o-[a-z0-9]+/)?[0-9]{12}/[^/]+/(?:[a-z]{2,4}(?:-[a-z]+)+-[0-9]+/)?([0-9]{4}/[0-9]{2}/[0-9]{2})/', 1), '/', '')`;
var NAME_DAY = `regexp_extract("$path", '/[0-9]{12}_CloudTrail(?:-[A-Za-z]+)?_[a-z]{2,4}(?:-[a-z]+)+-[0-9]+_(?:[^/]*_)?([0-9]{8})T[0-9]{4}(?:[0-9]{2})?Z[^/]*$', 1)`;
function refused(refusal) {
  return { refusal, ddl: "" };
}
function unpartitioned(input) {
  const { layout, table, scope } = input;
  return {
    refusal: `The table ${table.database}.${table.table} has no partition key that holds days, so every query would read all of ${layout.location}: make the projected table that is printed here and name it, or allow it with allow-full-scan.`,
    ddl: projectedTableDdl({ table: { ...table, table: `${table.table}_by_day` }, location: layout.location, accounts: scope.accounts.map(({ id }) => id), regions: [] })
  };
}

// src/engines/athena/records-sql.ts
function recordsSelect(layout, { table, where, excludedPaths = [] }) {
  const fields = Object.entries(RECORD_COLUMNS).map(([column, path]) => column === "resources" ? ["resource_arns", resourceArns(layout)] : [column, fieldOf(layout, path)]);
  const columns = [...fields.map(([column, field]) => `  ${field ?? NO_VALUE} AS ${column}`), `  ${PATH_ACCOUNT} AS path_account`, `  ${sourceFile(layout)} AS source_file`];
  const excluded = excludedPaths.length === 0 ? "" : `
  AND "$path" NOT IN (${excludedPaths.map(sqlText).join(", ")})`;
  return {
    sql: `SELECT
${columns.join(",\n")}
FROM ${qualified(table)}
WHERE ${where}${excluded}`,
    missingColumns: fields.filter(([, field]) => field === null).map(([column]) => column)
  };
}
var NO_VALUE = "CAST(NULL AS varchar)";
function fieldOf(layout, path) {
  const [first = "", ...rest] = path.split(".");
  const type = layout.columns.get(first.toLowerCase());
  return type === void 0 ? null : within(type, identifier(first.toLowerCase()), rest);
}
function within(type, sql, rest) {
  const [next, ...after] = rest;
  if (next === void 0) return type.kind === "primitive" ? asText(type.name, sql) : null;
  switch (type.kind) {
    case "struct": {
      const field = type.fields.get(next.toLowerCase());
      return field === void 0 ? null : within(field, `${sql}.${identifier(next.toLowerCase())}`, after);
    }
    case "map": {
      if (after.length > 0 || type.value.kind !== "primitive") return null;
      const held = [next, next.toLowerCase()].map((key) => asText(typeName(type.value), `element_at(${sql}, ${sqlText(key)})`));
      return `COALESCE(${held.join(", ")})`;
    }
    case "primitive":
      return isText(type.name) ? `json_extract_scalar(${sql}, ${sqlText(`$.${rest.join(".")}`)})` : null;
    case "array":
      return null;
  }
}
function resourceArns(layout) {
  const type = layout.columns.get("resources");
  if (type?.kind !== "array" || type.element.kind !== "struct" || type.element.fields.get("arn")?.kind !== "primitive") return null;
  return `NULLIF(array_join(transform(${identifier("resources")}, resource -> resource.${identifier("arn")}), chr(10)), '')`;
}
function asText(type, sql) {
  return isText(type) ? sql : `CAST(${sql} AS varchar)`;
}
function isText(type) {
  return type === "string" || type.startsWith("varchar");
}
function typeName(type) {
  return type.kind === "primitive" ? type.name : "";
}
function sourceFile({ root }) {
  const below = `CASE WHEN starts_with("$path", ${sqlText(root)}) THEN substr("$path", ${[...root].length + 1}) ELSE "$path" END`;
  return `COALESCE(regexp_extract("$path", '/(AWSLogs/(?:o-[a-z0-9]+/)?[0-9]{12}/.*)', 1), regexp_extract("$path", '/(AWSLogs/.*)', 1), ${below})`;
}
var PATH_ACCOUNT = `COALESCE(regexp_extract("$path", '/AWSLogs/(?:o-[a-z0-9]+/)?([0-9]{12})/', 1), regexp_extract("$path", '/([0-9]{12})_CloudTrail(?:-[A-Za-z]+)?_[^/]*$', 1))`;

// src/engines/athena/hive-type.ts
var MAXIMUM_DEPTH = 32;
function parseHiveType(text) {
  const tokens = text.toLowerCase().match(/`[^`]*`|[<>:,()]|[^\s<>:,()`]+/g) ?? [];
  const reader = new TypeReader(tokens);
  const type = reader.type(0);
  return type !== null && reader.atEnd() ? type : null;
}
var TypeReader = class {
  constructor(tokens) {
    this.tokens = tokens;
  }
  tokens;
  at = 0;
  atEnd() {
    return this.at === this.tokens.length;
  }
  type(depth) {
    const name = this.tokens[this.at++];
    if (name === void 0 || depth > MAXIMUM_DEPTH || !/^[a-z]/.test(name)) return null;
    if (this.tokens[this.at] !== "<") return this.primitive(name);
    this.at += 1;
    if (name === "struct") return this.struct(depth);
    if (name === "array") return this.array(depth);
    return name === "map" ? this.map(depth) : null;
  }
  /** With what stands in parentheses: `decimal(10,2)`. */
  primitive(name) {
    if (!this.accept("(")) return { kind: "primitive", name };
    const end = this.tokens.indexOf(")", this.at);
    if (end === -1) return null;
    const parameters = this.tokens.slice(this.at, end).join("");
    this.at = end + 1;
    return { kind: "primitive", name: `${name}(${parameters})` };
  }
  struct(depth) {
    const fields = /* @__PURE__ */ new Map();
    while (!this.accept(">")) {
      if (fields.size > 0 && !this.accept(",")) return null;
      const name = this.tokens[this.at++]?.replaceAll("`", "");
      if (name === void 0 || !this.accept(":")) return null;
      const type = this.type(depth + 1);
      if (type === null) return null;
      fields.set(name, type);
    }
    return { kind: "struct", fields };
  }
  array(depth) {
    const element = this.type(depth + 1);
    return element !== null && this.accept(">") ? { kind: "array", element } : null;
  }
  map(depth) {
    const key = this.type(depth + 1);
    const value = key !== null && this.accept(",") ? this.type(depth + 1) : null;
    return key !== null && value !== null && this.accept(">") ? { kind: "map", key, value } : null;
  }
  accept(token) {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }
};

// src/engines/athena/projection.ts
function projectionOf(key, properties) {
  const property = (name) => properties.get(`projection.${key}.${name}`);
  const type = property("type")?.trim().toLowerCase();
  if (type === void 0) return null;
  const interval = Number(property("interval")?.trim() ?? "1");
  const [from, to] = (property("range") ?? "").split(",").map((end) => end.trim());
  switch (type) {
    case "enum":
      return { type, values: (property("values") ?? "").split(",") };
    case "injected":
      return { type };
    case "integer":
      return { type, digits: property("digits") === void 0 ? null : Number(property("digits")), range: [Number(from), Number(to)], interval };
    case "date": {
      const format = property("format");
      if (format === void 0 || !from || !to) return { type: "unreadable", why: `projection.${key}.format or projection.${key}.range is missing` };
      return { type, format, range: [from, to], interval, unit: property("interval.unit")?.trim().toUpperCase() ?? null };
    }
    default:
      return { type: "unreadable", why: `projection.${key}.type is ${type}` };
  }
}

// src/engines/athena/table-layout.ts
var REQUIRED_COLUMNS = ["eventid", "eventtime", "eventsource", "eventname", "useridentity"];
function tableLayout({ columns: told, partitionKeys, parameters, location }) {
  const columns = /* @__PURE__ */ new Map();
  for (const { name, type: text } of told) {
    const type = parseHiveType(text);
    if (type === null) return `The table's column ${name} has a type that cannot be read (${text.slice(0, 80)}): name a table of CloudTrail records.`;
    columns.set(name.toLowerCase(), type);
  }
  const missing = REQUIRED_COLUMNS.filter((name) => !columns.has(name));
  if (missing.length > 0) return `The table is not one of CloudTrail records: it has no column ${missing.join(", ")}. Name the table made for the trail, as in https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table.html.`;
  if (location === "") return "The table has no location, as a view has none: rows could not be led back to log objects. Name the table under the view.";
  const properties = lowerCaseNames(parameters);
  const projected = properties.get("projection.enabled")?.trim().toLowerCase() === "true";
  const template = projected ? properties.get("storage.location.template") ?? null : null;
  return {
    columns,
    partitionKeys: keysOf(partitionKeys, (name) => projected ? projectionOf(name, properties) : null, template),
    location: withSlash(location),
    template,
    root: template === null ? withSlash(location) : template.slice(0, staticEnd(template)),
    serde: properties.get("serde.serialization.lib") ?? "",
    readsRestored: properties.get("read_restored_glacier_objects")?.trim().toLowerCase() === "true"
  };
}
function staticEnd(template) {
  const first = template.indexOf("${");
  return template.lastIndexOf("/", first === -1 ? template.length : first) + 1;
}
function keysOf(keys, projection, template) {
  const names = keys.map(({ name }) => name.toLowerCase());
  return keys.map(({ name: given, type }) => {
    const name = given.toLowerCase();
    const found = projection(name);
    return { name, type: parseHiveType(type) ?? { kind: "primitive", name: type.toLowerCase() }, projection: found, role: roleOf(name, found, template, names) };
  });
}
function roleOf(name, projection, template, names) {
  if (projection?.type === "date") return "date";
  const placed = /AWSLogs\/(?:o-[a-z0-9]+\/|\$\{[^}]+\}\/(?=\$\{[^}]+\}\/CloudTrail))?(?:\$\{([^}]+)\}|[0-9]+)\/CloudTrail[^/]*\/(?:\$\{([^}]+)\})?/i.exec(template ?? "");
  if (placed?.[1]?.toLowerCase() === name) return "account";
  if (placed?.[2]?.toLowerCase() === name) return "region";
  return roleByName(name, names);
}
function roleByName(name, names) {
  const part = (role) => new RegExp(`^(?:[a-z]+_)?${role}$`).test(name);
  if (part("year") || part("month")) return part("year") ? "year" : "month";
  const dated = names.some((other) => other.endsWith("year")) && names.some((other) => other.endsWith("month"));
  if (part("day")) return dated ? "day" : "date";
  if (/^(?:[a-z]+_)?(?:dt|ds|date|timestamp|partition_?date)$/.test(name)) return "date";
  if (/^(?:aws_?|recipient_?)?(?:account|acct)(?:_?(?:id|number))?$/.test(name)) return "account";
  return /^(?:aws_?)?region(?:_?(?:name|code|id))?$/.test(name) ? "region" : "other";
}
function lowerCaseNames(parameters) {
  return new Map(Object.entries(parameters).map(([name, value]) => [name.toLowerCase(), value]));
}
function withSlash(place) {
  return place.endsWith("/") ? place : `${place}/`;
}

// src/engines/athena/workgroup.ts
var import_client_athena = __toESM(require_dist_cjs(), 1);
var ENGINE_VERSION = "Athena engine version 3";
async function readWorkgroup(athena, { workgroup: name, output: given }, calling) {
  const { WorkGroup: workgroup } = await call(calling, { purpose: "athena-workgroup", permission: "athena:GetWorkGroup" }, () => athena.send(new import_client_athena.GetWorkGroupCommand({ WorkGroup: name }))).catch((error) => {
    if (!isNotThere(error)) throw error;
    throw new SettingsError(`athena-workgroup: there is no workgroup "${name}" in this region; check athena-workgroup and aws-region.`, { cause: error });
  });
  if (workgroup?.State === "DISABLED") throw new SettingsError(`athena-workgroup: "${name}" is disabled; enable it, or name another.`);
  const configuration = workgroup?.Configuration ?? {};
  const version = configuration.EngineVersion?.EffectiveEngineVersion ?? ENGINE_VERSION;
  if (version !== ENGINE_VERSION) throw new SettingsError(`athena-workgroup: "${name}" runs ${version}; set it to ${ENGINE_VERSION}, or name another.`);
  const own = withSlash2(configuration.ResultConfiguration?.OutputLocation ?? null);
  const managed = configuration.ManagedQueryResultsConfiguration?.Enabled === true;
  const enforced = configuration.EnforceWorkGroupConfiguration === true && !managed && own !== null;
  const output = withSlash2(given);
  if (!managed && own === null && output === null) throw new SettingsError(`athena-output: the workgroup "${name}" has no place for results; give athena-output, for example s3://bucket/athena/.`);
  return {
    name,
    output: managed || enforced ? null : output,
    stageRoot: enforced ? own : output ?? own,
    choosesPlace: enforced,
    cutoffBytes: configuration.BytesScannedCutoffPerQuery ?? null
  };
}
function isNotThere(error) {
  return error instanceof EngineError && error.cause instanceof Error && error.cause.name === "InvalidRequestException" && /not found|does not exist/i.test(error.cause.message);
}
function withSlash2(place) {
  return place === null || place === "" ? null : place.endsWith("/") ? place : `${place}/`;
}

// src/engines/athena/plan.ts
async function readTable(athena, settings, calling) {
  const { database, table } = settings;
  qualified({ database, table });
  const workgroup = await readWorkgroup(athena, settings, calling);
  return { name: { database, table }, layout: await readLayout(athena, settings, calling), workgroup };
}
async function readLayout(athena, { database, table, workgroup }, calling) {
  const layout = tableLayout(await metadataOf(athena, { database, table }, workgroup, calling));
  if (typeof layout === "string") throw new SettingsError(`athena-table: ${layout}`);
  return layout;
}
async function metadataOf(athena, { database, table }, workgroup, calling) {
  const purpose = "athena-table";
  try {
    const { TableMetadata: told } = await call(calling, { purpose, permission: "athena:GetTableMetadata and glue:GetTable" }, () => athena.send(new import_client_athena2.GetTableMetadataCommand({ CatalogName: "AwsDataCatalog", DatabaseName: database, TableName: table, WorkGroup: workgroup })));
    const parameters = told?.Parameters ?? {};
    return { columns: columnsOf(told?.Columns), partitionKeys: columnsOf(told?.PartitionKeys), parameters, location: parameters["location"] ?? "" };
  } catch (error) {
    if (error instanceof EngineError && isNotThere2(error.cause)) {
      throw new SettingsError(`athena-table: there is no table ${database}.${table} in this region's catalogue; check athena-database, athena-table and aws-region.`, { cause: error.cause });
    }
    throw error;
  }
}
function isNotThere2(cause) {
  return cause instanceof Error && cause.name === "MetadataException" && /EntityNotFound|not ?found|does not exist/i.test(cause.message);
}
function columnsOf(columns) {
  return (columns ?? []).map(({ Name: name, Type: type }) => ({ name: name ?? "", type: type ?? "" }));
}
function planRun({ table: { name, layout, workgroup }, settings, scope, period, files, queries, now }) {
  const predicate = partitionPredicate({ layout, table: name, window: deliveryWindow(period), scope, now, allowFullScan: settings.allowFullScan });
  if (predicate.refusal !== void 0) throw new SettingsError(`athena-table: ${predicate.refusal}${predicate.ddl === "" ? "" : `

${predicate.ddl}`}`);
  const [reads, wholeTable] = [readsOfRun(queries), !predicate.prunes];
  const { staged, notStaged } = chosen(settings, workgroup, stagingPays({ files, wholeTable }, reads));
  const expected = estimate({ files, reads: staged ? reads.staged : reads.direct, staged, wholeTable });
  checkScanLimit(expected, settings);
  if (workgroup.cutoffBytes !== null && expected.windowBytes > workgroup.cutoffBytes) {
    throw new SettingsError(`athena-workgroup: one scan of the period's logs takes ${expected.wholeTable ? "at least " : ""}${size(expected.windowBytes)}, and "${workgroup.name}" cancels statements at ${size(workgroup.cutoffBytes)}; raise that limit, or take a shorter period.`);
  }
  return { where: predicate.sql, prunes: predicate.prunes, missingColumns: recordsSelect(layout, { table: name, where: predicate.sql }).missingColumns, estimate: expected, notStaged };
}
function chosen({ staging }, { stageRoot, name }, pays) {
  if (staging === "never") return { staged: false, notStaged: null };
  if (stageRoot === null) {
    const why = `the workgroup "${name}" keeps results in Athena itself, where no table can be staged; give athena-output a place in S3`;
    if (staging === "always") throw new SettingsError(`staging: ${why}, or set staging to never.`);
    return { staged: false, notStaged: `Nothing is staged: ${why}.` };
  }
  return { staged: staging === "always" || pays, notStaged: null };
}

export {
  qualified,
  ddlName,
  readsOfRun,
  estimate,
  stagingPays,
  roughly,
  spendingOf,
  daysOf,
  partitionPredicate,
  recordsSelect,
  readWorkgroup,
  readTable,
  readLayout,
  planRun
};
