import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ALLOWED_PERIODS,
  isOpen,
  parsePeriod
} from "./chunk-TWUA46LT.js";
import {
  LIST_NAMES,
  PackError,
  _maxLength,
  _minLength,
  _regex,
  _trim,
  array,
  nullable,
  object,
  optional,
  require_dist,
  strictObject,
  string
} from "./chunk-VHPPMTIU.js";
import {
  PdfError
} from "./chunk-6VGUC4OC.js";
import {
  endEverything,
  removeLeftovers
} from "./chunk-DQXQFMYT.js";
import {
  PublishError
} from "./chunk-L7KNBXHJ.js";
import {
  PackWriteError
} from "./chunk-Y3H6DF5G.js";
import {
  productVersion
} from "./chunk-RLU6Z4TT.js";
import {
  AwsError
} from "./chunk-4LDIQ6TC.js";
import {
  EngineError
} from "./chunk-4FWAGCHY.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import {
  __toESM
} from "./chunk-6DG7BXTN.js";

// src/exit-code.ts
function exitOf({ pdfProblem, verdict, results }, { pdf, failOn }, publishProblem) {
  if (publishProblem !== null) return { code: 1, sentence: publishProblem };
  if (pdfProblem !== null && pdf === "required") return { code: 1, sentence: `pdf: required, but ${pdfProblem}` };
  if (verdict.exitCode === 4) {
    const without = results.filter(({ result }) => result === "failed").length;
    const failed = without === 0 ? "" : `, and ${without} of ${results.length} queries failed`;
    return { code: 4, sentence: `Incomplete: logs are missing or unreadable for something in scope${failed}; the summary in each report says for which accounts, regions and days (fail-on is ${failOn}).` };
  }
  if (verdict.exitCode === 3) {
    return { code: 3, sentence: `Exceptions noted: ${verdict.undecidedExceptions} are undecided; the reports list them (fail-on is ${failOn}).` };
  }
  return { code: 0, sentence: null };
}

