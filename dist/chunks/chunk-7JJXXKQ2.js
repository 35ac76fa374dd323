import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  ALLOWED_PERIODS,
  isOpen,
  parsePeriod
} from "./chunk-NX6MOXCH.js";
import {
  parseIncident
} from "./chunk-6ZBGWTTC.js";
import {
  DEFAULT_REPORT_TEXTS,
  DISPOSITIONS,
  EXCEPTION_ID_FORM,
  FILL_IN,
  QUERY_ID_FORM,
  _enum,
  _maxLength,
  _minLength,
  _regex,
  _trim,
  accountIds,
  array,
  artifactName,
  branchName,
  identifier,
  labelNames,
  logins,
  logsPlace,
  memoryLimit,
  names,
  oneOf,
  optional,
  parseSettingsFile,
  pipe,
  problemLine,
  profileName,
  raise,
  readYaml,
  refine,
  region,
  retentionDays,
  roleArn,
  roleDuration,
  roleSessionName,
  s3Place,
  scanLimit,
  schemaProblems,
  strictObject,
  string,
  teamSlugs,
  transform,
  workgroupName,
  yesOrNo
} from "./chunk-HZS6KROO.js";
import {
  DESTINATIONS
} from "./chunk-Q6DGIV3J.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/settings/decisions-file.ts
import { createHash } from "node:crypto";
var MAXIMUM_BYTES = 2e6;
var LONGEST = { name: 200, text: 500 };
var oneLine = (longest) => string().check(
  _trim(),
  _minLength(1),
  _maxLength(longest, `is longer than ${longest} characters`),
  _regex(new RegExp("^\\P{Cc}*$", "u"), "holds a line break or another control character; write it on one line, or fold it with >-")
);
var name = oneLine(LONGEST.name);
var day = string().check(refine(isDay, "must be a day there is, such as 2026-11-03"));
var instant = pipe(string().check(refine((text) => instantOf(text) !== null, "must be a day or an instant in UTC, such as 2026-10-05 or 2026-10-05T09:30:00Z")), transform((text) => instantOf(text) ?? text));
var queryId = string().check(_regex(QUERY_ID_FORM, "must be the id of a query, such as ROOT-01"));
var matchShape = strictObject({
  query: queryId,
  actor: optional(name),
  resource: optional(oneLine(LONGEST.text)),
  account: optional(string().check(_regex(/^\d{12}$/, 'must be twelve digits in quotes, such as "111122223333"'))),
  "event-names": optional(array(name).check(_minLength(1))),
  from: optional(instant),
  to: optional(instant)
}).check(
  refine((match) => Object.keys(match).length > 1, "names every exception of its query; give actor, resource, account, event-names, from or to as well"),
  refine(({ from, to }) => from === void 0 || to === void 0 || from < to, "ends before it begins: from must be earlier than to")
);
var decisionShape = strictObject({
  exception: optional(string().check(_regex(EXCEPTION_ID_FORM, "must be the id of an exception, such as ROOT-01-0123456789ab"))),
  match: optional(matchShape),
  disposition: _enum(DISPOSITIONS),
  reason: oneLine(LONGEST.text),
  ticket: optional(name),
  owner: name,
  approver: name,
  "decided-on": day,
  expires: day
}).check(
  refine(({ exception, match }) => exception === void 0 !== (match === void 0), "must name an exception or a match, and not both"),
  refine((decision) => decision["decided-on"] <= decision.expires || !isDay(decision["decided-on"]) || !isDay(decision.expires), "expires before it was decided: expires must not be earlier than decided-on")
);
var shape = strictObject({ decisions: array(decisionShape) });
function parseDecisionsFile(path, bytes) {
  if (bytes.length > MAXIMUM_BYTES) throw new SettingsError(`${path}: the decisions file is ${bytes.length} bytes; at most ${MAXIMUM_BYTES} are read.`);
  const yaml = readYaml(textOf(path, bytes));
  const unfilled = yaml.problems.length > 0 ? [] : placesToFillIn(yaml.value);
  const checked = shape.safeParse(yaml.value);
  if (yaml.problems.length > 0 || unfilled.length > 0 || !checked.success) {
    throw refusal(path, yaml, unfilled, checked.error?.issues ?? []);
  }
  return { path, sha256: createHash("sha256").update(bytes).digest("hex"), decisions: checked.data.decisions.map(decisionOf) };
}
function textOf(path, bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new SettingsError(`${path}: the decisions file is not UTF-8; save it as UTF-8.`, { cause: error });
  }
}
function refusal(path, yaml, unfilled, issues) {
  const said = new Set(unfilled.map((place) => place.join(".")));
  const problems = yaml.problems.length > 0 ? yaml.problems : [
    ...unfilled.map((place) => ({ line: yaml.lineOf(place), sentence: `\`${place.join(".")}\` still holds ${FILL_IN} of the stub; write what holds there, or take the whole entry out.` })),
    ...schemaProblems(yaml, issues.filter((issue) => !said.has(issue.path.join("."))))
  ];
  const lines = [...problems].sort((a, b) => a.line - b.line).map((problem) => problemLine(path, problem));
  return new SettingsError([...new Set(lines)].join("\n"));
}
function placesToFillIn(value, place = []) {
  if (typeof value === "string") return value.includes(FILL_IN) ? [place] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => placesToFillIn(item, [...place, index]));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => placesToFillIn(item, [...place, key]));
}
function decisionOf(written) {
  const { exception, match, disposition, reason, ticket, owner, approver, expires } = written;
  const said = { disposition, reason, ticket: ticket ?? null, owner, approver, decidedOn: written["decided-on"], expires };
  if (exception !== void 0) return { exception, match: null, ...said };
  if (match !== void 0) return { exception: null, match: matchOf(match), ...said };
  throw new Error("A decision without its exceptions passed the check");
}
function matchOf(match) {
  const { query, actor, resource, account, from, to } = match;
  return { query, actor: actor ?? null, resource: resource ?? null, account: account ?? null, eventNames: match["event-names"] ?? null, from: from ?? null, to: to ?? null };
}
function isDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && instantOf(text) !== null;
}
function instantOf(text) {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2})?Z)?$/.exec(text);
  if (parts === null) return null;
  const full = `${parts[1]}T${parts[2] ?? "00:00"}${parts[3] ?? ":00"}Z`;
  const time = Date.parse(full);
  return !Number.isNaN(time) && new Date(time).toISOString() === full.replace("Z", ".000Z") ? full : null;
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
    name: "decisions-file",
    group: "read",
    value: "<file>",
    default: null,
    description: "YAML file with what control owners decided of exceptions. Left out, .github/cloudtrail-evidence-decisions.yml is read where it exists."
  },
  {
    name: "own-queries",
    group: "read",
    value: "<folder>",
    default: null,
    description: "Folder with queries and frameworks of your own, such as .github/cloudtrail-evidence, with queries/<theme>/<ID>.sql, cases/<ID>.yml and frameworks/<name>.yml. Left out, the queries that ship are run alone."
  },
  {
    name: "incident",
    group: "read",
    value: "<key=value,\u2026>",
    default: null,
    description: "What INC-01 follows through the logs, in parts separated by commas: principal=, key= (an access key id), address= and resource=, at least one of them, and window=2026-10-03..2026-10-05 where it is not the whole period. Left out, INC-01 is not evaluated."
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
  { name: "frameworks", group: "reports", value: "<names>", default: "soc2,gdpr", description: "Reports to write, separated by commas: soc2, gdpr, and the names of frameworks in own-queries." },
  { name: "output-dir", group: "reports", value: "<folder>", default: "evidence", alias: "output", description: "The pack becomes a folder in it, named after the period." },
  {
    name: "pdf",
    group: "reports",
    value: "auto|required|never",
    default: "auto",
    description: "Reports in PDF. auto: without a Chrome the pack is written without them, and says so; required: that fails the run; never: no Chrome is looked for."
  },
  { name: "chrome-path", group: "reports", value: "<file>", default: null, description: "Chrome or Chromium to print with. Left out, it is looked for." },
  {
    name: "previous-pack",
    group: "reports",
    value: "<folder|zip>",
    default: null,
    description: "The pack before this one, its folder or its zip: what changed is told, and its manifest hash goes into this one. Left out, it is the latest pack in output-dir whose period is over when this one's begins, if there is any."
  },
  {
    name: "run-facts",
    group: "reports",
    value: "<run.json>",
    default: null,
    commandLineOnly: true,
    description: "Take time, person and ids from an earlier pack's run.json, to make the same bytes again."
  },
  {
    name: "self-test",
    group: "reports",
    value: null,
    default: "false",
    description: "Try every query that ran on its own test events, on the same engine, before the pack is written; reports tell what came of it. On Athena that is a statement for each test event, which scans nothing."
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
    value: "<places>|none",
    default: "artifact",
    commandLineDefault: "none",
    description: "Where the pack goes, one or more, separated by commas. artifact: its zip, and each PDF beside it, to the workflow run; commit: to evidence/ on a branch; pull-request: the same on a branch of its own, as a pull request; issue: for each framework, an issue with what is undecided. Or none: it stays on disk."
  },
  {
    name: "commit-content",
    group: "publishing",
    value: "summary|full",
    default: "summary",
    description: "What is committed. summary: results, counts, exception ids, coverage and hashes, without rows and names; full: every file of up to 5 MB. Larger ones are in the artifact alone."
  },
  {
    name: "branch",
    group: "publishing",
    value: "<branch>",
    default: null,
    description: "Branch to commit to, or to merge the pull request into. Left out, a commit goes to the branch the run is for, and a pull request to the repository's default branch."
  },
  { name: "labels", group: "publishing", value: "<labels>", default: null, description: "Labels for the pull request and the issues, separated by commas." },
  { name: "reviewers", group: "publishing", value: "<logins>", default: null, description: "People asked to review the pull request, by login, separated by commas." },
  {
    name: "team-reviewers",
    group: "publishing",
    value: "<teams>",
    default: null,
    description: "Teams asked to review it, by slug, separated by commas. The token of a workflow run may not ask teams; give github-token."
  },
  {
    name: "github-token",
    group: "publishing",
    value: "<token>",
    default: "${{ github.token }}",
    secret: true,
    description: "Token to commit, and to open the pull request and the issues, with: contents: write, pull-requests: write, issues: write, as far as publish names them."
  },
  { name: "artifact-name", group: "publishing", value: "<name>", default: null, description: "Name of the artifact. Left out, it is cloudtrail-evidence- and the period, such as cloudtrail-evidence-2026-10." },
  { name: "retention-days", group: "publishing", value: "<days>", default: null, description: "Days to keep the artifact, 1 to 400, and not more than the repository allows. Left out, it is what the repository is set to." },
  {
    name: "allow-public",
    group: "publishing",
    value: null,
    default: "false",
    description: "Publish also from a public repository, where everyone can read the personal data in a pack."
  },
  {
    name: "duckdb-bindings-path",
    group: "duckdb",
    goesWith: "duckdb",
    value: "<folder>",
    default: null,
    description: "Folder of DuckDB's native library, for machines that may not download it. Left out, it is found among the installed packages, else fetched and checked."
  },
  { name: "memory-limit-mb", group: "duckdb", goesWith: "duckdb", value: "<MiB>", default: "1152", description: "Memory in MiB that DuckDB may take before it goes to disk." },
  { name: "temp-dir", group: "duckdb", value: "<folder>", default: null, description: "Folder for temporary files: logs being read, and what DuckDB moves out of memory. Left out, it is the system's." }
];
var INPUTS = LIST;
var ACTION_INPUTS = INPUTS.filter(({ commandLineOnly }) => commandLineOnly !== true);
var COMMAND_LINE_INPUTS = INPUTS.filter(({ secret }) => secret !== true);
function defaultOf(name2, door) {
  const input = INPUTS.find((each) => each.name === name2);
  return (door === "command line" ? input?.commandLineDefault : void 0) ?? input?.default ?? null;
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
  text(name2) {
    const text = this.given[name2]?.trim() ?? "";
    return text === "" ? defaultOf(name2, this.door) : text;
  }
  /** True when something else than the default was given: a runner hands defaults over like what a person wrote. */
  isGiven(name2) {
    const text = this.text(name2);
    return text !== null && text.toLowerCase() !== defaultOf(name2, this.door);
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
  needed(name2, form, otherwise = "give one") {
    return this.read(() => form(this.text(name2) ?? raise(`${name2}: nothing is given; ${otherwise}.`)));
  }
  choice(name2, allowed) {
    return this.needed(name2, (text) => oneOf(name2, text, allowed));
  }
  yesOrNo(name2) {
    return this.needed(name2, (text) => yesOrNo(name2, text));
  }
  optional(name2, form) {
    return this.read(() => {
      const text = this.text(name2);
      return text === null ? null : form(text);
    });
  }
  /** Throws what was found wrong, a line each. */
  finish() {
    if (this.problems.size > 0) throw new SettingsError([...this.problems].join("\n"));
  }
};

// src/settings/parse-settings.ts
var DEFAULT_SETTINGS_FILE = ".github/cloudtrail-evidence.yml";
var DEFAULT_DECISIONS_FILE = ".github/cloudtrail-evidence-decisions.yml";
function parseSettings(given, world) {
  const reader = new InputReader(given, world.door);
  const engine = reader.read(() => engineOf(reader));
  const logs = reader.optional("logs", logsPlace);
  const usesAws = engine.known === "athena" || logs.known?.startsWith("s3://") === true;
  if (engine.known !== null) refuseWithoutEffect(reader, engine.known, usesAws);
  const allowOpenPeriod = reader.yesOrNo("allow-open-period");
  const period = reader.needed("period", (text) => closedPeriod(text, allowOpenPeriod.known === true, world.now), ALLOWED_PERIODS);
  const athena = engine.known === "athena" ? readAthena(reader) : null;
  const aws = usesAws ? readAws(reader, world.region) : null;
  const incident = reader.optional("incident", (text) => parseIncident(text, period.known));
  const ownFrameworks = reader.optional("own-queries", (folder) => world.ownFrameworkNames?.(folder) ?? []);
  const frameworks = reader.needed("frameworks", (text) => frameworkList(text, world.frameworkNames, reader.isGiven("own-queries") ? ownFrameworks.known : []));
  const output = reader.needed("output-dir", asItIs);
  const pdf = reader.choice("pdf", ["auto", "required", "never"]);
  const failOn = reader.choice("fail-on", ["incomplete", "exceptions", "both", "never"]);
  const publish = readPublish(reader, world.door, period);
  const checkOnly = reader.yesOrNo("check-only");
  const selfTest = reader.yesOrNo("self-test");
  const memoryLimitMb = reader.needed("memory-limit-mb", memoryLimit);
  const file = reader.read(() => readSettingsFile(reader.text("settings-file"), world));
  const decisions = reader.read(() => readDecisionsFile(reader.text("decisions-file"), world));
  reader.finish();
  return Object.freeze({
    engine: engine.get(),
    logs: logs.get() ?? "",
    athena: athena?.() ?? null,
    aws: aws?.() ?? null,
    publish: publish(),
    checkOnly: checkOnly.get(),
    selfTest: selfTest.get(),
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
    queriesOff: file.get()?.content.queriesOff ?? [],
    incident: incident.get(),
    ownQueries: reader.text("own-queries"),
    report: file.get()?.content.report ?? DEFAULT_REPORT_TEXTS,
    settingsFile: settingsFileOf(file.get()),
    decisions: decisions.get()
  });
}
function asItIs(text) {
  return text;
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
  for (const { name: name2, goesWith } of INPUTS) {
    if (goesWith === void 0 || goesWith === engine || goesWith === "aws" && usesAws || !reader.isGiven(name2)) continue;
    reader.read(() => raise(
      goesWith === "aws" ? `${name2}: AWS is asked for nothing when logs are files on disk; leave it out.` : `${name2}: it goes with the engine ${goesWith}, and this run's is ${engine}; leave it out, or choose the other with engine.`
    ));
  }
}
function readAthena(reader) {
  const database = reader.needed("athena-database", (text) => identifier("athena-database", text), "give the database of the CloudTrail table");
  const table = reader.needed("athena-table", (text) => identifier("athena-table", text), "give the name of the CloudTrail table");
  const workgroup = reader.needed("athena-workgroup", workgroupName);
  const output = reader.optional("athena-output", (text) => s3Place("athena-output", text));
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
  for (const name2 of ["role-session-name", "role-duration"]) {
    if (reader.isGiven(name2) && !reader.isGiven("role-to-assume")) reader.read(() => raise(`${name2}: it goes with role-to-assume, which is not given; give the role, or leave it out.`));
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
  const to = reader.needed("publish", (text) => publishTo(text, door));
  if (to.known !== null) refuseUnpublished(reader, to.known);
  const name2 = reader.optional("artifact-name", artifactName);
  const days = reader.optional("retention-days", retentionDays);
  const allowPublic = reader.yesOrNo("allow-public");
  const commitContent = reader.choice("commit-content", ["summary", "full"]);
  const branch = reader.optional("branch", branchName);
  const labels = reader.optional("labels", labelNames);
  const reviewers = reader.optional("reviewers", logins);
  const teamReviewers = reader.optional("team-reviewers", teamSlugs);
  return () => ({
    to: to.get(),
    artifactName: name2.get() ?? `cloudtrail-evidence-${period.get().label}`,
    retentionDays: days.get(),
    allowPublic: allowPublic.get(),
    commitContent: commitContent.get(),
    branch: branch.get(),
    labels: labels.get() ?? [],
    reviewers: reviewers.get() ?? [],
    teamReviewers: teamReviewers.get() ?? []
  });
}
function publishTo(text, door) {
  const given = names(text).map((name2) => oneOf("publish", name2, [...DESTINATIONS, "none"]));
  if (given.length === 0) raise(`publish: "${text}" names no place; allowed are ${DESTINATIONS.join(", ")}, or none.`);
  if (given.includes("none") && given.length > 1) raise(`publish: "${text}" names none beside a place; give one or the other.`);
  const to = DESTINATIONS.filter((destination) => given.includes(destination));
  if (to.length > 0 && door === "command line") raise(`publish: "${to.join(",")}" needs a workflow run; on the command line give none, and take the pack from output-dir.`);
  return to;
}
var PUBLISHED_WITH = [
  ["commit-content", ["commit", "pull-request"]],
  ["branch", ["commit", "pull-request"]],
  ["labels", ["pull-request", "issue"]],
  ["reviewers", ["pull-request"]],
  ["team-reviewers", ["pull-request"]]
];
function refuseUnpublished(reader, to) {
  for (const [name2, places] of PUBLISHED_WITH) {
    if (reader.isGiven(name2) && !places.some((destination) => to.includes(destination))) {
      reader.read(() => raise(`${name2}: it goes with publish: ${places.join(" or ")}, and this run's is ${to.join(",") || "none"}; leave it out, or add it to publish.`));
    }
  }
}
function closedPeriod(text, allowOpen, now) {
  const period = parsePeriod(text, now);
  if (!allowOpen && isOpen(period, now)) {
    raise(`period: "${text}" ends at ${period.end}, and logs settle 3 hours later; it is ${now} now. Choose a period that is over, or allow-open-period for a preliminary pack.`);
  }
  return period;
}
function frameworkList(text, shipped, own) {
  const list = names(text);
  const known = [...shipped, ...own ?? []];
  const unknown = own === null ? [] : list.filter((name2) => !known.includes(name2));
  if (unknown.length > 0) raise(`frameworks: "${unknown.join(", ")}" is not known; allowed are ${known.join(", ")}.`);
  return list.length > 0 ? list : raise(`frameworks: none is named; allowed are ${known.join(", ")}.`);
}
function readSettingsFile(given, world) {
  const path = given ?? DEFAULT_SETTINGS_FILE;
  const bytes = world.readFile(path);
  if (bytes !== null) return { path, content: parseSettingsFile(path, bytes) };
  return given === null ? null : raise(`settings-file: "${given}" cannot be read; give the path of a YAML file.`);
}
function readDecisionsFile(given, world) {
  const path = given ?? DEFAULT_DECISIONS_FILE;
  const bytes = world.readFile(path);
  if (bytes !== null) return parseDecisionsFile(path, bytes);
  return given === null ? null : raise(`decisions-file: "${given}" cannot be read; give the path of a YAML file.`);
}
function settingsFileOf(file) {
  return file === null ? null : { path: file.path, sha256: file.content.sha256 };
}

export {
  INPUT_GROUPS,
  ACTION_INPUTS,
  COMMAND_LINE_INPUTS,
  defaultOf,
  DEFAULT_DECISIONS_FILE,
  parseSettings
};