// src/settings/inputs.ts
var INPUT_GROUPS = {
  read: { title: "What to read", about: "Logs from one place: files for the embedded engine, or a table for Athena." },
  athena: { title: "Athena", about: "The table over the log bucket, and what may be spent on it." },
  credentials: { title: "Credentials", about: "For Athena and for logs in S3. Nothing secret is an input." },
  reports: { title: "Reports and the pack", about: "What is written, and what makes the run fail." },
  publishing: { title: "Publishing", about: "Where a workflow run takes the pack. The command line writes it to disk and publishes nothing." },
  duckdb: { title: "The embedded engine", about: "DuckDB, for log files." }
};
var LIST = [
  {
    name: "logs",
    group: "read",
    goesWith: "duckdb",
    value: "<folder|file|glob|s3://\u2026>",
    default: null,
    description: "CloudTrail log files for the embedded engine: a folder at any depth, one file, a pattern in quotes, or s3://bucket/prefix. For Athena, name a table instead."
  },
  {
    name: "period",
    group: "read",
    value: "<period>",
    default: null,
    required: true,
    description: "The time to examine, in UTC: last-month, last-quarter, a month (2026-10), a quarter (2026-Q3), or a..b of days or instants (2026-07-01..2026-10-01), of which b is not part."
  },
  {
    name: "engine",
    group: "read",
    value: "athena|duckdb",
    default: null,
    description: "What runs the queries: athena, or duckdb (the embedded engine). Left out, it is athena where athena-table is given, and duckdb where only logs is."
  },
  {
    name: "allow-open-period",
    group: "read",
    value: null,
    default: "false",
    description: "Write a preliminary pack over a period that has not ended, or ended under 3 hours ago."
  },
  {
    name: "settings-file",
    group: "read",
    value: "<file>",
    default: null,
    description: "YAML file with scope, lists and report texts. Left out, .github/cloudtrail-evidence.yml is read where it exists."
  },
  {
    name: "check-only",
    group: "read",
    value: null,
    default: "false",
    description: "Only tell what a run would find: identity, table, partitions, missing columns and permissions, bytes and price to expect. No query is run and no pack is written."
  },
  { name: "athena-database", group: "athena", goesWith: "athena", value: "<name>", default: null, description: "Database of the CloudTrail table." },
  { name: "athena-table", group: "athena", goesWith: "athena", value: "<name>", default: null, description: "CloudTrail table, with a partition for each day." },
  { name: "athena-workgroup", group: "athena", goesWith: "athena", value: "<name>", default: "primary", description: "Workgroup to run queries in." },
  {
    name: "athena-output",
    group: "athena",
    goesWith: "athena",
    value: "<s3://\u2026>",
    default: null,
    description: "Where Athena writes results and staged data, such as s3://bucket/prefix/. Left out, it is the place the workgroup names."
  },
  {
    name: "staging",
    group: "athena",
    goesWith: "athena",
    value: "auto|always|never",
    default: "auto",
    description: "Whether the period is copied once, as Parquet, and every query run on the copy, so that logs are scanned once; the copy is removed at the end. auto: where there is a place for it and it costs less; always: stop where there is none; never: every query scans the table."
  },
  {
    name: "max-scan-gb",
    group: "athena",
    goesWith: "athena",
    value: "<GB>|none",
    default: "1000",
    description: "Stop, before any query, a run that is expected to scan more than this many GB (of 1,000,000,000 bytes); none for no limit. 1000 GB cost about 5 USD."
  },
  {
    name: "allow-full-scan",
    group: "athena",
    goesWith: "athena",
    value: null,
    default: "false",
    description: "Run also on a table without partitions that keep Athena from reading logs of other days. Its whole archive is scanned."
  },
  {
    name: "role-to-assume",
    group: "credentials",
    goesWith: "aws",
    value: "<ARN>",
    default: null,
    description: "The Amazon Resource Name (ARN) of the role to assume with GitHub's OIDC token; the job needs the permission id-token: write. Left out, credentials are taken from the environment."
  },
  {
    name: "aws-region",
    group: "credentials",
    goesWith: "aws",
    value: "<region>",
    default: null,
    description: "AWS Region of the table, or of the bucket with the logs, e.g. eu-central-1. Left out, it is AWS_REGION or AWS_DEFAULT_REGION of the environment."
  },
  { name: "role-session-name", group: "credentials", goesWith: "aws", value: "<name>", default: "cloudtrail-evidence", description: "Role session name. CloudTrail records it with every call of the run." },
  { name: "role-duration", group: "credentials", goesWith: "aws", value: "<seconds>", default: "3600", description: "Role duration in seconds, 900 to 43200, and not above the maximum set on the role. A longer run renews the session." },
  {
    name: "allowed-account-ids",
    group: "credentials",
    goesWith: "aws",
    value: "<ids>",
    default: null,
    description: "A comma-delimited list of expected AWS account IDs, in quotes. The run stops if the credentials are for another account."
  },
  {
    name: "profile",
    group: "credentials",
    goesWith: "aws",
    value: "<name>",
    default: null,
    commandLineOnly: true,
    description: "Profile of the AWS configuration files to take credentials from."
  },
  { name: "frameworks", group: "reports", value: "<names>", default: "soc2,gdpr", description: "Reports to write, separated by commas." },
  { name: "output-dir", group: "reports", value: "<folder>", default: "evidence", alias: "output", description: "The pack becomes a folder in it, named after the period." },
  {
    name: "pdf",
    group: "reports",
    value: "auto|required|never",
    default: "auto",
    description: "Reports in PDF. auto: without a Chrome the pack is written without them, and says so; required: that fails the run; never: no Chrome is looked for."
  },
  { name: "chrome-path", group: "reports", value: "<file>", default: null, description: "Chrome or Chromium to print with. Left out, it is looked for." },
  { name: "previous-pack", group: "reports", value: "<folder>", default: null, description: "The pack before this one: its manifest hash goes into this one." },
  {
    name: "run-facts",
    group: "reports",
    value: "<run.json>",
    default: null,
    commandLineOnly: true,
    description: "Take time, person and ids from an earlier pack's run.json, to make the same bytes again."
  },
  {
    name: "fail-on",
    group: "reports",
    value: "incomplete|exceptions|both|never",
    default: "incomplete",
    description: "What fails the run once the pack is written: incomplete results, exceptions that nobody has decided, both, or never."
  },
  {
    name: "publish",
    group: "publishing",
    value: "artifact|none",
    default: "artifact",
    commandLineDefault: "none",
    description: "Where the pack goes. artifact: its zip, and each PDF beside it, to the workflow run; none: it stays on disk."
  },
  { name: "artifact-name", group: "publishing", value: "<name>", default: null, description: "Name of the artifact. Left out, it is cloudtrail-evidence- and the period, such as cloudtrail-evidence-2026-10." },
  { name: "retention-days", group: "publishing", value: "<days>", default: null, description: "Days to keep the artifact, 1 to 400, and not more than the repository allows. Left out, it is what the repository is set to." },
  {
    name: "allow-public",
    group: "publishing",
    value: null,
    default: "false",
    description: "Upload also from a public repository, where everyone can read the personal data in a pack."
  },
  {
    name: "duckdb-bindings-path",
    group: "duckdb",
    goesWith: "duckdb",
    value: "<folder>",
    default: null,
    description: "Folder of DuckDB's native library, for machines that may not download it. Left out, it is found among the installed packages, else fetched and checked."
  },
  { name: "memory-limit-mb", group: "duckdb", goesWith: "duckdb", value: "<MiB>", default: "896", description: "Memory in MiB that DuckDB may take before it goes to disk." },
  { name: "temp-dir", group: "duckdb", value: "<folder>", default: null, description: "Folder for temporary files: logs being read, and what DuckDB moves out of memory. Left out, it is the system's." }
];
var INPUTS = LIST;
var ACTION_INPUTS = INPUTS.filter(({ commandLineOnly }) => commandLineOnly !== true);
function defaultOf(name, door) {
  const input = INPUTS.find((each) => each.name === name);
  return (door === "command line" ? input?.commandLineDefault : void 0) ?? input?.default ?? null;
}

// src/settings/given-inputs.ts
function givenFromActionInputs(env) {
  return Object.fromEntries(ACTION_INPUTS.flatMap(({ name }) => {
    const text2 = env[`INPUT_${name.toUpperCase()}`]?.trim() ?? "";
    return text2 === "" ? [] : [[name, text2]];
  }));
}
var FLAGS = Object.fromEntries(INPUTS.flatMap(({ name, alias, value }) => {
  const type = value === null ? "boolean" : "string";
  return [name, ...alias === void 0 ? [] : [alias]].map((flag) => [flag, { type }]);
}));
function givenFromFlags(values) {
  return Object.fromEntries(INPUTS.flatMap(({ name, alias }) => {
    const older = alias === void 0 ? void 0 : values[alias];
    const value = values[name] ?? older;
    if (older !== void 0 && values[name] !== void 0) throw new SettingsError(`${name}: it is given twice, as --${name} and as --${alias}; give one of them.`);
    return typeof value === "string" || typeof value === "boolean" ? [[name, String(value)]] : [];
  }));
}
function regionOf(env) {
  for (const variable of ["AWS_REGION", "AWS_DEFAULT_REGION"]) {
    const text2 = env[variable]?.trim() ?? "";
    if (text2 !== "") return { text: text2, variable };
  }
  return null;
}

// src/settings/input-forms.ts
var REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;
var ACCOUNT_ID = /^\d{12}$/;
var ROLE_ARN = /^arn:aws[a-z-]*:iam::(\d{12}):role\/(?:[\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/;
var ROLE_SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
var ROLE_DURATION_SECONDS = { from: 900, to: 43200 };
var WORKGROUP = /^[a-zA-Z0-9._-]{1,128}$/;
var IDENTIFIER = /^[A-Za-z0-9_]{1,255}$/;
var S3_PLACE = /^(?!.*\/\.{1,2}(?:\/|$))s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/(?:[A-Za-z0-9!_.*()=+@:,-]+\/)*(?:[A-Za-z0-9!_.*()=+@:,-]+)?)?$/;
var S3_PREFIX = new RegExp("^s3:\\/\\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\\/\\P{Cc}{0,1024})?$", "u");
var PROFILE = /^[^\p{C}[\]]{1,128}$/u;
var NOT_IN_ARTIFACT_NAMES = /["<>:|*?\p{Cc}\\/]/u;
var RETENTION_DAYS = { from: 1, to: 400 };
var MEMORY_MIB = { from: 256, to: 1048576 };
var BYTES_IN_GB = 1e9;
function oneOf(name, found, allowed) {
  return allowed.find((each) => each === found) ?? raise(`${name}: "${found}" is not one of ${allowed.join(", ")}.`);
}
function yesOrNo(name, found) {
  if (["true", "True", "TRUE"].includes(found)) return true;
  return ["false", "False", "FALSE"].includes(found) ? false : raise(`${name}: "${found}" is neither true nor false.`);
}
function wholeNumber(name, found, { from, to }, unit) {
  const number = /^\d+$/.test(found) ? Number(found) : NaN;
  return number >= from && number <= to ? number : raise(`${name}: "${found}" is not a whole number of ${unit} between ${from} and ${to}.`);
}
function names(found) {
  return [...new Set(found.split(",").map((name) => name.trim()).filter((name) => name !== ""))];
}
function roleArn(found) {
  const account = ROLE_ARN.exec(found)?.[1];
  return account === void 0 ? raise(`role-to-assume: "${found}" is not the ARN of a role; give one such as arn:aws:iam::111122223333:role/cloudtrail-evidence.`) : { arn: found, account };
}
function region(found, from) {
  return REGION.test(found) ? found : raise(`aws-region: "${found}"${from} is not a region; give one such as eu-central-1.`);
}
function roleSessionName(found) {
  return ROLE_SESSION_NAME.test(found) ? found : raise(`role-session-name: "${found}" is not a session name; give 2 to 64 letters, digits or _+=,.@- without spaces.`);
}
function roleDuration(found) {
  return wholeNumber("role-duration", found, ROLE_DURATION_SECONDS, "seconds");
}
function accountIds(found) {
  const ids = names(found);
  const wrong = ids.filter((id) => !ACCOUNT_ID.test(id));
  if (wrong.length > 0) raise(`allowed-account-ids: "${wrong.join(", ")}" is not an account id; give twelve digits each, separated by commas, and all in quotes in YAML.`);
  return ids.length > 0 ? ids : raise(`allowed-account-ids: "${found}" names no account; give twelve digits each, separated by commas.`);
}
function profileName(found) {
  return PROFILE.test(found) ? found : raise(`profile: "${found}" cannot be a profile's name; give one of those in the AWS configuration files.`);
}
function identifier(name, found) {
  return IDENTIFIER.test(found) ? found : raise(`${name}: "${found}" is not a name that can be used; give at most 255 letters, digits or underscores, without quotes, dots or catalogue.`);
}
function workgroupName(found) {
  return WORKGROUP.test(found) ? found : raise(`athena-workgroup: "${found}" is not a workgroup's name; give at most 128 letters, digits or ._-.`);
}
function s3Place(name, found) {
  if (!S3_PLACE.test(found)) raise(`${name}: "${found}" is not a place in S3; give s3://bucket/prefix/ of letters, digits or !_.*()=+@:,- with single slashes.`);
  return found.endsWith("/") ? found : `${found}/`;
}
function logsPlace(found) {
  if (!/^s3:/i.test(found)) return found;
  return S3_PREFIX.test(found) ? found : raise(`logs: "${found}" is not a place in S3; give s3://bucket/prefix.`);
}
function scanLimit(found) {
  if (found === "none") return null;
  const gigabytes = /^\d+(\.\d+)?$/.test(found) ? Number(found) : 0;
  const bytes = Math.round(gigabytes * BYTES_IN_GB);
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : raise(`max-scan-gb: "${found}" is not a number of GB above 0; give one such as 250 or 0.5, or none.`);
}
function artifactName(found) {
  return NOT_IN_ARTIFACT_NAMES.test(found) || found.length > 200 ? raise(`artifact-name: "${found}" cannot name an artifact; give at most 200 characters without " < > : | * ? \\ / or line breaks.`) : found;
}
function retentionDays(found) {
  return wholeNumber("retention-days", found, RETENTION_DAYS, "days");
}
function memoryLimit(found) {
  return wholeNumber("memory-limit-mb", found, MEMORY_MIB, "MiB");
}
function raise(sentence2) {
  throw new SettingsError(sentence2);
}

// src/settings/reading.ts
var InputReader = class {
  constructor(given, door) {
    this.given = given;
    this.door = door;
  }
  given;
  door;
  problems = /* @__PURE__ */ new Set();
  /** What was given, else the default, else null. */
  text(name) {
    const text2 = this.given[name]?.trim() ?? "";
    return text2 === "" ? defaultOf(name, this.door) : text2;
  }
  /** True when something else than the default was given: a runner hands defaults over like what a person wrote. */
  isGiven(name) {
    const text2 = this.text(name);
    return text2 !== null && text2.toLowerCase() !== defaultOf(name, this.door);
  }
  read(value) {
    try {
      const known = value();
      return { known, get: () => known };
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      this.problems.add(error.message);
      return { known: null, get: () => {
        throw error;
      } };
    }
  }
  /** An input that has a default, or must be given: `otherwise` says what to give. */
  needed(name, form, otherwise = "give one") {
    return this.read(() => form(this.text(name) ?? raise(`${name}: nothing is given; ${otherwise}.`)));
  }
  choice(name, allowed) {
    return this.needed(name, (text2) => oneOf(name, text2, allowed));
  }
  yesOrNo(name) {
    return this.needed(name, (text2) => yesOrNo(name, text2));
  }
  optional(name, form) {
    return this.read(() => {
      const text2 = this.text(name);
      return text2 === null ? null : form(text2);
    });
  }
  /** Throws what was found wrong, a line each. */
  finish() {
    if (this.problems.size > 0) throw new SettingsError([...this.problems].join("\n"));
  }
};

// src/settings/settings-file.ts
var import_yaml = __toESM(require_dist(), 1);
import { createHash } from "node:crypto";
var MAXIMUM_BYTES = 1e6;
var DEFAULT_REPORT_TEXTS = { entity: null, classification: "Confidential", preparedBy: null, reviewedBy: null, retention: null };
var text = string().check(_trim(), _minLength(1, "must not be empty"), _maxLength(500, "is longer than 500 characters"), _regex(new RegExp("^\\P{Cc}*$", "u"), "holds a control character"));
var accountId = string('must be text: twelve digits in quotes, such as "111122223333"').check(_regex(/^\d{12}$/, 'must be twelve digits in quotes, such as "111122223333"'));
var region2 = string().check(_regex(REGION, "must be a region, such as eu-west-1"));
var day = string().check(_regex(/^\d{4}-\d{2}-\d{2}$/, "must be a day, such as 2026-10-01"));
var source = string().check(_regex(/^[a-z0-9.-]+\.amazonaws\.com$/, "must be an event source, such as lambda.amazonaws.com"));
var listShapes = {
  "approved-regions": array(region2),
  "approved-networks": array(text),
  "break-glass-roles": array(text),
  "deploy-roles": array(text),
  "known-accounts": array(accountId),
  "log-buckets": array(text),
  "data-stores": array(text),
  "oidc-subjects": array(text)
};
var shape = strictObject({
  scope: optional(strictObject({
    accounts: optional(array(strictObject({ id: accountId, name: optional(text), environment: optional(text) }))),
    regions: optional(array(region2))
  })),
  lists: optional(strictObject(Object.fromEntries(LIST_NAMES.map((name) => [name, optional(listShapes[name])])))),
  "data-events": optional(array(strictObject({ source, from: optional(day), to: optional(day), accounts: optional(array(accountId)), resources: optional(text) }))),
  report: optional(strictObject({ entity: optional(text), classification: optional(text), "prepared-by": optional(text), "reviewed-by": optional(text), retention: optional(text) }))
});
function parseSettingsFile(path, bytes) {
  if (bytes.length > MAXIMUM_BYTES) throw new SettingsError(`${path}: the settings file is ${bytes.length} bytes; at most ${MAXIMUM_BYTES} are read.`);
  const lines = new import_yaml.LineCounter();
  const document = (0, import_yaml.parseDocument)(new TextDecoder().decode(bytes), { lineCounter: lines, schema: "core", uniqueKeys: true });
  const at = (offset) => `${path}:${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    throw new SettingsError(document.errors.map((error) => `${at(error.pos[0])}: ${(error.message.split("\n")[0] ?? "").replace(/ at line \d+, column \d+:?$/, "")}.`).join("\n"));
  }
  const value = document.toJS({ maxAliasCount: 50 }) ?? {};
  const checked = shape.safeParse(value);
  if (!checked.success) {
    const problems = checked.error.issues.map((issue) => `${at(offsetOf(document, issue.path, issue.code === "unrecognized_keys" ? issue.keys[0] : void 0))}: ${sentence(issue)}`);
    throw new SettingsError([...new Set(problems)].join("\n"));
  }
  const { scope, lists, report, "data-events": dataEvents } = checked.data;
  return {
    scope: {
      accounts: (scope?.accounts ?? []).map(({ id, name, environment }) => ({ id, name: name ?? null, environment: environment ?? null })),
      regions: scope?.regions ?? []
    },
    lists: Object.fromEntries(Object.entries(lists ?? {}).flatMap(([name, values]) => values === void 0 ? [] : [[name, values]])),
    dataEvents: (dataEvents ?? []).map((statement) => ({
      source: statement.source,
      from: statement.from ?? null,
      to: statement.to ?? null,
      accounts: statement.accounts ?? [],
      resources: statement.resources ?? "all"
    })),
    report: {
      entity: report?.entity ?? null,
      classification: report?.classification ?? DEFAULT_REPORT_TEXTS.classification,
      preparedBy: report?.["prepared-by"] ?? null,
      reviewedBy: report?.["reviewed-by"] ?? null,
      retention: report?.retention ?? null
    },
    sha256: createHash("sha256").update(bytes).digest("hex")
  };
}
function sentence(issue) {
  const where = issue.path.length === 0 ? "the file" : issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys") {
    return `${issue.keys.map((key) => `"${key}"`).join(", ")} is not a key of ${where}; allowed are ${allowedKeys(issue.path).join(", ")}.`;
  }
  if (issue.code === "invalid_type") return `${where} must be ${issue.expected === "array" ? "a list" : issue.expected === "object" ? "a map of keys" : issue.message.startsWith("must") ? issue.message.slice(8) : `a ${issue.expected}`}.`;
  return `${where} ${issue.message}.`;
}
function allowedKeys(path) {
  const [top, second] = path;
  if (top === void 0) return ["scope", "lists", "data-events", "report"];
  if (top === "lists") return LIST_NAMES;
  if (top === "report") return ["entity", "classification", "prepared-by", "reviewed-by", "retention"];
  if (top === "data-events") return ["source", "from", "to", "accounts", "resources"];
  return second === "accounts" ? ["id", "name", "environment"] : ["accounts", "regions"];
}
function offsetOf(document, path, key) {
  for (let length = path.length; length >= 0; length -= 1) {
    const found = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (!(0, import_yaml.isMap)(found) && !(0, import_yaml.isSeq)(found) && !(0, import_yaml.isScalar)(found)) continue;
    if (key !== void 0 && (0, import_yaml.isMap)(found)) {
      const pair = found.items.find(({ key: name }) => (0, import_yaml.isScalar)(name) && name.value === key);
      return pair?.key?.range?.[0] ?? 0;
    }
    return found.range?.[0] ?? 0;
  }
  return 0;
}

// src/settings/parse-settings.ts
var DEFAULT_SETTINGS_FILE = ".github/cloudtrail-evidence.yml";
function parseSettings(given, world) {
  const reader = new InputReader(given, world.door);
  const engine = reader.read(() => engineOf(reader));
  const logs = reader.optional("logs", logsPlace);
  const usesAws = engine.known === "athena" || logs.known?.startsWith("s3://") === true;
  if (engine.known !== null) refuseWithoutEffect(reader, engine.known, usesAws);
  const allowOpenPeriod = reader.yesOrNo("allow-open-period");
  const period = reader.needed("period", (text2) => closedPeriod(text2, allowOpenPeriod.known === true, world.now), ALLOWED_PERIODS);
  const athena = engine.known === "athena" ? readAthena(reader) : null;
  const aws = usesAws ? readAws(reader, world.region) : null;
  const frameworks = reader.needed("frameworks", (text2) => frameworkList(text2, world.frameworkNames));
  const output = reader.needed("output-dir", asItIs);
  const pdf = reader.choice("pdf", ["auto", "required", "never"]);
  const failOn = reader.choice("fail-on", ["incomplete", "exceptions", "both", "never"]);
  const publish = readPublish(reader, world.door, period);
  const checkOnly = reader.yesOrNo("check-only");
  const memoryLimitMb = reader.needed("memory-limit-mb", memoryLimit);
  const file = reader.read(() => readSettingsFile(reader.text("settings-file"), world));
  reader.finish();
  return Object.freeze({
    engine: engine.get(),
    logs: logs.get() ?? "",
    athena: athena?.() ?? null,
    aws: aws?.() ?? null,
    publish: publish(),
    checkOnly: checkOnly.get(),
    duckdbBindingsPath: reader.text("duckdb-bindings-path"),
    period: period.get(),
    allowOpenPeriod: allowOpenPeriod.get(),
    frameworks: frameworks.get(),
    output: output.get(),
    pdf: pdf.get(),
    chromePath: reader.text("chrome-path"),
    failOn: failOn.get(),
    previousPack: reader.text("previous-pack"),
    memoryLimitMb: memoryLimitMb.get(),
    tempDir: reader.text("temp-dir"),
    scope: file.get()?.content.scope ?? { accounts: [], regions: [] },
    lists: file.get()?.content.lists ?? {},
    dataEvents: file.get()?.content.dataEvents ?? [],
    report: file.get()?.content.report ?? DEFAULT_REPORT_TEXTS,
    settingsFile: settingsFileOf(file.get())
  });
}
function asItIs(text2) {
  return text2;
}
function engineOf(reader) {
  const asked = reader.text("engine");
  if (asked !== null) return oneOf("engine", asked, ["athena", "duckdb"]);
  if (reader.isGiven("athena-table")) return "athena";
  if (reader.isGiven("logs")) return "duckdb";
  if (reader.isGiven("athena-database")) return "athena";
  return raise("logs: nothing is given; give log files for the embedded engine, or athena-database and athena-table for Athena.");
}
function refuseWithoutEffect(reader, engine, usesAws) {
  for (const { name, goesWith } of INPUTS) {
    if (goesWith === void 0 || goesWith === engine || goesWith === "aws" && usesAws || !reader.isGiven(name)) continue;
    reader.read(() => raise(
      goesWith === "aws" ? `${name}: AWS is asked for nothing when logs are files on disk; leave it out.` : `${name}: it goes with the engine ${goesWith}, and this run's is ${engine}; leave it out, or choose the other with engine.`
    ));
  }
}
function readAthena(reader) {
  const database = reader.needed("athena-database", (text2) => identifier("athena-database", text2), "give the database of the CloudTrail table");
  const table = reader.needed("athena-table", (text2) => identifier("athena-table", text2), "give the name of the CloudTrail table");
  const workgroup = reader.needed("athena-workgroup", workgroupName);
  const output = reader.optional("athena-output", (text2) => s3Place("athena-output", text2));
  const staging = reader.choice("staging", ["auto", "always", "never"]);
  const maxScanBytes = reader.needed("max-scan-gb", scanLimit);
  const allowFullScan = reader.yesOrNo("allow-full-scan");
  return () => ({
    database: database.get(),
    table: table.get(),
    workgroup: workgroup.get(),
    output: output.get(),
    staging: staging.get(),
    maxScanBytes: maxScanBytes.get(),
    allowFullScan: allowFullScan.get()
  });
}
function readAws(reader, environment) {
  const role = reader.optional("role-to-assume", roleArn);
  const place = reader.read(() => regionFrom(reader.text("aws-region"), environment));
  const sessionName = reader.needed("role-session-name", roleSessionName);
  const duration = reader.needed("role-duration", roleDuration);
  const allowed = reader.optional("allowed-account-ids", accountIds);
  const profile = reader.optional("profile", profileName);
  for (const name of ["role-session-name", "role-duration"]) {
    if (reader.isGiven(name) && !reader.isGiven("role-to-assume")) reader.read(() => raise(`${name}: it goes with role-to-assume, which is not given; give the role, or leave it out.`));
  }
  if (reader.isGiven("profile") && reader.isGiven("role-to-assume")) {
    reader.read(() => raise("profile: role-to-assume is given too, and that role is assumed with GitHub's OIDC token alone; give one of the two."));
  }
  const [account, accounts] = [role.known?.account, allowed.known];
  if (account !== void 0 && accounts !== null && !accounts.includes(account)) {
    reader.read(() => raise(`role-to-assume: its account ${account} is not one of allowed-account-ids, ${accounts.join(", ")}; correct one of the two.`));
  }
  return () => ({
    roleToAssume: role.get()?.arn ?? null,
    region: place.get(),
    roleSessionName: sessionName.get(),
    roleDurationSeconds: duration.get(),
    allowedAccountIds: allowed.get() ?? [],
    profile: profile.get()
  });
}
function regionFrom(given, environment) {
  if (given !== null) return region(given, "");
  if (environment !== null) return region(environment.text, ` (of the variable ${environment.variable})`);
  return raise("aws-region: nothing is given, and neither is AWS_REGION in the environment; give the region of the table or of the bucket with the logs, such as eu-central-1.");
}
function readPublish(reader, door, period) {
  const to = reader.needed("publish", (text2) => publishTo(text2, door));
  const name = reader.optional("artifact-name", artifactName);
  const days = reader.optional("retention-days", retentionDays);
  const allowPublic = reader.yesOrNo("allow-public");
  return () => ({ to: to.get(), artifactName: name.get() ?? `cloudtrail-evidence-${period.get().label}`, retentionDays: days.get(), allowPublic: allowPublic.get() });
}
function publishTo(text2, door) {
  const to = oneOf("publish", text2, ["artifact", "none"]);
  if (to === "artifact" && door === "command line") raise('publish: "artifact" needs a workflow run to keep it; on the command line give none, and take the pack from output-dir.');
  return to === "artifact" ? ["artifact"] : [];
}
function closedPeriod(text2, allowOpen, now) {
  const period = parsePeriod(text2, now);
  if (!allowOpen && isOpen(period, now)) {
    raise(`period: "${text2}" ends at ${period.end}, and logs settle 3 hours later; it is ${now} now. Choose a period that is over, or allow-open-period for a preliminary pack.`);
  }
  return period;
}
function frameworkList(text2, known) {
  const list = names(text2);
  const unknown = list.filter((name) => !known.includes(name));
  if (unknown.length > 0) raise(`frameworks: "${unknown.join(", ")}" is not known; allowed are ${known.join(", ")}.`);
  return list.length > 0 ? list : raise(`frameworks: none is named; allowed are ${known.join(", ")}.`);
}
function readSettingsFile(given, world) {
  const path = given ?? DEFAULT_SETTINGS_FILE;
  const bytes = world.readFile(path);
  if (bytes !== null) return { path, content: parseSettingsFile(path, bytes) };
  return given === null ? null : raise(`settings-file: "${given}" cannot be read; give the path of a YAML file.`);
}
function settingsFileOf(file) {
  return file === null ? null : { path: file.path, sha256: file.content.sha256 };
}

// src/terminal/error-text.ts
var FOR_PEOPLE = [SettingsError, PackError, EngineError, PackWriteError, PdfError, PublishError, AwsError];
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
function upToQuote(text2) {
  return text2.replace(/["'].*$/u, "\u2026");
}

// src/this-run.ts
import { readFileSync as readFileSync2 } from "node:fs";
import { userInfo } from "node:os";
import { setTimeout as pause } from "node:timers/promises";

// src/store/run-facts-file.ts
import { readFileSync } from "node:fs";
var shape2 = object({
  run: object({
    generatedAt: string().check(_regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
    actor: string(),
    environment: string(),
    id: nullable(string()),
    url: nullable(string())
  })
});
function readRunFacts(path) {
  let json;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new SettingsError(`run-facts: "${path}" cannot be read as JSON; give the run.json of a pack.`, { cause: error });
  }
  const read = shape2.safeParse(json);
  if (!read.success) throw new SettingsError(`run-facts: "${path}" holds no facts of a run; give the run.json of a pack.`);
  const { generatedAt, actor, environment, id, url } = read.data.run;
  return { generatedAt, actor, environment, runId: id, runUrl: url };
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
  return { facts: runFactsFile === null ? here : { ...readRunFacts(runFactsFile), tool }, env, progress, aws };
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
  INPUT_GROUPS,
  INPUTS,
  defaultOf,
  givenFromActionInputs,
  FLAGS,
  givenFromFlags,
  regionOf,
  parseSettings,
  errorText,
  contextOf,
  seconds,
  bytesOf,
  endOnSignals
};
