import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  run
} from "./chunk-ZGXQFFK7.js";
import "./chunk-KGWZP7B2.js";
import "./chunk-J7RJA2AA.js";
import "./chunk-YRFMU5F4.js";
import "./chunk-DEBR5HQT.js";
import "./chunk-C6CW55AU.js";
import "./chunk-EGFJIFG3.js";
import {
  leftovers
} from "./chunk-XY5P56TY.js";
import "./chunk-OXV5CZL2.js";
import "./chunk-6FZD2Q4K.js";
import "./chunk-FMZDPIGI.js";
import "./chunk-QONCPJAH.js";
import "./chunk-T4ERRSQM.js";
import "./chunk-B64YHNYZ.js";
import {
  parseSettings
} from "./chunk-7JJXXKQ2.js";
import "./chunk-NX6MOXCH.js";
import "./chunk-6ZBGWTTC.js";
import "./chunk-MHNRA6J2.js";
import "./chunk-PQPGXULL.js";
import "./chunk-2UVDUH5S.js";
import "./chunk-4U3JR4NS.js";
import "./chunk-UQUMPY6H.js";
import "./chunk-HZS6KROO.js";
import "./chunk-VYH7LHI6.js";
import "./chunk-RDZRKEUG.js";
import "./chunk-4FWAGCHY.js";
import "./chunk-QUYZWO2B.js";
import "./chunk-UJGNYGTX.js";
import "./chunk-32PB2WSB.js";
import "./chunk-Q6DGIV3J.js";
import "./chunk-MOC3KAUT.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import "./chunk-RLU6Z4TT.js";
import "./chunk-6DG7BXTN.js";

// src/demo/demo.ts
import { existsSync } from "node:fs";
import { mkdir as mkdir3, rm } from "node:fs/promises";
import { join as join3 } from "node:path";

// src/demo/generate-demo.ts
import { mkdir as mkdir2, writeFile as writeFile2 } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/demo/archive.ts
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { gzip, gzipSync } from "node:zlib";

// src/demo/calendar.ts
var MINUTE_MS = 6e4;
var HOUR_MS = 60 * MINUTE_MS;
var DAY_MS = 24 * HOUR_MS;
var ARCHIVE_START = "2026-09-30T06:00:00Z";
var LAST_EVENT = "2026-11-01T03:00:00Z";
var ARCHIVE_END = "2026-11-01T04:00:00Z";
function instant(milliseconds) {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
function archiveDays() {
  const days = [];
  for (let at = Date.parse(ARCHIVE_START.slice(0, 10)); at < Date.parse(ARCHIVE_END); at += DAY_MS) days.push(instant(at).slice(0, 10));
  return days;
}
function isWeekend(day) {
  return [0, 6].includes((/* @__PURE__ */ new Date(`${day}T00:00:00Z`)).getUTCDay());
}
function workingDays() {
  return archiveDays().filter((day) => day.startsWith("2026-10-") && !isWeekend(day));
}
function expiry(milliseconds) {
  const at = new Date(milliseconds);
  const month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][at.getUTCMonth()];
  const hour = at.getUTCHours();
  const two = (number) => String(number).padStart(2, "0");
  return `${month} ${at.getUTCDate()}, ${at.getUTCFullYear()}, ${hour % 12 === 0 ? 12 : hour % 12}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())} ${hour < 12 ? "AM" : "PM"}`;
}

// src/demo/company.ts
var PROD = "111122223333";
var DATA = "444455556666";
var VENDOR = "777788889999";
var IRELAND = "eu-west-1";
var FRANKFURT = "eu-central-1";
var VIRGINIA = "us-east-1";
var REGIONS = [FRANKFURT, IRELAND, VIRGINIA];
var PROD_IRELAND = { account: PROD, region: IRELAND };
var PROD_FRANKFURT = { account: PROD, region: FRANKFURT };
var PROD_GLOBAL = { account: PROD, region: VIRGINIA };
var DATA_IRELAND = { account: DATA, region: IRELAND };
var DATA_FRANKFURT = { account: DATA, region: FRANKFURT };
var DATA_GLOBAL = { account: DATA, region: VIRGINIA };
var PLACES = [PROD_IRELAND, PROD_FRANKFURT, PROD_GLOBAL, DATA_IRELAND, DATA_FRANKFURT, DATA_GLOBAL];
var LOG_BUCKET = "example-shop-cloudtrail-logs";
var UPLOADS_BUCKET = "example-shop-uploads";
var ASSETS_BUCKET = "example-shop-assets";
var ARTIFACTS_BUCKET = "example-shop-artifacts";
var EXPORTS_BUCKET = "example-shop-customer-exports";
var EVIDENCE_BUCKET = "example-shop-audit-evidence";
var TRAILS = { [PROD]: "shop-prod-trail", [DATA]: "shop-data-trail" };
var inside = (place, names) => names.map((name) => ({ ...place, name }));
var FUNCTIONS = [
  ...inside(PROD_IRELAND, ["orders-api", "checkout", "image-resizer", "nightly-report", "stock-sync", "webhook-receiver"]),
  ...inside(PROD_FRANKFURT, ["returns-api"]),
  ...inside(DATA_IRELAND, ["warehouse-loader", "exports-writer"])
];
function functionArn({ account, region }, name) {
  return `arn:aws:lambda:${region}:${account}:function:${name}`;
}
var ADA = { email: "ada.berg@shop.example", permissionSet: "PlatformEngineer", ip: "198.51.100.21" };
var ADA_AT_HOME = "203.0.113.21";
var BEN = { email: "ben.okafor@shop.example", permissionSet: "Developer", ip: "198.51.100.34" };
var CHIARA = { email: "chiara.russo@shop.example", permissionSet: "Developer", ip: "203.0.113.77" };
var DAN = { email: "dan.novak@shop.example", permissionSet: "DataEngineer", ip: "198.51.100.52" };
var EVA = { email: "eva.lind@shop.example", permissionSet: "SecurityEngineer", ip: "198.51.100.60" };
var TEAM = [
  { person: ADA, accounts: [PROD, DATA] },
  { person: BEN, accounts: [PROD] },
  { person: CHIARA, accounts: [PROD] },
  { person: DAN, accounts: [DATA] },
  { person: EVA, accounts: [PROD, DATA] }
];
var BROWSER = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

// src/demo/dice.ts
import { hash } from "node:crypto";
var Dice = class {
  a;
  b;
  c;
  d;
  constructor(name) {
    const seed = hash("sha256", name, "buffer");
    this.a = seed.readInt32LE(0);
    this.b = seed.readInt32LE(4);
    this.c = seed.readInt32LE(8);
    this.d = seed.readInt32LE(12);
  }
  /** 32 bits. */
  bits() {
    const sum = this.a + this.b + this.d | 0;
    this.d = this.d + 1 | 0;
    this.a = this.b ^ this.b >>> 9;
    this.b = this.c + (this.c << 3) | 0;
    this.c = (this.c << 21 | this.c >>> 11) + sum | 0;
    return sum >>> 0;
  }
  /** In [0, 1). */
  fraction() {
    return this.bits() / 4294967296;
  }
  /** A whole number in [0, below). */
  whole(below) {
    return Math.floor(this.fraction() * below);
  }
  pick(items) {
    const item = items[this.whole(items.length)];
    if (item === void 0) throw new Error("There is nothing to pick from.");
    return item;
  }
  uuid() {
    const word = () => this.bits().toString(16).padStart(8, "0");
    return asUuid(`${word()}${word()}${word()}${word()}`);
  }
};
function sha256(content) {
  return hash("sha256", content, "hex");
}
function uuidOf(name) {
  return asUuid(sha256(name));
}
function capitalsOf(name, length) {
  return spelled(name, length, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567");
}
function lettersOf(name, length) {
  return spelled(name, length, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
function spelled(name, length, alphabet) {
  const bytes = hash("sha256", name, "buffer");
  let text = "";
  for (let index = 0; index < length; index += 1) text += alphabet[(bytes[index] ?? 0) % alphabet.length];
  return text;
}
function asUuid(hex) {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

// src/demo/interruptions.ts
var STOPPED = {
  account: PROD,
  from: "2026-10-21T13:20:00Z",
  /** CloudTrail delivers what it had recorded, and a last digest. */
  lastDigest: "2026-10-21T13:40:00Z",
  to: "2026-10-21T17:20:00Z"
};
var MISSING_DAY = { ...DATA_FRANKFURT, day: "2026-10-17" };
var REDELIVERED = [
  { account: PROD, region: IRELAND, deliveredAt: "2026-10-08T11:10:00Z" }
];
var STOPPED_HOLES = REGIONS.map((region) => ({ account: STOPPED.account, region, day: STOPPED.from.slice(0, 10) }));
var MISSING_HOLES = [MISSING_DAY];
function isUnrecorded(account, at) {
  return account === STOPPED.account && at > Date.parse(STOPPED.from) && at < Date.parse(STOPPED.to);
}
function isBesideMissingDay(account, region, at) {
  if (account !== MISSING_DAY.account || region !== MISSING_DAY.region) return false;
  const midnight = Date.parse(MISSING_DAY.day);
  return at > midnight - 60 * MINUTE_MS && at < midnight + 24 * 60 * MINUTE_MS;
}

// src/demo/archive.ts
var gzipAside = promisify(gzip);
var DELIVERY_MS = 5 * MINUTE_MS;
var WRITES_AT_ONCE = 16;
var SMALL = 16 * 1024;
var NO_KEY = "0".repeat(32);
var Archive = class {
  constructor(root2) {
    this.root = root2;
  }
  root;
  counts = { records: 0, logFiles: 0, digests: 0, bytes: 0 };
  waiting = /* @__PURE__ */ new Map();
  previous = /* @__PURE__ */ new Map();
  folders = /* @__PURE__ */ new Set();
  writes = [];
  /** Takes what happened on a day and writes every file delivered before the day's end, and the digests of its hours. */
  async day(day, deliveries) {
    for (const delivery of deliveries) this.accept(delivery);
    const end = Date.parse(day) + DAY_MS;
    const objects = [...this.waiting].filter(([slot]) => deliveryTime(slot) < end).map(([slot, records]) => {
      this.waiting.delete(slot);
      return this.logObjects(slot, records);
    }).flat();
    for (const place of PLACES) this.digestsOf(day, place, objects.filter(({ key }) => key.startsWith(logFolder(place))));
    await this.flush();
  }
  accept(delivery) {
    const slot = `${delivery.account}|${delivery.region}|${slotOf(delivery)}`;
    const waiting = this.waiting.get(slot);
    if (waiting === void 0) this.waiting.set(slot, [delivery]);
    else waiting.push(delivery);
  }
  /** The files of one delivery: one, or two where CloudTrail delivered twice. */
  logObjects(slot, records) {
    const [account = "", region = ""] = slot.split("|");
    const deliveredAt = deliveryTime(slot);
    const sorted = [...records].sort((a, b) => a.at - b.at);
    const body = JSON.stringify({ Records: sorted.map(({ record }) => record) });
    const lost2 = isMissing({ account, region }, deliveredAt);
    const again = REDELIVERED.some((one) => one.account === account && one.region === region && Date.parse(one.deliveredAt) === deliveredAt);
    return (again ? ["", " again"] : [""]).map((copy) => {
      const stamp = compact(instant(deliveredAt)).replace(/\d\dZ$/, "Z");
      const key = `${logFolder({ account, region })}${dayFolder(deliveredAt)}${account}_CloudTrail_${region}_${stamp}_${lettersOf(`file ${slot}${copy}`, 16)}.json.gz`;
      if (!lost2) {
        this.put(key, body);
        this.counts.logFiles += 1;
        this.counts.records += sorted.length;
      }
      return { key, sha256: sha256(body), oldest: instant(sorted[0]?.at ?? 0), newest: instant(sorted.at(-1)?.at ?? 0), deliveredAt };
    });
  }
  digestsOf(day, place, objects) {
    for (const hour of hoursOf(day, place.account)) {
      const files = objects.filter(({ deliveredAt }) => deliveredAt >= hour.start && deliveredAt < hour.end);
      const trail = TRAILS[place.account] ?? "";
      const key = `AWSLogs/${place.account}/CloudTrail-Digest/${place.region}/${dayFolder(hour.end)}${place.account}_CloudTrail-Digest_${place.region}_${trail}_${IRELAND}_${compact(instant(hour.end))}.json.gz`;
      const chain = `${place.account}|${place.region}`;
      const previous = hour.first ? void 0 : this.previous.get(chain);
      const body = JSON.stringify(digest(place, hour, key, previous, files));
      this.previous.set(chain, { key, sha256: sha256(body) });
      if (isMissing(place, hour.start)) continue;
      this.put(key, body);
      this.counts.digests += 1;
    }
  }
  put(key, body) {
    const path = join(this.root, ...key.split("/"));
    this.writes.push(async () => {
      const folder = dirname(path);
      if (!this.folders.has(folder)) await mkdir(folder, { recursive: true });
      this.folders.add(folder);
      const bytes = body.length < SMALL ? gzipSync(body) : await gzipAside(body);
      this.counts.bytes += bytes.length;
      await writeFile(path, bytes);
    });
  }
  async flush() {
    const writes = this.writes;
    this.writes = [];
    const worker = async () => {
      for (let next = writes.pop(); next !== void 0; next = writes.pop()) await next();
    };
    await Promise.all(Array.from({ length: WRITES_AT_ONCE }, worker));
  }
};
function slotOf({ account, at, deliveredAt }) {
  const past = 10 * MINUTE_MS;
  const slot = Math.ceil(((deliveredAt ?? at + DELIVERY_MS) - past) / HOUR_MS) * HOUR_MS + past;
  const stopped = account === STOPPED.account && at <= Date.parse(STOPPED.from) && slot >= Date.parse(STOPPED.lastDigest);
  return stopped ? Math.min(slot, Date.parse(STOPPED.lastDigest) - 5 * MINUTE_MS) : slot;
}
function deliveryTime(slot) {
  return Number(slot.slice(slot.lastIndexOf("|") + 1));
}
function hoursOf(day, account) {
  const hours = [];
  const [stop, restart] = [Date.parse(STOPPED.lastDigest), Date.parse(STOPPED.to)];
  for (let start = Date.parse(day); start < Date.parse(day) + DAY_MS; start += HOUR_MS) {
    const end = start + HOUR_MS;
    if (start < Date.parse(ARCHIVE_START) || end > Date.parse(ARCHIVE_END)) continue;
    const first2 = start === Date.parse(ARCHIVE_START);
    if (account !== STOPPED.account || end <= stop || start >= restart) hours.push({ start, end, first: first2 });
    else if (start < stop) hours.push({ start, end: stop, first: first2 });
    else if (end > restart) hours.push({ start: restart, end, first: true });
  }
  return hours;
}
function digest(place, hour, key, previous, files) {
  return {
    awsAccountId: place.account,
    digestStartTime: instant(hour.start),
    digestEndTime: instant(hour.end),
    digestS3Bucket: LOG_BUCKET,
    digestS3Object: key,
    digestPublicKeyFingerprint: NO_KEY,
    digestSignatureAlgorithm: "SHA256withRSA",
    newestEventTime: files.map(({ newest }) => newest).sort().at(-1) ?? null,
    oldestEventTime: files.map(({ oldest }) => oldest).sort()[0] ?? null,
    previousDigestS3Bucket: previous === void 0 ? null : LOG_BUCKET,
    previousDigestS3Object: previous?.key ?? null,
    previousDigestHashValue: previous?.sha256 ?? null,
    previousDigestHashAlgorithm: previous === void 0 ? null : "SHA-256",
    previousDigestSignature: null,
    logFiles: files.map(({ key: s3Object, sha256: hashValue, oldest, newest }) => ({ s3Bucket: LOG_BUCKET, s3Object, hashValue, hashAlgorithm: "SHA-256", newestEventTime: newest, oldestEventTime: oldest }))
  };
}
function isMissing(place, at) {
  return place.account === MISSING_DAY.account && place.region === MISSING_DAY.region && instant(at).startsWith(MISSING_DAY.day);
}
function logFolder({ account, region }) {
  return `AWSLogs/${account}/CloudTrail/${region}/`;
}
function dayFolder(at) {
  return `${instant(at).slice(0, 10).replaceAll("-", "/")}/`;
}
function compact(text) {
  return text.replaceAll(/[-:]/g, "");
}

// src/demo/decisions-text.ts
var CHIEF = "ina.holt@shop.example";
var DECISIONS = `# What the control owners of the demo decided. Exceptions that are not named here are undecided.
decisions:
  - exception: PRIV-03-fc449ed19367
    disposition: expected-break-glass
    reason: Checkout was down; the emergency role was taken for incident INC-2047 and given back within 40 minutes.
    ticket: INC-2047
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-26
    expires: 2027-10-31

  # What was done in that emergency did not go through the pipeline.
  - match: { query: CHG-03, account: "${PROD}", from: 2026-10-23T21:00Z, to: 2026-10-23T22:00Z }
    disposition: expected-break-glass
    reason: Three changes for incident INC-2047, reviewed the next working day.
    ticket: INC-2047
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-26
    expires: 2027-10-31

  # One change of root's contact, in two lines of ROOT-01.
  - match: { query: ROOT-01, account: "${PROD}", from: 2026-10-06T08:00Z, to: 2026-10-06T09:00Z }
    disposition: expected-authorised
    reason: The security contact of the account was changed with the root user, as planned in the ticket.
    ticket: OPS-318
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-07
    expires: 2027-10-31

  - match: { query: LAM-04, account: "${PROD}", resource: webhook-receiver }
    disposition: control-failure-remediated
    reason: The function could be called by everyone for 26 minutes; the permission and the URL were taken back.
    ticket: OPS-331
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-22
    expires: 2026-12-31

  - match: { query: ESM-02, account: "${PROD}", resource: webhook-retry }
    disposition: control-failure-remediated
    reason: The function had been deleted by hand and was made again by the pipeline, and the mapping enabled again.
    ticket: OPS-341
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-29
    expires: 2026-12-31

  - match: { query: ERR-03, account: "${PROD}", actor: hugo.marin }
    disposition: control-failure-remediated
    reason: The contractor took stock of the account with a key he had made himself. His rights and the key were taken away within two hours.
    ticket: OPS-338
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-28
    expires: 2027-10-31

  - exception: NET-02-25954d6a22d3
    disposition: control-failure-open
    reason: Port 22 was open to everyone for 18 minutes. A rule that prevents it is being written.
    ticket: OPS-340
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-28
    expires: 2026-12-31

  # Who decides on an own act is flagged in the reports.
  - exception: LOG-04-00e54c7a0df9
    disposition: expected-authorised
    reason: Logs are kept for 400 days from now on, as the retention policy says.
    ticket: OPS-325
    owner: ${ADA.email}
    approver: ${EVA.email}
    decided-on: 2026-10-13
    expires: 2027-10-31

  # Expired before the month ended: what it is about is undecided again.
  - match: { query: LOG-05, actor: ${EVA.email}, resource: scanner-noise }
    disposition: false-positive-query
    reason: The filter archives findings about our own scanner. To be looked at again after a year.
    owner: ${BEN.email}
    approver: ${CHIEF}
    decided-on: 2025-10-15
    expires: 2026-10-15

  # About a sign-in of September: no exception of this month.
  - exception: AUTH-02-5f0c2d9b71a4
    disposition: expected-authorised
    reason: The user signs in from one address only, and will be removed in October.
    ticket: OPS-297
    owner: ${EVA.email}
    approver: ${CHIEF}
    decided-on: 2026-10-02
    expires: 2026-12-31
`;

// src/demo/callers.ts
function accessKeyId(kind, name) {
  return `${kind}EXAMPLE${capitalsOf(name, 9)}`;
}
function uniqueId(kind, name) {
  return `${kind}EXAMPLE${capitalsOf(name, 10)}`;
}
function roleSession(session) {
  return { rolePath: "/", ...session, keyId: accessKeyId("ASIA", `${session.account} ${session.roleName} ${session.sessionName} ${session.startedAt}`) };
}
function roleArn({ account, rolePath, roleName }) {
  return `arn:aws:iam::${account}:role${rolePath}${roleName}`;
}
function sessionArn({ account, roleName, sessionName }) {
  return `arn:aws:sts::${account}:assumed-role/${roleName}/${sessionName}`;
}
function roleId({ account, roleName }) {
  return uniqueId("AROA", `${account} ${roleName}`);
}
function inSession(session, where) {
  const { account, roleName, startedAt, sourceIdentity, provider } = session;
  return {
    identity: {
      type: "AssumedRole",
      principalId: `${roleId(session)}:${session.sessionName}`,
      arn: sessionArn(session),
      accountId: account,
      accessKeyId: session.keyId,
      sessionContext: {
        sessionIssuer: { type: "Role", principalId: roleId(session), arn: roleArn(session), accountId: account, userName: roleName },
        ...provider === void 0 ? {} : { webIdFederationData: { federatedProvider: provider, attributes: {} } },
        attributes: { creationDate: startedAt, mfaAuthenticated: "false" },
        ...sourceIdentity === void 0 ? {} : { sourceIdentity }
      }
    },
    ip: where.ip,
    agent: where.agent,
    console: where.console ?? false
  };
}
function issued(session) {
  return {
    credentials: { accessKeyId: session.keyId, sessionToken: "IQoJEXAMPLETOKENMADEUP", expiration: expiry(Date.parse(session.startedAt) + HOUR_MS) },
    assumedRoleUser: { assumedRoleId: `${roleId(session)}:${session.sessionName}`, arn: sessionArn(session) }
  };
}
function identityCenterSession(person, account, day, startedAt = morning(person, account, day)) {
  return roleSession({
    account,
    roleName: `AWSReservedSSO_${person.permissionSet}_${sha256(`${account} ${person.permissionSet}`).slice(0, 16)}`,
    rolePath: `/aws-reserved/sso.amazonaws.com/${IRELAND}/`,
    sessionName: person.email,
    startedAt
  });
}
function morning(person, account, day) {
  const dice = new Dice(`sign-in ${person.email} ${account} ${day}`);
  return instant(Date.parse(`${day}T06:20:00Z`) + dice.whole(35 * 60) * 1e3);
}
function inConsole(person, account, day) {
  return inSession(identityCenterSession(person, account, day), { ip: person.ip, agent: BROWSER, console: true });
}
function onCommandLine(person, account, day, command, startedAt) {
  const agent = `aws-cli/2.31.4 md/awscrt#0.28.4 ua/2.1 os/macos#25.0.0 md/arch#arm64 lang/python#3.13.7 md/command#${command}`;
  return inSession(identityCenterSession(person, account, day, startedAt), { ip: person.ip, agent });
}
function iamUser(account, userName, where) {
  const { key, console } = where;
  return {
    identity: {
      type: "IAMUser",
      principalId: uniqueId("AIDA", `${account} ${userName}`),
      arn: `arn:aws:iam::${account}:user/${userName}`,
      accountId: account,
      ...key === void 0 ? {} : { accessKeyId: accessKeyId(key, `${account} ${userName}`) },
      ...console === void 0 ? {} : { accessKeyId: accessKeyId("ASIA", `${account} ${userName} ${console.since}`) },
      userName,
      ...console === void 0 ? {} : { sessionContext: { attributes: { creationDate: console.since, mfaAuthenticated: String(console.mfa) } } }
    },
    ip: where.ip,
    agent: where.agent,
    console: console !== void 0
  };
}
function root(account, where) {
  const { ip, since } = where;
  return {
    identity: {
      type: "Root",
      principalId: account,
      arn: `arn:aws:iam::${account}:root`,
      accountId: account,
      ...since === null ? {} : { accessKeyId: accessKeyId("ASIA", `${account} root ${since}`), sessionContext: { attributes: { creationDate: since, mfaAuthenticated: "true" } } }
    },
    ip,
    agent: BROWSER,
    console: since !== null
  };
}
function service(name) {
  const host = `${name}.amazonaws.com`;
  return { identity: { type: "AWSService", invokedBy: host }, ip: host, agent: host, console: false };
}
function through(name, caller2) {
  const host = `${name}.amazonaws.com`;
  return { identity: { ...caller2.identity, invokedBy: host }, ip: host, agent: host, console: false };
}
function serviceLinked(account, roleName, name, startedAt) {
  const session = roleSession({ account, roleName, rolePath: `/aws-service-role/${name}.amazonaws.com/`, sessionName: roleName, startedAt });
  return through(name, inSession(session, { ip: "", agent: "" }));
}
function githubSession(account, startedAt) {
  return roleSession({ account, roleName: "github-deploy", sessionName: "GitHubActions", startedAt, provider: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` });
}
var GITHUB_RUNNER = { ip: "20.57.79.12", agent: "aws-cli/2.31.4 md/awscrt#0.28.4 ua/2.1 os/linux md/arch#x86_64 lang/python#3.13.7 exec-env/GitHubActions" };
function githubToken(subject, account = PROD) {
  const provider = `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com`;
  return {
    identity: { type: "WebIdentityUser", principalId: `${provider}:sts.amazonaws.com:${subject}`, userName: subject, identityProvider: provider },
    ...GITHUB_RUNNER,
    console: false
  };
}

// src/demo/workloads.ts
function functionSession({ account, name }, at) {
  return roleSession({ account, roleName: `${name}-role`, sessionName: name, startedAt: instant(Math.floor(at / (2 * HOUR_MS)) * 2 * HOUR_MS + 4e3) });
}
function asFunction(one, at) {
  return inSession(functionSession(one, at), { ip: "10.20.14.8", agent: "aws-sdk-js/3.893.0 ua/2.1 os/linux#5.10 lang/js md/nodejs#22.20.0 exec-env/AWS_Lambda_nodejs22.x" });
}
function roleTaken(one, at) {
  const session = functionSession(one, at);
  return {
    account: one.account,
    region: one.region,
    at: session.startedAt,
    source: "sts",
    name: "AssumeRole",
    caller: service("lambda"),
    reads: true,
    request: { roleArn: roleArn(session), roleSessionName: session.sessionName },
    response: issued(session),
    resources: [{ arn: roleArn(session), type: "AWS::IAM::Role" }]
  };
}
function invocation(place, name, caller2, options = {}) {
  const { sourceArn, type = "RequestResponse" } = options;
  return {
    ...place,
    source: "lambda",
    name: "Invoke",
    caller: caller2,
    isData: true,
    request: { functionName: functionArn(place, name), invocationType: type, ...sourceArn === void 0 ? {} : { sourceArn } },
    resources: [{ arn: functionArn(place, name), type: "AWS::Lambda::Function" }],
    fields: { additionalEventData: { functionVersion: `${functionArn(place, name)}:$LATEST` } }
  };
}
function triggered(place, name, trigger) {
  return invocation(place, name, service(trigger.service), { sourceArn: trigger.sourceArn, type: trigger.service === "apigateway" ? "RequestResponse" : "Event" });
}

// src/demo/noise.ts
var HOURS = { always: [0, 24], shop: [5, 23], office: [7, 16] };
function noiseOf(day) {
  return [...STREAMS.flatMap((stream, index) => streamed(stream, day, index)), ...FUNCTIONS.flatMap((one) => rolesTaken(one, day)), ...everyQuarter(day)];
}
function streamed(stream, day, index) {
  const dice = new Dice(`noise ${day} ${index}`);
  const usual = isWeekend(day) ? stream.weekend : stream.weekday;
  const count = Math.round(usual * (0.9 + dice.fraction() * 0.2));
  const [from, to] = HOURS[stream.hours];
  return Array.from({ length: count }, () => {
    const at = Math.floor((Date.parse(day) + (from + dice.fraction() * (to - from)) * HOUR_MS) / 1e3) * 1e3;
    return { account: stream.account, region: stream.region, at: instant(at), ...stream.call(dice, at) };
  });
}
function rolesTaken(one, day) {
  const start = Date.parse(day);
  return Array.from({ length: DAY_MS / (2 * HOUR_MS) }, (_, index) => roleTaken(one, start + index * 2 * HOUR_MS));
}
function everyQuarter(day) {
  return Array.from({ length: 96 }, (_, index) => ({
    at: instant(Date.parse(day) + index * (HOUR_MS / 4)),
    ...triggered(PROD_IRELAND, "stock-sync", { service: "events", sourceArn: "arn:aws:events:eu-west-1:111122223333:rule/stock-sync" })
  }));
}
function named(name) {
  const found = FUNCTIONS.find((one) => one.name === name);
  if (found === void 0) throw new Error(`There is no function ${name}.`);
  return found;
}
var CONFIG = (place, at) => serviceLinked(place.account, "AWSServiceRoleForConfig", "config", instant(Math.floor(at / HOUR_MS) * HOUR_MS));
var read = (source, name, caller2, request = null) => ({ source, name, caller: caller2, reads: true, request });
function functionAtWork(place, names) {
  return (dice, at) => {
    const one = named(dice.pick(names));
    const caller2 = asFunction(one, at);
    const logGroup = `/aws/lambda/${one.name}`;
    const key = `arn:aws:kms:${place.region}:${place.account}:key/5c1f2a10-7d3e-4b1a-9c55-0e8d2f6a4b01`;
    const throw100 = dice.whole(100);
    if (throw100 < 38) {
      return { source: "logs", name: "CreateLogStream", caller: caller2, request: { logGroupName: logGroup, logStreamName: `${instant(at).slice(0, 10).replaceAll("-", "/")}/[$LATEST]${dice.uuid().replaceAll("-", "")}` } };
    }
    if (throw100 < 68) {
      return { ...read("kms", "Decrypt", caller2, { encryptionContext: { "aws:lambda:FunctionArn": `arn:aws:lambda:${place.region}:${place.account}:function:${one.name}` }, encryptionAlgorithm: "SYMMETRIC_DEFAULT" }), resources: [{ arn: key, type: "AWS::KMS::Key" }] };
    }
    if (throw100 < 82) return read("ssm", "GetParameter", caller2, { name: `/shop/${one.name}/config`, withDecryption: false });
    if (throw100 < 92) return read("secretsmanager", "GetSecretValue", caller2, { secretId: `arn:aws:secretsmanager:${place.region}:${place.account}:secret:shop/${one.name}-a1B2c3` });
    return read("dynamodb", "DescribeTable", caller2, { tableName: "orders" });
  };
}
function inventory(place, buckets) {
  return (dice, at) => {
    const caller2 = CONFIG(place, at);
    const bucketName = dice.pick(buckets);
    const throw10 = dice.whole(10);
    if (throw10 === 0) return { ...read("s3", "GetBucketPolicy", caller2, { bucketName }), error: { code: "NoSuchBucketPolicy", message: "The bucket policy does not exist" } };
    if (throw10 < 4) return read("s3", dice.pick(["GetBucketAcl", "GetBucketVersioning", "GetBucketEncryption", "GetBucketPublicAccessBlock"]), caller2, { bucketName });
    if (throw10 < 6) return read("ec2", dice.pick(["DescribeSecurityGroups", "DescribeVpcs", "DescribeSubnets", "DescribeNetworkAcls"]), caller2, {});
    if (throw10 < 8) return read("lambda", dice.pick(["ListFunctions20150331", "GetPolicy20150331v2", "ListTags20170331"]), caller2, {});
    return read("dynamodb", dice.pick(["ListTables", "DescribeTimeToLive"]), caller2, {});
  };
}
function looking(place, people) {
  return (dice, at) => {
    const caller2 = inConsole(dice.pick(people), place.account, instant(at).slice(0, 10));
    const [source = "", name = ""] = dice.pick(["lambda ListFunctions20150331", "lambda GetFunction20150331v2", "logs DescribeLogGroups", "logs FilterLogEvents", "monitoring DescribeAlarms", "monitoring GetMetricData", "s3 ListBuckets", "cloudformation DescribeStacks", "dynamodb ListTables", "sqs ListQueues", "apigateway GetApis", "cloudtrail LookupEvents"]).split(" ");
    return read(source, name, caller2, name.startsWith("GetFunction") ? { functionName: "checkout" } : null);
  };
}
function lookingAtIdentities(place, people) {
  return (dice, at) => {
    const [source = "", name = ""] = dice.pick(["iam ListUsers", "iam ListRoles", "iam GetAccountSummary", "iam GetRole", "organizations DescribeOrganization", "health DescribeEventAggregates"]).split(" ");
    return read(source, name, inConsole(dice.pick(people), place.account, instant(at).slice(0, 10)));
  };
}
var API = "arn:aws:execute-api:eu-west-1:111122223333:3c8y72vp6f/prod";
var STREAMS = [
  { ...PROD_IRELAND, weekday: 240, weekend: 290, hours: "always", call: () => triggered(PROD_IRELAND, "orders-api", { service: "apigateway", sourceArn: `${API}/POST/orders` }) },
  { ...PROD_IRELAND, weekday: 130, weekend: 160, hours: "shop", call: () => triggered(PROD_IRELAND, "checkout", { service: "apigateway", sourceArn: `${API}/POST/checkout` }) },
  { ...PROD_IRELAND, weekday: 110, weekend: 70, hours: "shop", call: () => triggered(PROD_IRELAND, "image-resizer", { service: "s3", sourceArn: `arn:aws:s3:::${UPLOADS_BUCKET}` }) },
  { ...PROD_IRELAND, weekday: 330, weekend: 330, hours: "always", call: functionAtWork(PROD_IRELAND, ["orders-api", "checkout", "image-resizer", "stock-sync", "webhook-receiver"]) },
  { ...PROD_IRELAND, weekday: 110, weekend: 110, hours: "always", call: inventory(PROD_IRELAND, [UPLOADS_BUCKET, ASSETS_BUCKET]) },
  { ...PROD_IRELAND, weekday: 130, weekend: 0, hours: "office", call: looking(PROD_IRELAND, [ADA, BEN, CHIARA, EVA]) },
  { ...PROD_IRELAND, weekday: 40, weekend: 40, hours: "always", call: (dice, at) => ({ ...read("dynamodb", "DescribeTable", asFunction(named("stock-sync"), at), { tableName: "stock" }), ...dice.whole(8) === 0 ? { error: { code: "ThrottlingException", message: "Rate exceeded" } } : {} }) },
  { ...PROD_FRANKFURT, weekday: 70, weekend: 80, hours: "shop", call: () => triggered(PROD_FRANKFURT, "returns-api", { service: "apigateway", sourceArn: "arn:aws:execute-api:eu-central-1:111122223333:7k2m9qp4ds/prod/POST/returns" }) },
  { ...PROD_FRANKFURT, weekday: 90, weekend: 90, hours: "always", call: functionAtWork(PROD_FRANKFURT, ["returns-api"]) },
  { ...PROD_FRANKFURT, weekday: 40, weekend: 40, hours: "always", call: inventory(PROD_FRANKFURT, ["example-shop-returns"]) },
  { ...PROD_GLOBAL, weekday: 45, weekend: 45, hours: "always", call: (_, at) => read("iam", "GetAccountAuthorizationDetails", CONFIG(PROD_GLOBAL, at), {}) },
  { ...PROD_GLOBAL, weekday: 40, weekend: 0, hours: "office", call: lookingAtIdentities(PROD_GLOBAL, [ADA, EVA]) },
  { ...DATA_IRELAND, weekday: 130, weekend: 110, hours: "always", call: functionAtWork(DATA_IRELAND, ["warehouse-loader", "exports-writer"]) },
  { ...DATA_IRELAND, weekday: 60, weekend: 60, hours: "always", call: inventory(DATA_IRELAND, [LOG_BUCKET, EXPORTS_BUCKET]) },
  { ...DATA_IRELAND, weekday: 45, weekend: 0, hours: "office", call: looking(DATA_IRELAND, [ADA, DAN, EVA]) },
  { ...DATA_IRELAND, weekday: 70, weekend: 70, hours: "always", call: (dice, at) => objectCall("PutObject", LOG_BUCKET, `AWSLogs/111122223333/CloudTrail/eu-west-1/${instant(at).slice(0, 10).replaceAll("-", "/")}/${dice.uuid()}.json.gz`, service("cloudtrail")) },
  { ...DATA_IRELAND, weekday: 12, weekend: 12, hours: "always", call: (dice, at) => objectCall("PutObject", EXPORTS_BUCKET, `exports/${instant(at).slice(0, 10)}/${dice.uuid()}.parquet`, asFunction(named("exports-writer"), at)) },
  { ...DATA_FRANKFURT, weekday: 30, weekend: 14, hours: "shop", call: inventory(DATA_FRANKFURT, ["example-shop-warehouse-copy"]) },
  // Nobody looks at identities at the weekend: days that only digests account for.
  { ...DATA_GLOBAL, weekday: 22, weekend: 0, hours: "office", call: lookingAtIdentities(DATA_GLOBAL, [ADA, EVA]) },
  { ...PROD_IRELAND, weekday: 24, weekend: 12, hours: "shop", call: () => triggered(PROD_IRELAND, "webhook-receiver", { service: "apigateway", sourceArn: `${API}/POST/webhooks` }) },
  { ...DATA_IRELAND, weekday: 6, weekend: 6, hours: "always", call: () => triggered(DATA_IRELAND, "exports-writer", { service: "events", sourceArn: "arn:aws:events:eu-west-1:444455556666:rule/exports" }) }
];
function objectCall(name, bucketName, key, caller2) {
  return {
    source: "s3",
    name,
    caller: caller2,
    isData: true,
    reads: name === "GetObject",
    request: { bucketName, Host: `${bucketName}.s3.eu-west-1.amazonaws.com`, key },
    resources: [{ arn: `arn:aws:s3:::${bucketName}/${key}`, type: "AWS::S3::Object" }, { arn: `arn:aws:s3:::${bucketName}`, type: "AWS::S3::Bucket" }]
  };
}

// src/demo/record.ts
function logRecord(call, eventId2) {
  const { caller: caller2, error, resources } = call;
  const host = `${call.source}.${call.region}.amazonaws.com`;
  const bySelf = !caller2.ip.endsWith(".amazonaws.com") && caller2.ip !== "AWS Internal";
  return {
    eventVersion: "1.11",
    userIdentity: caller2.identity,
    eventTime: call.at,
    eventSource: `${call.source}.amazonaws.com`,
    eventName: call.name,
    awsRegion: call.region,
    sourceIPAddress: caller2.ip,
    userAgent: caller2.agent,
    ...error === void 0 ? {} : { errorCode: error.code, errorMessage: error.message },
    requestParameters: call.request ?? null,
    responseElements: error === void 0 ? call.response ?? null : null,
    requestID: uuidOf(`request ${eventId2}`),
    eventID: eventId2,
    readOnly: call.reads ?? false,
    ...resources === void 0 ? {} : { resources: resources.map(({ arn, type }) => ({ accountId: call.account, type, ARN: arn })) },
    eventType: "AwsApiCall",
    managementEvent: call.isData !== true,
    recipientAccountId: call.account,
    eventCategory: call.isData === true ? "Data" : "Management",
    ...bySelf ? { tlsDetails: { tlsVersion: "TLSv1.3", cipherSuite: "TLS_AES_128_GCM_SHA256", clientProvidedHostHeader: host } } : {},
    ...caller2.console ? { sessionCredentialFromConsole: "true" } : {},
    ...call.fields
  };
}

// src/demo/scene.ts
function eventId(scene, index) {
  return uuidOf(`scene ${scene.name} ${index}`);
}
function factOf(scene, coverage = []) {
  const ids = scene.calls.map((_, index) => eventId(scene, index));
  const shownBy = Object.entries(scene.shownBy).map(([query, places2]) => ({
    query,
    eventIds: places2 === "all" ? ids : places2.map((place) => eventId(scene, place < 0 ? ids.length + place : place))
  }));
  const lineage = (scene.lineage ?? []).map(({ change, links, ...rest }) => ({ eventId: eventId(scene, change), links: links.map((place) => eventId(scene, place)), ...rest }));
  return { name: scene.name, sentence: scene.sentence, eventIds: ids, shownBy, absentFrom: scene.absentFrom ?? [], coverage, lineage };
}

// src/demo/story/housekeeping.ts
var ada = (day) => inConsole(ADA, PROD, day);
var eva = (day) => inConsole(EVA, PROD, day);
var iam = (at, name, caller2, request, response = null) => ({ ...PROD_GLOBAL, at, source: "iam", name, caller: caller2, request, response });
var user = (userName) => ({ user: { path: "/", userName, userId: uniqueId("AIDA", `${PROD} ${userName}`), arn: `arn:aws:iam::${PROD}:user/${userName}` } });
var KEY = `arn:aws:kms:eu-west-1:${DATA}:key/2d9b6c10-58a4-4e0f-9b7d-6c1a3f5e8d02`;
var keyCall = (at, name, caller2, request, response = null) => ({ ...DATA_IRELAND, at, source: "kms", name, caller: caller2, request, response, resources: [{ arn: KEY, type: "AWS::KMS::Key" }] });
var vendorRole = (at) => roleSession({ account: PROD, roleName: "vendor-monitoring", sessionName: "watcher", startedAt: at });
var vendorVisits = Array.from({ length: 12 }, (_, index) => instant(Date.parse("2026-10-01T05:17:30Z") + index * 62 * 36e5));
var reader = roleSession({ account: DATA, roleName: "orders-reader", sessionName: "month-end", startedAt: "2026-10-30T08:45:00Z" });
var shared = uuidOf("month-end across accounts");
var denied = (at, source, name, action) => ({
  ...PROD_IRELAND,
  at,
  source,
  name,
  caller: onCommandLine(CHIARA, PROD, "2026-10-29", `${source}.x`),
  reads: true,
  request: null,
  error: { code: "AccessDenied", message: `User: arn:aws:sts::${PROD}:assumed-role/Developer/${CHIARA.email} is not authorized to perform: ${action} because no identity-based policy allows the action` }
});
var HOUSEKEEPING = [
  {
    name: "joiner",
    sentence: "The user finn.weber is made, given a console password, and put in the group support; in Identity Center a user is made and given access to shop-prod.",
    calls: [
      iam("2026-10-05T09:10:02Z", "CreateUser", ada("2026-10-05"), { userName: "finn.weber" }, user("finn.weber")),
      iam("2026-10-05T09:10:40Z", "CreateLoginProfile", ada("2026-10-05"), { userName: "finn.weber", passwordResetRequired: true }, { loginProfile: { userName: "finn.weber", createDate: "Oct 5, 2026, 9:10:40 AM", passwordResetRequired: true } }),
      iam("2026-10-05T09:11:15Z", "AddUserToGroup", ada("2026-10-05"), { userName: "finn.weber", groupName: "support" }),
      { ...PROD_IRELAND, at: "2026-10-05T09:30:00Z", source: "sso-directory", name: "CreateUser", caller: ada("2026-10-05"), request: { identityStoreId: "d-9367e5c1a2", userName: "HIDDEN_DUE_TO_SECURITY_REASONS" }, response: { user: { userId: "92675e8f10-4a1c2f60-7d35-4b1e-9f70-1c8a6b2d3e45" } } },
      { ...PROD_IRELAND, at: "2026-10-05T09:32:10Z", source: "sso", name: "CreateAccountAssignment", caller: ada("2026-10-05"), request: { instanceArn: "arn:aws:sso:::instance/ssoins-6804example0001", targetId: PROD, targetType: "AWS_ACCOUNT", permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-6804example0001/ps-0123456789abcdef", principalType: "USER", principalId: "92675e8f10-4a1c2f60-7d35-4b1e-9f70-1c8a6b2d3e45" }, response: { accountAssignmentCreationStatus: { status: "IN_PROGRESS" } } }
    ],
    shownBy: { "IAM-01": "all", "CHG-01": "all", "CHG-02": "all" },
    absentFrom: ["IAM-03"]
  },
  {
    name: "leaver",
    sentence: "The user gita.rao leaves: password, key, membership and user are removed, in the freeze before the autumn sale.",
    calls: [
      iam("2026-10-30T15:05:00Z", "DeleteLoginProfile", eva("2026-10-30"), { userName: "gita.rao" }),
      iam("2026-10-30T15:05:20Z", "DeleteAccessKey", eva("2026-10-30"), { userName: "gita.rao", accessKeyId: "AKIAEXAMPLEGITA00001" }),
      iam("2026-10-30T15:05:44Z", "RemoveUserFromGroup", eva("2026-10-30"), { userName: "gita.rao", groupName: "support" }),
      iam("2026-10-30T15:06:10Z", "DeleteUser", eva("2026-10-30"), { userName: "gita.rao" })
    ],
    shownBy: { "IAM-01": [0, 2, 3], "IAM-06": [1], "CHG-05": [0, 3], "CHG-01": "all" },
    absentFrom: ["CHG-03"]
  },
  {
    name: "key-deletion-cancelled",
    sentence: "A customer key is scheduled for deletion; the next day the deletion is cancelled and the key enabled.",
    calls: [
      keyCall("2026-10-14T10:05:30Z", "ScheduleKeyDeletion", inConsole(DAN, DATA, "2026-10-14"), { keyId: KEY, pendingWindowInDays: 7 }, { keyId: KEY, keyState: "PendingDeletion", deletionDate: "Oct 21, 2026, 12:00:00 AM", pendingWindowInDays: 7 }),
      keyCall("2026-10-15T08:12:11Z", "CancelKeyDeletion", inConsole(EVA, DATA, "2026-10-15"), { keyId: KEY }, { keyId: KEY }),
      keyCall("2026-10-15T08:13:02Z", "EnableKey", inConsole(EVA, DATA, "2026-10-15"), { keyId: KEY }, null)
    ],
    shownBy: { "KMS-01": [0], "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "secret-read-by-a-person",
    sentence: "A person reads the password of the warehouse.",
    calls: [{ ...DATA_IRELAND, at: "2026-10-22T09:48:37Z", source: "secretsmanager", name: "GetSecretValue", caller: inConsole(DAN, DATA, "2026-10-22"), reads: true, request: { secretId: `arn:aws:secretsmanager:eu-west-1:${DATA}:secret:warehouse/password-Qw3rTy` } }],
    shownBy: { "SEC-01": "all" }
  },
  {
    name: "findings-hidden",
    sentence: "A GuardDuty filter is made that archives findings as they come.",
    calls: [{ ...PROD_IRELAND, at: "2026-10-09T09:55:00Z", source: "guardduty", name: "CreateFilter", caller: eva("2026-10-09"), request: { detectorId: "12abc34d567e8fa901bc2d34e56789f0", name: "scanner-noise", action: "ARCHIVE", rank: 1, findingCriteria: { criterion: { type: { eq: ["Recon:EC2/PortProbeUnprotectedPort"] } } } }, response: { name: "scanner-noise" } }],
    shownBy: { "LOG-05": "all", "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "alarm-muted",
    sentence: "The alarm on failed payments is muted during a migration, and the retention of a log group is cut to a week.",
    calls: [
      { ...PROD_IRELAND, at: "2026-10-08T10:25:00Z", source: "monitoring", name: "DisableAlarmActions", caller: ada("2026-10-08"), request: { alarmNames: ["failed-payments"] } },
      { ...PROD_IRELAND, at: "2026-10-08T10:58:30Z", source: "monitoring", name: "EnableAlarmActions", caller: ada("2026-10-08"), request: { alarmNames: ["failed-payments"] } },
      { ...PROD_IRELAND, at: "2026-10-08T14:01:12Z", source: "logs", name: "PutRetentionPolicy", caller: ada("2026-10-08"), request: { logGroupName: "/aws/lambda/checkout", retentionInDays: 7 } }
    ],
    shownBy: { "LOG-07": [0, 2], "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "interactive-access",
    sentence: "A person opens CloudShell in shop-prod and asks the warehouse a question by hand.",
    calls: [
      { ...PROD_IRELAND, at: "2026-10-20T08:20:15Z", source: "cloudshell", name: "CreateSession", caller: ada("2026-10-20"), request: { EnvironmentId: "7f1e9a30-5b62-4c0d-8e14-2a6f3c9d7b50" } },
      { ...DATA_IRELAND, at: "2026-10-22T09:52:10Z", source: "athena", name: "StartQueryExecution", caller: inConsole(DAN, DATA, "2026-10-22"), request: { queryString: "***OMITTED***", workGroup: "analysts" }, response: { queryExecutionId: "5e0d7c2a-1b94-4f63-a8e7-9c3b2d1f0a68" } }
    ],
    shownBy: { "PRIV-07": "all" }
  },
  {
    name: "organisation-changed",
    sentence: "GuardDuty is given a delegated administrator in the organisation, and a policy is attached to a unit.",
    calls: [
      { ...PROD_GLOBAL, at: "2026-10-19T09:12:44Z", source: "organizations", name: "RegisterDelegatedAdministrator", caller: eva("2026-10-19"), request: { accountId: DATA, servicePrincipal: "guardduty.amazonaws.com" } },
      { ...PROD_GLOBAL, at: "2026-10-19T09:20:01Z", source: "organizations", name: "AttachPolicy", caller: eva("2026-10-19"), request: { policyId: "p-examplepolicy1", targetId: "ou-exam-pleunit01" } }
    ],
    shownBy: { "ORG-01": "all", "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "vendor-visits",
    sentence: "The monitoring vendor, a known account, takes its role in shop-prod twelve times.",
    calls: vendorVisits.map((at) => ({
      ...PROD_IRELAND,
      at,
      source: "sts",
      name: "AssumeRole",
      reads: true,
      caller: { identity: { type: "AWSAccount", principalId: `${uniqueId("AROA", "vendor")}:watcher`, accountId: VENDOR }, ip: "192.0.2.200", agent: "Boto3/1.40.30 md/Botocore#1.40.30 ua/2.1 os/linux lang/python#3.12.11", console: false },
      request: { roleArn: roleArn(vendorRole(at)), roleSessionName: "watcher", externalId: "example-shop-7731" },
      response: issued(vendorRole(at)),
      resources: [{ arn: roleArn(vendorRole(at)), type: "AWS::IAM::Role" }],
      fields: { sharedEventID: uuidOf(`vendor visit ${at}`) }
    })),
    shownBy: { "PRIV-01": [0, -1], "PRIV-02": [0, -1] }
  },
  {
    name: "role-across-accounts",
    sentence: "A role of shop-prod takes a role in shop-data for the month's end: one call, recorded once in each account.",
    calls: [PROD_IRELAND, DATA_IRELAND].map((place) => ({
      ...place,
      at: reader.startedAt,
      source: "sts",
      name: "AssumeRole",
      reads: true,
      caller: place.account === PROD ? onCommandLine(ADA, PROD, "2026-10-30", "sts.assume-role") : { ...onCommandLine(ADA, PROD, "2026-10-30", "sts.assume-role"), identity: { type: "AWSAccount", principalId: `${uniqueId("AROA", "platform")}:${ADA.email}`, accountId: PROD } },
      request: { roleArn: roleArn(reader), roleSessionName: "month-end" },
      response: issued(reader),
      resources: [{ arn: roleArn(reader), type: "AWS::IAM::Role" }],
      fields: { sharedEventID: shared, ...place.account === PROD ? {} : { recipientAccountId: DATA } }
    })),
    shownBy: { "PRIV-01": [1], "PRIV-02": [1] }
  },
  {
    name: "trust-widened",
    sentence: "The role of the vendor is opened to a second account of the same vendor, which nobody has listed.",
    calls: [iam("2026-10-27T14:44:10Z", "UpdateAssumeRolePolicy", ada("2026-10-27"), { roleName: "vendor-monitoring", policyDocument: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":["arn:aws:iam::${VENDOR}:root","arn:aws:iam::777788880000:root"]},"Action":"sts:AssumeRole"}]}` })],
    shownBy: { "IAM-04": "all", "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "refused-calls",
    sentence: "A developer is refused three times what her role does not allow.",
    calls: [denied("2026-10-29T13:02:05Z", "secretsmanager", "GetSecretValue", "secretsmanager:GetSecretValue"), denied("2026-10-29T13:02:40Z", "secretsmanager", "GetSecretValue", "secretsmanager:GetSecretValue"), denied("2026-10-29T13:05:12Z", "iam", "ListUsers", "iam:ListUsers")].map((call) => call.source === "iam" ? { ...call, ...PROD_GLOBAL } : call),
    shownBy: { "ERR-01": "all" }
  },
  {
    name: "throttled-calls",
    sentence: "A reporting script reads too fast and is throttled.",
    calls: ["2026-10-05T06:00:11Z", "2026-10-05T06:00:12Z", "2026-10-05T06:00:14Z"].map((at) => ({
      ...PROD_IRELAND,
      at,
      source: "logs",
      name: "FilterLogEvents",
      reads: true,
      request: { logGroupName: "/aws/lambda/orders-api" },
      caller: iamUser(PROD, "report-script", { ip: "198.51.100.90", agent: "Boto3/1.40.30 md/Botocore#1.40.30 ua/2.1 os/linux lang/python#3.12.11", key: "AKIA" }),
      error: { code: "ThrottlingException", message: "Rate exceeded" }
    })),
    shownBy: { "ERR-02": [0, -1] }
  },
  {
    name: "hostile-texts",
    sentence: "Somebody writes markup, a formula and table bars into an alarm's name, a user agent and a session name. They must come out as text.",
    calls: [
      {
        ...PROD_IRELAND,
        at: "2026-10-29T18:30:30Z",
        source: "monitoring",
        name: "PutMetricAlarm",
        caller: { ...iamUser(PROD, "report-script", { ip: "198.51.100.90", agent: "", key: "AKIA" }), agent: '<script>alert("agent")</script> | =HYPERLINK("https://evil.example","open") | [x](javascript:alert(1))' },
        request: { alarmName: "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)> | **bold** `code`", alarmDescription: "</td></table><h1>hello</h1>", actionsEnabled: false, metricName: "Errors", namespace: "AWS/Lambda", threshold: 1 }
      },
      {
        ...PROD_IRELAND,
        at: "2026-10-29T18:31:02Z",
        source: "sts",
        name: "AssumeRole",
        reads: true,
        caller: { ...iamUser(PROD, "report-script", { ip: "198.51.100.90", agent: "", key: "AKIA" }), agent: "+SUM(A1:A9)*1|@evil" },
        request: { roleArn: `arn:aws:iam::${PROD}:role/reporting-all-tables`, roleSessionName: "=2+5@evil,-1" },
        response: issued(roleSession({ account: PROD, roleName: "reporting-all-tables", sessionName: "=2+5@evil,-1", startedAt: "2026-10-29T18:31:02Z" })),
        resources: [{ arn: `arn:aws:iam::${PROD}:role/reporting-all-tables`, type: "AWS::IAM::Role" }]
      }
    ],
    shownBy: { "LOG-07": [0], "CHG-01": [0], "PRIV-01": [1] }
  }
];

// src/demo/story/data-and-backups.ts
var dan = (day, command) => onCommandLine(DAN, DATA, day, command);
function database(at, name, caller2, request) {
  const identifier = request["dBInstanceIdentifier"] ?? "warehouse";
  return { ...DATA_IRELAND, at, source: "rds", name, caller: caller2, request, response: { dBInstanceIdentifier: identifier, engine: "postgres", storageEncrypted: true, publiclyAccessible: false, pendingModifiedValues: {} } };
}
var snapshotDeleted = (at, caller2, dBSnapshotIdentifier) => ({ ...DATA_IRELAND, at, source: "rds", name: "DeleteDBSnapshot", caller: caller2, request: { dBSnapshotIdentifier }, response: { dBSnapshotIdentifier, dBInstanceIdentifier: "warehouse", engine: "postgres", status: "deleted" } });
var backups = roleSession({ account: DATA, roleName: "AWSBackupDefaultServiceRole", rolePath: "/service-role/", sessionName: "AWSBackup-AWSBackupDefaultServiceRole", startedAt: "2026-10-11T03:00:02Z" });
function keyUsed(at, object2) {
  const writer = functionSession({ ...DATA_IRELAND, name: "exports-writer" }, Date.parse(at));
  return {
    ...keyCall(at, "GenerateDataKey", through("s3", inSession(writer, { ip: "", agent: "" })), { keyId: KEY, keySpec: "AES_256", encryptionContext: { "aws:s3:arn": `arn:aws:s3:::${EXPORTS_BUCKET}/${object2}` } }, null),
    reads: true
  };
}
function object(at, name, key, caller2, bytesRead = 0) {
  return { ...DATA_IRELAND, at, ...objectCall(name, EXPORTS_BUCKET, key, caller2), fields: { additionalEventData: { SignatureVersion: "SigV4", bytesTransferredIn: 0, bytesTransferredOut: bytesRead } } };
}
var SECRET = `arn:aws:secretsmanager:eu-west-1:${DATA}:secret:warehouse/password-Qw3rTy`;
var rotation = (at, name) => ({
  ...DATA_IRELAND,
  at,
  source: "secretsmanager",
  name,
  caller: { identity: { accountId: DATA, invokedBy: "secretsmanager.amazonaws.com" }, ip: "secretsmanager.amazonaws.com", agent: "secretsmanager.amazonaws.com", console: false },
  fields: { eventType: "AwsServiceEvent", additionalEventData: { SecretId: SECRET } }
});
var DATA_AND_BACKUPS = [
  {
    name: "database-changed",
    sentence: "The warehouse gets a new master password and loses its protection against deletion, which it has again ten minutes later.",
    calls: [
      database("2026-10-06T12:10:20Z", "ModifyDBInstance", dan("2026-10-06", "rds.modify-db-instance"), { dBInstanceIdentifier: "warehouse", masterUserPassword: "****", deletionProtection: false, applyImmediately: true }),
      database("2026-10-06T12:20:41Z", "ModifyDBInstance", dan("2026-10-06", "rds.modify-db-instance"), { dBInstanceIdentifier: "warehouse", deletionProtection: true, applyImmediately: true })
    ],
    shownBy: { "DB-01": "all", "CHG-01": "all" },
    absentFrom: ["BCK-01", "DATA-07", "LOG-08"]
  },
  {
    name: "key-taken-off-the-exports",
    sentence: "Before he gives up the key of the customers' exports, an engineer takes it off their bucket.",
    calls: [{ ...DATA_IRELAND, at: "2026-10-14T10:02:14Z", source: "s3", name: "DeleteBucketEncryption", caller: inConsole(DAN, DATA, "2026-10-14"), request: { bucketName: EXPORTS_BUCKET, encryption: "" } }],
    shownBy: { "DATA-07": "all", "DATA-01": "all", "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "key-put-back-on-the-exports",
    sentence: "The security engineer puts the key back on the bucket, and lets nobody but herself give it up.",
    calls: [
      { ...DATA_IRELAND, at: "2026-10-15T08:14:02Z", source: "s3", name: "PutBucketEncryption", caller: inConsole(EVA, DATA, "2026-10-15"), request: { bucketName: EXPORTS_BUCKET, encryption: "", ServerSideEncryptionConfiguration: { Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "aws:kms", KMSMasterKeyID: KEY }, BucketKeyEnabled: true } } } },
      keyCall("2026-10-15T08:21:37Z", "PutKeyPolicy", inConsole(EVA, DATA, "2026-10-15"), { keyId: KEY, policyName: "default", policy: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::${DATA}:root"},"Action":"kms:*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":["kms:ScheduleKeyDeletion","kms:DisableKey"],"Resource":"*","Condition":{"StringNotLike":{"aws:PrincipalArn":"*SecurityEngineer*"}}}]}`, bypassPolicyLockoutSafetyCheck: false }, { keyId: KEY })
    ],
    shownBy: { "DATA-01": [0], "KMS-02": [1], "CHG-01": "all", "CHG-02": "all" },
    absentFrom: ["DATA-07", "KMS-01"]
  },
  {
    name: "key-at-work",
    sentence: "S3 asks for the key of the exports when the function writes one: once at the beginning and once at the end of the month.",
    calls: [keyUsed("2026-10-03T02:00:09Z", "exports/2026-10-03/orders.parquet"), keyUsed("2026-10-27T02:00:08Z", "exports/2026-10-27/orders.parquet")],
    shownBy: { "KMS-03": "all" },
    absentFrom: ["KMS-01"]
  },
  {
    name: "customer-erased",
    sentence: "For a customer who asked to be forgotten two exports are deleted, and from now on all exports are deleted after a year.",
    calls: [
      object("2026-10-20T09:05:11Z", "DeleteObject", "customers/c-20713/profile.json", dan("2026-10-20", "s3.rm")),
      object("2026-10-20T09:05:12Z", "DeleteObject", "customers/c-20713/orders.json", dan("2026-10-20", "s3.rm")),
      { ...DATA_IRELAND, at: "2026-10-20T09:26:50Z", source: "s3", name: "PutBucketLifecycle", caller: inConsole(DAN, DATA, "2026-10-20"), request: { bucketName: EXPORTS_BUCKET, lifecycle: "", LifecycleConfiguration: { Rule: { ID: "a-year-at-most", Status: "Enabled", Filter: { Prefix: "exports/" }, Expiration: { Days: 365 } } } }, resources: [{ arn: `arn:aws:s3:::${EXPORTS_BUCKET}`, type: "AWS::S3::Bucket" }] }
    ],
    shownBy: { "DATA-06": "all", "DATA-04": [0, 1], "DATA-05": [0, 1], "CHG-07": [0, 1], "DATA-01": [2], "CHG-01": [2] },
    absentFrom: ["BCK-01", "LOG-04"]
  },
  {
    name: "export-read",
    sentence: "A data engineer downloads an export with customers' orders, twice.",
    calls: ["2026-10-22T09:58:31Z", "2026-10-22T13:04:02Z"].map((at) => object(at, "GetObject", "exports/2026-10-21/orders.parquet", dan("2026-10-22", "s3.cp"), 48211906)),
    shownBy: { "DATA-04": "all", "DATA-05": "all" },
    absentFrom: ["LOG-04"]
  },
  {
    name: "warehouse-released",
    sentence: "A release of the warehouse's loading goes through its pipeline: an engineer starts it, and the security engineer approves it.",
    calls: [
      { ...DATA_IRELAND, at: "2026-10-19T08:10:05Z", source: "codepipeline", name: "StartPipelineExecution", caller: inConsole(DAN, DATA, "2026-10-19"), request: { name: "warehouse", clientRequestToken: "c7a1" }, response: { pipelineExecutionId: "9b1d2c3e-4f50-4a61-8b72-0c9d8e7f6a54" } },
      { ...DATA_IRELAND, at: "2026-10-19T08:44:52Z", source: "codepipeline", name: "PutApprovalResult", caller: inConsole(EVA, DATA, "2026-10-19"), request: { pipelineName: "warehouse", stageName: "Production", actionName: "Approve", result: { status: "Approved", summary: "OPS-334" }, token: "HIDDEN_DUE_TO_SECURITY_REASONS" }, response: { approvedAt: "Oct 19, 2026, 8:44:52 AM" } }
    ],
    shownBy: { "CHG-06": "all", "CHG-02": "all" },
    absentFrom: ["CHG-03", "CHG-05"]
  },
  {
    name: "restore-tested",
    sentence: "The warehouse is restored from last night's snapshot beside the one in use, looked at, and removed.",
    calls: [
      database("2026-10-22T07:40:16Z", "RestoreDBInstanceFromDBSnapshot", dan("2026-10-22", "rds.restore-db-instance-from-db-snapshot"), { dBInstanceIdentifier: "warehouse-restore-test", dBSnapshotIdentifier: "rds:warehouse-2026-10-22-02-10", publiclyAccessible: false }),
      database("2026-10-22T09:31:55Z", "DeleteDBInstance", dan("2026-10-22", "rds.delete-db-instance"), { dBInstanceIdentifier: "warehouse-restore-test", skipFinalSnapshot: true, deleteAutomatedBackups: true })
    ],
    shownBy: { "BCK-02": [0], "DB-01": "all", "CHG-01": "all" },
    absentFrom: ["BCK-01", "DATA-07"]
  },
  {
    name: "secret-rotated",
    sentence: "The day after a person read it, the password of the warehouse is rotated, and from now on every 30 days.",
    calls: [
      { ...DATA_IRELAND, at: "2026-10-23T07:32:08Z", source: "secretsmanager", name: "RotateSecret", caller: inConsole(EVA, DATA, "2026-10-23"), request: { secretId: SECRET, rotationRules: { automaticallyAfterDays: 30 }, rotateImmediately: true }, response: { arn: SECRET } },
      rotation("2026-10-23T07:32:09Z", "RotationStarted"),
      rotation("2026-10-23T07:32:31Z", "RotationSucceeded")
    ],
    shownBy: { "SEC-02": "all", "CHG-01": [0], "CHG-02": [0] }
  },
  {
    name: "backup-copied-to-frankfurt",
    sentence: "A snapshot of the warehouse is copied to Frankfurt, encrypted, where the shop may keep data.",
    calls: [{ ...DATA_FRANKFURT, at: "2026-10-26T08:15:40Z", source: "rds", name: "CopyDBSnapshot", caller: dan("2026-10-26", "rds.copy-db-snapshot"), request: { sourceDBSnapshotIdentifier: `arn:aws:rds:eu-west-1:${DATA}:snapshot:rds:warehouse-2026-10-26-02-10`, targetDBSnapshotIdentifier: "warehouse-2026-10", kmsKeyId: `arn:aws:kms:eu-central-1:${DATA}:key/9a4e1c77-0b52-4c1d-8f3a-7d6e5b4c3a21`, sourceRegion: "eu-west-1" }, response: { dBSnapshotIdentifier: "warehouse-2026-10", dBInstanceIdentifier: "warehouse", engine: "postgres", encrypted: true, status: "creating" } }],
    shownBy: { "RES-03": "all", "CHG-01": "all", "DATA-05": "all" },
    absentFrom: ["DATA-07", "DATA-03", "RES-01"]
  },
  {
    name: "snapshot-deleted",
    sentence: "The snapshot taken before the warehouse was moved is deleted by hand.",
    calls: [snapshotDeleted("2026-10-29T08:44:19Z", dan("2026-10-29", "rds.delete-db-snapshot"), "warehouse-before-migration")],
    shownBy: { "BCK-01": "all", "CHG-01": "all" }
  },
  {
    name: "snapshot-expired",
    sentence: "AWS Backup deletes a snapshot that has been kept as long as its plan says.",
    calls: [snapshotDeleted("2026-10-11T03:00:05Z", through("backup", inSession(backups, { ip: "", agent: "" })), "awsbackup:job-3f0b7c1d-52a4-4e1e-9d0c-8b6a5f4e3d2c")],
    shownBy: {},
    absentFrom: ["BCK-01", "AUTH-05", "RES-04"]
  }
];

// src/demo/story/deliveries.ts
var caller = inConsole(ADA, PROD, "2026-10-12");
var tagged = (at, tags) => ({ ...PROD_IRELAND, at, source: "sns", name: "TagResource", caller, request: { resourceArn: `arn:aws:sns:eu-west-1:${PROD}:orders`, tags: Object.entries(tags).map(([key, value]) => ({ key, value })) } });
var CORRECTED = { name: "corrected-record" };
var first = tagged("2026-10-12T08:30:00Z", { owner: "payments" });
var LATE_ARRIVALS = /* @__PURE__ */ new Map([
  [eventId(CORRECTED, 1), "2026-10-13T02:00:00Z"],
  [eventId({ name: "late-record" }, 0), "2026-10-23T05:00:00Z"]
]);
var DELIVERIES = [
  {
    ...CORRECTED,
    sentence: "AWS delivers a record again with a field it had left out; only the later record counts.",
    calls: [first, { ...first, response: {}, fields: { addendum: { reason: "UPDATED_DATA", updatedFields: "responseElements", originalEventID: eventId(CORRECTED, 0) } } }],
    shownBy: { "CHG-01": [1] }
  },
  {
    name: "late-record",
    sentence: "A change made in the evening of the 22nd is delivered the next morning; it still counts for the day it was made.",
    calls: [{ ...PROD_IRELAND, at: "2026-10-22T17:40:33Z", source: "sns", name: "SetTopicAttributes", caller: inConsole(ADA, PROD, "2026-10-22"), request: { topicArn: `arn:aws:sns:eu-west-1:${PROD}:orders`, attributeName: "DisplayName", attributeValue: "Orders" } }],
    shownBy: { "CHG-01": "all", "CHG-05": "all", "LAM-09": "all" }
  }
];

// src/demo/story/deployments.ts
var SHOP = "repo:example-shop/shop:ref:refs/heads/main";
var INFRASTRUCTURE = "repo:example-shop/infrastructure:environment:production";
var OIDC_SUBJECTS = [SHOP, INFRASTRUCTURE];
var after = (at, seconds) => instant(Date.parse(at) + seconds * 1e3);
var codeOf = (what) => Buffer.from(sha256(`code ${what}`), "hex").toString("base64");
function signInFromGitHub(at, subject) {
  const session = githubSession(PROD, at);
  return {
    ...PROD_IRELAND,
    at,
    source: "sts",
    name: "AssumeRoleWithWebIdentity",
    caller: githubToken(subject),
    reads: true,
    request: { roleArn: roleArn(session), roleSessionName: session.sessionName, durationSeconds: 3600 },
    response: { ...issued(session), subjectFromWebIdentityToken: subject, provider: session.provider ?? "", audience: "sts.amazonaws.com" },
    resources: [{ arn: roleArn(session), type: "AWS::IAM::Role" }]
  };
}
function codeUpdated(at, one, caller2, commit) {
  return {
    account: one.account,
    region: one.region,
    at,
    source: "lambda",
    name: "UpdateFunctionCode20150331v2",
    caller: caller2,
    request: { functionName: one.name, s3Bucket: ARTIFACTS_BUCKET, s3Key: `${one.name}/${commit}.zip`, publish: false, dryRun: false },
    response: { functionName: one.name, functionArn: functionArn(one, one.name), runtime: "nodejs22.x", role: `arn:aws:iam::${one.account}:role/${one.name}-role`, handler: "index.handler", codeSha256: codeOf(commit), version: "$LATEST", lastModified: at, revisionId: commit }
  };
}
function release(at, one, version) {
  const caller2 = inSession(githubSession(PROD, at), GITHUB_RUNNER);
  const commit = sha256(`${one.name} ${version}`).slice(0, 40);
  const place = { account: one.account, region: one.region };
  return [
    signInFromGitHub(at, SHOP),
    codeUpdated(after(at, 41), one, caller2, commit),
    { ...place, at: after(at, 55), source: "lambda", name: "PublishVersion20150331", caller: caller2, request: { functionName: one.name, codeSha256: codeOf(commit) }, response: { functionName: one.name, functionArn: `${functionArn(one, one.name)}:${version}`, version: String(version), codeSha256: codeOf(commit), role: `arn:aws:iam::${one.account}:role/${one.name}-role` } },
    { ...place, at: after(at, 63), source: "lambda", name: "UpdateAlias20150331", caller: caller2, request: { functionName: one.name, name: "live", functionVersion: String(version) }, response: { aliasArn: `${functionArn(one, one.name)}:live`, name: "live", functionVersion: String(version) } }
  ];
}
var RELEASES = released();
function places(name) {
  return RELEASES.flatMap((call, index) => name.test(call.name) ? [index] : []);
}
function released() {
  const dice = new Dice("releases");
  const functions = FUNCTIONS.filter(({ account, region }) => account === PROD_IRELAND.account && region === PROD_IRELAND.region);
  return workingDays().filter((_, index) => index % 2 === 0).flatMap((day, index) => {
    const one = functions[index % functions.length];
    return one === void 0 ? [] : release(instant(Date.parse(`${day}T10:02:00Z`) + dice.whole(40 * 60) * 1e3), one, 40 + index);
  });
}
var STACK_AT = "2026-10-14T11:05:20Z";
var stackCaller = inSession(githubSession(PROD, STACK_AT), GITHUB_RUNNER);
var WEBHOOK_STACK = `arn:aws:cloudformation:eu-west-1:${PROD}:stack/shop-webhooks/7b0c6a10-a9f1-11f0-9c1e-0a58a9feac02`;
var madeByStack = through("cloudformation", stackCaller);
var SANDBOX = "repo:example-shop/sandbox:ref:refs/heads/try-things";
var byHand = inConsole(BEN, PROD, "2026-10-07");
var DEPLOYMENTS = [
  {
    name: "pipeline-releases",
    sentence: "Eleven releases come from the main branch: GitHub Actions takes the role github-deploy, updates the code of a function, publishes a version and moves the alias.",
    calls: RELEASES,
    shownBy: {
      "CHG-01": places(/^(Update|Publish)/),
      "LAM-01": places(/Code|Version/),
      "LAM-02": places(/^UpdateAlias/),
      "PRIV-05": places(/^AssumeRole/)
    },
    absentFrom: ["CHG-02", "CHG-03"]
  },
  {
    name: "stack-release",
    sentence: "A stack is updated from the pipeline; CloudFormation makes a function, changes its configuration, and sends a queue to it.",
    calls: [
      signInFromGitHub(STACK_AT, INFRASTRUCTURE),
      { ...PROD_IRELAND, at: after(STACK_AT, 30), source: "cloudformation", name: "ExecuteChangeSet", caller: stackCaller, request: { changeSetName: "release-214", stackName: WEBHOOK_STACK } },
      {
        ...PROD_IRELAND,
        at: after(STACK_AT, 48),
        source: "lambda",
        name: "CreateFunction20150331",
        caller: madeByStack,
        request: { functionName: "webhook-retry", runtime: "nodejs22.x", role: `arn:aws:iam::${PROD}:role/webhook-receiver-role`, handler: "retry.handler", code: { s3Bucket: ARTIFACTS_BUCKET, s3Key: "webhook-retry/214.zip" }, timeout: 30, memorySize: 256, publish: false },
        response: { functionName: "webhook-retry", functionArn: functionArn(PROD_IRELAND, "webhook-retry"), role: `arn:aws:iam::${PROD}:role/webhook-receiver-role`, codeSha256: codeOf("webhook-retry 214"), version: "$LATEST" }
      },
      {
        ...PROD_IRELAND,
        at: after(STACK_AT, 70),
        source: "lambda",
        name: "UpdateFunctionConfiguration20150331v2",
        caller: madeByStack,
        request: { functionName: "webhook-receiver", timeout: 20, memorySize: 512, environment: {} },
        response: { functionName: "webhook-receiver", functionArn: functionArn(PROD_IRELAND, "webhook-receiver"), role: `arn:aws:iam::${PROD}:role/webhook-receiver-role`, timeout: 20, memorySize: 512 }
      },
      {
        ...PROD_IRELAND,
        at: after(STACK_AT, 82),
        source: "lambda",
        name: "CreateEventSourceMapping20150331",
        caller: madeByStack,
        request: { functionName: "webhook-retry", eventSourceArn: `arn:aws:sqs:eu-west-1:${PROD}:webhook-failures`, batchSize: 10, enabled: true },
        response: { uUID: "1f6a3c0e-2b47-4d18-8e55-6f0c9b7d2a14", functionArn: functionArn(PROD_IRELAND, "webhook-retry"), eventSourceArn: `arn:aws:sqs:eu-west-1:${PROD}:webhook-failures`, state: "Creating" }
      }
    ],
    shownBy: { "CHG-06": [1], "CHG-01": [1, 2, 3, 4], "LAM-01": [2], "LAM-02": [3], "LAM-03": [2], "ESM-01": [4], "PRIV-05": [0] },
    absentFrom: ["CHG-02", "CHG-03"]
  },
  {
    name: "release-by-hand",
    sentence: "A developer replaces the code of checkout by hand, in the console.",
    calls: [codeUpdated("2026-10-07T15:42:10Z", { ...PROD_IRELAND, name: "checkout" }, byHand, sha256("checkout by hand").slice(0, 40))],
    shownBy: { "CHG-01": "all", "CHG-02": "all", "CHG-03": "all", "LAM-01": "all" }
  },
  {
    name: "unlisted-repository",
    sentence: "A repository that is not among those allowed to deploy takes a read-only role in shop-prod with its GitHub token.",
    calls: [
      (() => {
        const call = signInFromGitHub("2026-10-19T16:48:03Z", SANDBOX);
        const session = roleSession({ account: PROD, roleName: "github-preview", sessionName: "GitHubActions", startedAt: call.at });
        return {
          ...call,
          request: { roleArn: roleArn(session), roleSessionName: session.sessionName, durationSeconds: 3600 },
          response: { ...call.response, ...issued(session) },
          resources: [{ arn: roleArn(session), type: "AWS::IAM::Role" }]
        };
      })()
    ],
    shownBy: { "PRIV-05": "all" }
  }
];

// src/demo/story/functions.ts
var ben = (day) => inConsole(BEN, PROD, day);
var ada2 = (day) => inConsole(ADA, PROD, day);
function configured(at, functionName, caller2, change) {
  const arn = functionArn(PROD_IRELAND, functionName);
  return {
    ...PROD_IRELAND,
    at,
    source: "lambda",
    name: "UpdateFunctionConfiguration20150331v2",
    caller: caller2,
    request: { functionName: arn, environment: {}, ...change },
    response: { functionName, functionArn: arn, role: `arn:aws:iam::${PROD}:role/${functionName}-role`, ...change }
  };
}
var nights = Array.from({ length: 31 }, (_, index) => ({ at: instant(Date.parse("2026-10-01T02:00:00Z") + index * 864e5), ...triggered(PROD_IRELAND, "nightly-report", { service: "events", sourceArn: `arn:aws:events:eu-west-1:${PROD}:rule/nightly-report` }) }));
var byHand2 = invocation(PROD_IRELAND, "nightly-report", onCommandLine(CHIARA, PROD, "2026-10-15", "lambda.invoke"));
var API2 = `arn:aws:execute-api:eu-west-1:${PROD}:3c8y72vp6f/prod`;
var URL_FUNCTION = functionArn(PROD_IRELAND, "webhook-receiver");
var FUNCTION_SCENES = [
  {
    name: "configuration-by-hand",
    sentence: "A developer gives orders-api more memory and time, in the console.",
    calls: [configured("2026-10-09T13:11:30Z", "orders-api", ben("2026-10-09"), { memorySize: 1024, timeout: 29 })],
    shownBy: { "LAM-02": "all", "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "role-swapped",
    sentence: "The execution role of nightly-report is swapped for a wider one.",
    calls: [configured("2026-10-15T14:02:44Z", "nightly-report", ben("2026-10-15"), { role: `arn:aws:iam::${PROD}:role/reporting-all-tables` })],
    shownBy: { "LAM-03": "all", "LAM-02": "all", "CHG-02": "all" }
  },
  {
    name: "function-made-public",
    sentence: "webhook-receiver gets a function URL anyone may call; both the permission and the URL are taken back 26 minutes later.",
    calls: [
      { ...PROD_IRELAND, at: "2026-10-20T12:15:00Z", source: "lambda", name: "CreateFunctionUrlConfig", caller: ben("2026-10-20"), request: { functionName: URL_FUNCTION, authType: "NONE", cors: { allowOrigins: ["*"] } }, response: { functionUrl: "https://k3xample7url.lambda-url.eu-west-1.on.aws/", functionArn: URL_FUNCTION, authType: "NONE" } },
      { ...PROD_IRELAND, at: "2026-10-20T12:15:02Z", source: "lambda", name: "AddPermission20150331v2", caller: ben("2026-10-20"), request: { functionName: URL_FUNCTION, statementId: "FunctionURLAllowPublicAccess", action: "lambda:InvokeFunctionUrl", principal: "*", functionUrlAuthType: "NONE" }, response: { statement: `{"Sid":"FunctionURLAllowPublicAccess","Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunctionUrl","Resource":"${URL_FUNCTION}","Condition":{"StringEquals":{"lambda:FunctionUrlAuthType":"NONE"}}}` } },
      { ...PROD_IRELAND, at: "2026-10-20T12:41:10Z", source: "lambda", name: "RemovePermission20150331v2", caller: ada2("2026-10-20"), request: { functionName: URL_FUNCTION, statementId: "FunctionURLAllowPublicAccess" } },
      { ...PROD_IRELAND, at: "2026-10-20T12:41:25Z", source: "lambda", name: "DeleteFunctionUrlConfig", caller: ada2("2026-10-20"), request: { functionName: URL_FUNCTION } }
    ],
    shownBy: { "LAM-04": [0, 1], "LAM-02": "all", "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "permission-for-the-api",
    sentence: "API Gateway is allowed to call checkout, limited to one API of the account: nothing exceptional.",
    calls: [{ ...PROD_IRELAND, at: "2026-10-13T09:40:12Z", source: "lambda", name: "AddPermission20150331v2", caller: ben("2026-10-13"), request: { functionName: "checkout", statementId: "api-checkout", action: "lambda:InvokeFunction", principal: "apigateway.amazonaws.com", sourceArn: `${API2}/POST/checkout` }, response: { statement: "{}" } }],
    shownBy: { "LAM-02": "all", "CHG-01": "all" },
    absentFrom: ["LAM-04"]
  },
  {
    name: "foreign-layer",
    sentence: "A layer of an account that is neither ours nor a known partner's is attached to image-resizer.",
    calls: [configured("2026-10-22T10:27:19Z", "image-resizer", ben("2026-10-22"), { layers: ["arn:aws:lambda:eu-west-1:999900001111:layer:image-tools:3"] })],
    shownBy: { "LAM-05": "all", "LAM-02": "all" }
  },
  {
    name: "queue-switched-off",
    sentence: "The queue of stock-sync is switched off for twenty minutes and on again.",
    calls: [false, true].map((enabled) => ({
      ...PROD_IRELAND,
      at: enabled ? "2026-10-08T10:47:20Z" : "2026-10-08T10:27:05Z",
      source: "lambda",
      name: "UpdateEventSourceMapping20150331",
      caller: ben("2026-10-08"),
      request: { uUID: "6d2a9f31-0c84-4f7e-b1d5-3a9e5c7f8b20", functionName: "stock-sync", enabled },
      response: { uUID: "6d2a9f31-0c84-4f7e-b1d5-3a9e5c7f8b20", functionArn: functionArn(PROD_IRELAND, "stock-sync"), eventSourceArn: `arn:aws:sqs:eu-west-1:${PROD}:stock-updates`, state: enabled ? "Enabling" : "Disabling" }
    })),
    shownBy: { "ESM-01": "all", "CHG-01": "all" }
  },
  {
    name: "wiring-changed",
    sentence: "The upload bucket is told to call image-resizer, and a schedule is made for nightly-report.",
    calls: [
      { ...PROD_IRELAND, at: "2026-10-02T08:50:01Z", source: "s3", name: "PutBucketNotification", caller: ada2("2026-10-02"), request: { bucketName: UPLOADS_BUCKET, notification: "", NotificationConfiguration: { CloudFunctionConfiguration: { CloudFunction: functionArn(PROD_IRELAND, "image-resizer"), Event: "s3:ObjectCreated:*" } } } },
      { ...PROD_IRELAND, at: "2026-10-02T08:58:40Z", source: "events", name: "PutRule", caller: ada2("2026-10-02"), request: { name: "nightly-report", scheduleExpression: "cron(0 2 * * ? *)", state: "ENABLED" }, response: { ruleArn: `arn:aws:events:eu-west-1:${PROD}:rule/nightly-report` } },
      { ...PROD_IRELAND, at: "2026-10-02T08:58:42Z", source: "events", name: "PutTargets", caller: ada2("2026-10-02"), request: { rule: "nightly-report", targets: [{ id: "1", arn: functionArn(PROD_IRELAND, "nightly-report") }] }, response: { failedEntryCount: 0, failedEntries: [] } }
    ],
    shownBy: { "LAM-09": "all", "CHG-01": "all" }
  },
  {
    name: "nightly-invocations",
    sentence: "EventBridge starts nightly-report at two every night.",
    calls: nights,
    shownBy: { "INV-02": [0, -1], "INV-03": [0, -1] }
  },
  {
    name: "bucket-invocations",
    sentence: "S3 starts image-resizer for each upload; the first and the last upload of the month.",
    calls: ["2026-10-01T00:00:41Z", "2026-10-31T23:57:12Z"].map((at) => ({ at, ...triggered(PROD_IRELAND, "image-resizer", { service: "s3", sourceArn: `arn:aws:s3:::${UPLOADS_BUCKET}` }) })),
    shownBy: { "INV-02": "all", "INV-03": "all" }
  },
  {
    name: "api-invocations",
    sentence: "API Gateway calls checkout for each payment; the first and the last of the month. The last is delivered after the month's end.",
    calls: ["2026-10-01T00:00:09Z", "2026-10-31T23:59:31Z"].map((at) => ({ at, ...triggered(PROD_IRELAND, "checkout", { service: "apigateway", sourceArn: `${API2}/POST/checkout` }) })),
    shownBy: { "INV-02": "all", "INV-03": "all" }
  },
  {
    name: "invoked-by-a-person",
    sentence: "A developer calls nightly-report twice by hand, from the command line.",
    calls: ["2026-10-15T14:20:11Z", "2026-10-15T14:26:53Z"].map((at) => ({ at, ...byHand2 })),
    shownBy: { "INV-02": "all", "INV-03": "all", "INV-04": "all", "INV-05": "all" }
  }
];
function scheduledLoads() {
  return workingDays().map((day) => ({ at: `${day}T04:30:00Z`, ...invocation(DATA_IRELAND, "warehouse-loader", service("scheduler"), { type: "Event" }) }));
}

// src/demo/story/incidents.ts
var TRAIL = `arn:aws:cloudtrail:eu-west-1:${PROD}:trail/shop-prod-trail`;
var publicPolicy = { Version: "2012-10-17", Statement: [{ Sid: "Campaign", Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `arn:aws:s3:::${ASSETS_BUCKET}/*` }] };
var GUARD = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };
var GROUP = "sg-0a1b2c3d4e5f60718";
var RULE = "sgr-0f1e2d3c4b5a69788";
var opened = { ipProtocol: "tcp", fromPort: 22, toPort: 22, groups: {}, ipRanges: { items: [{ cidrIp: "0.0.0.0/0" }] }, ipv6Ranges: {}, prefixListIds: {} };
var EMERGENCY_AT = "2026-10-23T21:04:12Z";
var emergency = roleSession({ account: PROD, roleName: "BreakGlassAdmin", sessionName: "INC-2047", startedAt: EMERGENCY_AT, sourceIdentity: ADA.email });
var inEmergency = inSession(emergency, { ip: ADA_AT_HOME, agent: "aws-cli/2.31.4 md/awscrt#0.28.4 ua/2.1 os/macos#25.0.0 lang/python#3.13.7" });
var emergencyCall = (at, source, name, request, reads = false) => ({ ...PROD_IRELAND, at, source, name, caller: inEmergency, request: request ?? null, reads });
var HUGO = "hugo.marin";
var HUGOS_KEY = "AKIAEXAMPLEHUGO00001";
var hugo = iamUser(PROD, HUGO, { ip: "203.0.113.201", agent: BROWSER, console: { since: "2026-10-26T09:02:31Z", mfa: true } });
var INCIDENTS = [
  {
    name: "break-glass",
    sentence: "At night the emergency role BreakGlassAdmin is taken for incident INC-2047, and four things are done with it.",
    calls: [
      { ...PROD_IRELAND, at: EMERGENCY_AT, source: "sts", name: "AssumeRole", caller: onCommandLine(ADA, PROD, "2026-10-23", "sts.assume-role", "2026-10-23T20:58:40Z"), reads: true, request: { roleArn: roleArn(emergency), roleSessionName: "INC-2047", sourceIdentity: ADA.email, durationSeconds: 3600 }, response: { ...issued(emergency), sourceIdentity: ADA.email }, resources: [{ arn: roleArn(emergency), type: "AWS::IAM::Role" }] },
      emergencyCall("2026-10-23T21:06:40Z", "lambda", "PutFunctionConcurrency20171031", { functionName: "checkout", reservedConcurrentExecutions: 0 }),
      emergencyCall("2026-10-23T21:09:02Z", "dynamodb", "UpdateTable", { tableName: "orders", billingMode: "PAY_PER_REQUEST" }),
      emergencyCall("2026-10-23T21:31:15Z", "lambda", "DeleteFunctionConcurrency20171031", { functionName: "checkout" }),
      emergencyCall("2026-10-23T21:40:48Z", "dynamodb", "DescribeTable", { tableName: "orders" }, true)
    ],
    shownBy: { "PRIV-03": [0, -1], "CHG-03": [1, 2, 3], "CHG-01": [1, 2, 3], "LAM-02": [1, 3] },
    absentFrom: ["CHG-02"]
  },
  {
    name: "trail-stopped",
    sentence: "A person stops the trail of shop-prod for four hours and starts it again. Nothing of that account is recorded in between, in any region.",
    calls: [
      { ...PROD_IRELAND, at: STOPPED.from, source: "cloudtrail", name: "StopLogging", caller: onCommandLine(ADA, PROD, "2026-10-21", "cloudtrail.stop-logging"), request: { name: TRAIL } },
      { ...PROD_IRELAND, at: STOPPED.to, source: "cloudtrail", name: "StartLogging", caller: onCommandLine(ADA, PROD, "2026-10-21", "cloudtrail.start-logging"), request: { name: TRAIL } }
    ],
    shownBy: { "LOG-02": "all", "CHG-05": [1], "CHG-01": "all" }
  },
  {
    name: "public-bucket",
    sentence: `The guard of the bucket ${ASSETS_BUCKET} is removed and everyone may read it; both are put right 40 minutes later.`,
    calls: [
      { ...PROD_IRELAND, at: "2026-10-16T14:20:05Z", source: "s3", name: "DeleteBucketPublicAccessBlock", caller: inConsole(BEN, PROD, "2026-10-16"), request: { bucketName: ASSETS_BUCKET, publicAccessBlock: "" } },
      { ...PROD_IRELAND, at: "2026-10-16T14:21:33Z", source: "s3", name: "PutBucketPolicy", caller: inConsole(BEN, PROD, "2026-10-16"), request: { bucketName: ASSETS_BUCKET, policy: "", bucketPolicy: publicPolicy } },
      { ...PROD_IRELAND, at: "2026-10-16T14:59:47Z", source: "s3", name: "DeleteBucketPolicy", caller: inConsole(EVA, PROD, "2026-10-16"), request: { bucketName: ASSETS_BUCKET, policy: "" } },
      { ...PROD_IRELAND, at: "2026-10-16T15:00:05Z", source: "s3", name: "PutBucketPublicAccessBlock", caller: inConsole(EVA, PROD, "2026-10-16"), request: { bucketName: ASSETS_BUCKET, publicAccessBlock: "", PublicAccessBlockConfiguration: GUARD } }
    ],
    shownBy: { "DATA-01": [1, 2], "DATA-02": [0], "DATA-03": [1], "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "ssh-open-to-everyone",
    sentence: "A security group lets everyone in on port 22; the rule is taken away after 18 minutes.",
    calls: [
      {
        ...PROD_IRELAND,
        at: "2026-10-27T11:32:00Z",
        source: "ec2",
        name: "AuthorizeSecurityGroupIngress",
        caller: inConsole(BEN, PROD, "2026-10-27"),
        request: { groupId: GROUP, ipPermissions: { items: [opened] } },
        response: { requestId: "0b1f5c9e-7a31-4c0e-9d21-51c2f0a7b601", _return: true, securityGroupRuleSet: { items: [{ groupOwnerId: PROD, groupId: GROUP, securityGroupRuleId: RULE, isEgress: false, ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIpv4: "0.0.0.0/0" }] } }
      },
      { ...PROD_IRELAND, at: "2026-10-27T11:50:00Z", source: "ec2", name: "RevokeSecurityGroupIngress", caller: inConsole(BEN, PROD, "2026-10-27"), request: { groupId: GROUP, ipPermissions: {}, securityGroupRuleIds: { items: [{ securityGroupRuleId: RULE }] } }, response: { _return: true } }
    ],
    shownBy: { "NET-01": "all", "NET-02": [0], "CHG-03": "all", "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "self-granted-admin",
    sentence: "The contractor hugo.marin attaches AdministratorAccess to himself and makes himself an access key; both are taken away two hours later.",
    calls: [
      { ...PROD_GLOBAL, at: "2026-10-26T09:15:20Z", source: "iam", name: "AttachUserPolicy", caller: hugo, request: { userName: HUGO, policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" } },
      { ...PROD_GLOBAL, at: "2026-10-26T09:18:07Z", source: "iam", name: "CreateAccessKey", caller: hugo, request: { userName: HUGO }, response: { accessKey: { accessKeyId: HUGOS_KEY, status: "Active", userName: HUGO, createDate: "Oct 26, 2026, 9:18:07 AM" } } },
      { ...PROD_GLOBAL, at: "2026-10-26T11:12:54Z", source: "iam", name: "DetachUserPolicy", caller: inConsole(EVA, PROD, "2026-10-26"), request: { userName: HUGO, policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" } },
      { ...PROD_GLOBAL, at: "2026-10-26T11:13:30Z", source: "iam", name: "DeleteAccessKey", caller: inConsole(EVA, PROD, "2026-10-26"), request: { userName: HUGO, accessKeyId: HUGOS_KEY } }
    ],
    shownBy: { "IAM-02": [0, 2], "IAM-03": [0], "IAM-06": [1, 3], "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "outside-approved-regions",
    sentence: "A bucket and a table are made in us-east-1, which the shop has not approved for its data.",
    calls: [
      { ...DATA_GLOBAL, at: "2026-10-28T13:30:14Z", source: "s3", name: "CreateBucket", caller: onCommandLine(DAN, DATA, "2026-10-28", "s3api.create-bucket"), request: { bucketName: "example-shop-scratch-us", Host: "example-shop-scratch-us.s3.amazonaws.com" } },
      { ...DATA_GLOBAL, at: "2026-10-28T13:34:50Z", source: "dynamodb", name: "CreateTable", caller: onCommandLine(DAN, DATA, "2026-10-28", "dynamodb.create-table"), request: { tableName: "scratch", billingMode: "PAY_PER_REQUEST" }, response: { tableDescription: { tableName: "scratch", tableStatus: "CREATING" } } }
    ],
    shownBy: { "RES-01": "all", "CHG-01": "all" }
  },
  {
    name: "log-archive-touched",
    sentence: "A person reads an object of the log archive, and its lifecycle is set to delete after 400 days.",
    calls: [
      { ...DATA_IRELAND, at: "2026-10-12T12:40:22Z", ...objectCall("GetObject", LOG_BUCKET, `AWSLogs/${PROD}/CloudTrail/eu-west-1/2026/10/12/${PROD}_CloudTrail_eu-west-1_20261012T1105Z_EXAMPLE.json.gz`, onCommandLine(EVA, DATA, "2026-10-12", "s3.cp")) },
      { ...DATA_IRELAND, at: "2026-10-12T12:55:08Z", source: "s3", name: "PutBucketLifecycle", caller: inConsole(ADA, DATA, "2026-10-12"), request: { bucketName: LOG_BUCKET, lifecycle: "", LifecycleConfiguration: { Rule: { ID: "delete-old-logs", Status: "Enabled", Filter: { Prefix: "AWSLogs/" }, Expiration: { Days: 400 } } } } }
    ],
    shownBy: { "LOG-04": "all", "DATA-01": [1], "CHG-01": [1], "CHG-02": [1] }
  }
];

// src/demo/story/identity.ts
var eva2 = (day) => inConsole(EVA, PROD, day);
function portal(at, person, name, credentialType, result, loginTo) {
  const identity = { type: "IdentityCenterUser", accountId: PROD, onBehalfOf: { userId: uuidOf(`directory ${person.email}`), identityStoreArn: `arn:aws:identitystore::${PROD}:identitystore/d-9367e5c1a2` }, credentialId: uuidOf(`credential ${person.email} ${at.slice(0, 10)}`) };
  return {
    ...PROD_IRELAND,
    at,
    source: "signin",
    name,
    caller: { identity, ip: person.ip, agent: BROWSER, console: false },
    fields: { eventType: "AwsServiceEvent", additionalEventData: { AuthWorkflowID: uuidOf(`sign-in ${person.email} ${at.slice(0, 10)}`), ...loginTo === void 0 ? {} : { LoginTo: loginTo }, CredentialType: credentialType }, serviceEventDetails: { [name]: result } }
  };
}
var portalSignIns = workingDays().flatMap((day) => TEAM.map(({ person }) => {
  const at = instant(Date.parse(`${day}T06:10:00Z`) + new Dice(`portal ${person.email} ${day}`).whole(9 * 60) * 1e3);
  return portal(at, person, "UserAuthentication", "PASSWORD,WEBAUTHN", "Success", "https://example-shop.awsapps.com/start/");
}));
var withHugosKey = {
  identity: { ...Object.fromEntries(Object.entries(hugo.identity).filter(([field]) => field !== "sessionContext")), accessKeyId: HUGOS_KEY },
  ip: hugo.ip,
  agent: "Boto3/1.40.30 md/Botocore#1.40.30 ua/2.1 os/linux lang/python#3.12.11",
  console: false
};
var LOOKS = [
  "iam ListUsers",
  "iam ListRoles",
  "iam ListPolicies",
  "iam GetAccountSummary",
  "iam GetAccountAuthorizationDetails",
  "iam ListAccessKeys",
  "iam ListAttachedUserPolicies",
  "s3 ListBuckets",
  "s3 GetBucketPolicy",
  "s3 GetBucketAcl",
  "s3 GetBucketPublicAccessBlock",
  "s3 GetBucketEncryption",
  "ec2 DescribeInstances",
  "ec2 DescribeSecurityGroups",
  "ec2 DescribeVpcs",
  "ec2 DescribeSnapshots",
  "ec2 DescribeVolumes",
  "ec2 DescribeRegions",
  "lambda ListFunctions20150331",
  "lambda GetFunction20150331v2",
  "lambda GetPolicy20150331v2",
  "lambda ListEventSourceMappings20150331",
  "dynamodb ListTables",
  "dynamodb DescribeTable",
  "rds DescribeDBInstances",
  "rds DescribeDBSnapshots",
  "secretsmanager ListSecrets",
  "ssm DescribeParameters",
  "kms ListKeys",
  "kms ListAliases",
  "sqs ListQueues",
  "sns ListTopics",
  "logs DescribeLogGroups",
  "cloudtrail DescribeTrails",
  "organizations DescribeOrganization",
  "sts GetCallerIdentity"
].map((look, index) => {
  const [source = "", name = ""] = look.split(" ");
  const global = source === "iam" || source === "organizations";
  const request = name.startsWith("GetFunction") ? { functionName: "checkout" } : name.startsWith("GetBucket") ? { bucketName: "example-shop-uploads" } : null;
  return { ...global ? PROD_GLOBAL : PROD_IRELAND, at: instant(Date.parse("2026-10-26T09:20:31Z") + index * 7e3), source, name, caller: withHugosKey, reads: true, request };
});
var evidence = roleSession({ account: DATA, roleName: "cloudtrail-evidence", sessionName: "evidence-2026-09", startedAt: "2026-10-02T06:00:02Z", provider: `arn:aws:iam::${DATA}:oidc-provider/token.actions.githubusercontent.com` });
var AUDIT = "repo:example-shop/audit:environment:evidence";
var collecting = inSession(evidence, { ip: GITHUB_RUNNER.ip, agent: "cloudtrail-evidence" });
var SUPPORT_ROLE = `arn:aws:iam::${PROD}:role/aws-service-role/support.amazonaws.com/AWSServiceRoleForSupport`;
var INSTANCE = "arn:aws:sso:::instance/ssoins-6804example0001";
var DEVELOPERS = "arn:aws:sso:::permissionSet/ssoins-6804example0001/ps-0123456789abcdef";
var IDENTITY = [
  {
    name: "portal-sign-ins",
    sentence: "On every working day the five people of the team sign in to the portal of IAM Identity Center, with a password and a security key.",
    calls: portalSignIns,
    shownBy: { "AUTH-04": "all" },
    absentFrom: ["AUTH-02", "AUTH-03", "AUTH-05", "RES-04"]
  },
  {
    name: "portal-password-mistyped",
    sentence: "A developer mistypes her password at the portal, once.",
    calls: [portal("2026-10-15T06:08:47Z", CHIARA, "CredentialVerification", "PASSWORD", "Failure")],
    shownBy: { "AUTH-04": "all" },
    absentFrom: ["AUTH-03", "AUTH-05"]
  },
  {
    name: "evidence-collected",
    sentence: "The evidence pack of September is made: GitHub Actions takes the role cloudtrail-evidence, asks Athena, and Athena reads the log archive for it.",
    calls: [
      {
        ...DATA_IRELAND,
        at: evidence.startedAt,
        source: "sts",
        name: "AssumeRoleWithWebIdentity",
        caller: githubToken(AUDIT, DATA),
        reads: true,
        request: { roleArn: roleArn(evidence), roleSessionName: evidence.sessionName, durationSeconds: 3600 },
        response: { ...issued(evidence), subjectFromWebIdentityToken: AUDIT, provider: evidence.provider ?? "", audience: "sts.amazonaws.com" },
        resources: [{ arn: roleArn(evidence), type: "AWS::IAM::Role" }]
      },
      { ...DATA_IRELAND, at: "2026-10-02T06:00:09Z", source: "athena", name: "StartQueryExecution", caller: collecting, request: { queryString: "***OMITTED***", workGroup: "evidence" }, response: { queryExecutionId: "0d6b1f3a-7c25-4e80-9b14-5a2d3c4e6f70" } },
      { ...DATA_IRELAND, at: "2026-10-02T06:00:14Z", ...objectCall("GetObject", LOG_BUCKET, `AWSLogs/${PROD}/CloudTrail/eu-west-1/2026/09/30/${PROD}_CloudTrail_eu-west-1_20260930T1010Z_EXAMPLE.json.gz`, through("athena", collecting)) },
      { ...DATA_IRELAND, at: "2026-10-02T06:01:20Z", source: "athena", name: "GetQueryResults", caller: collecting, reads: true, request: { queryExecutionId: "0d6b1f3a-7c25-4e80-9b14-5a2d3c4e6f70" } }
    ],
    shownBy: { "PRIV-05": [0], "INC-02": [1, 3] },
    absentFrom: ["LOG-04", "AUTH-05", "RES-04", "CHG-03"]
  },
  {
    name: "permission-set-changed",
    sentence: "Sessions of developers end after eight hours from now on: the permission set is changed and rolled out.",
    calls: [
      { ...PROD_IRELAND, at: "2026-10-08T08:31:40Z", source: "sso", name: "UpdatePermissionSet", caller: inConsole(ADA, PROD, "2026-10-08"), request: { instanceArn: INSTANCE, permissionSetArn: DEVELOPERS, sessionDuration: "PT8H" } },
      { ...PROD_IRELAND, at: "2026-10-08T08:32:15Z", source: "sso", name: "ProvisionPermissionSet", caller: inConsole(ADA, PROD, "2026-10-08"), request: { instanceArn: INSTANCE, permissionSetArn: DEVELOPERS, targetType: "AWS_ACCOUNT", targetId: PROD }, response: { permissionSetProvisioningStatus: { status: "IN_PROGRESS" } } }
    ],
    shownBy: { "ORG-03": "all", "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "config-rule-replaced",
    sentence: "After a bucket was public for 40 minutes, AWS Config gets a stricter rule in place of the one that said nothing.",
    calls: [
      { ...PROD_IRELAND, at: "2026-10-16T15:20:30Z", source: "config", name: "PutConfigRule", caller: eva2("2026-10-16"), request: { configRule: { configRuleName: "s3-public-access-blocked", source: { owner: "AWS", sourceIdentifier: "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED" } } } },
      { ...PROD_IRELAND, at: "2026-10-16T15:22:04Z", source: "config", name: "DeleteConfigRule", caller: eva2("2026-10-16"), request: { configRuleName: "s3-bucket-public-read-prohibited" } }
    ],
    shownBy: { "LOG-06": "all", "CHG-01": "all", "CHG-02": "all" },
    absentFrom: ["LOG-05"]
  },
  {
    name: "trail-weakened",
    sentence: "After the trail was started again, its delivery to CloudWatch Logs is taken away, which the alarms hang on. The log files in the bucket are not touched by it.",
    calls: [{ ...PROD_IRELAND, at: "2026-10-21T17:26:10Z", source: "cloudtrail", name: "UpdateTrail", caller: onCommandLine(ADA, PROD, "2026-10-21", "cloudtrail.update-trail"), request: { name: TRAIL, cloudWatchLogsLogGroupArn: "", cloudWatchLogsRoleArn: "" }, response: { name: "shop-prod-trail", trailARN: TRAIL, s3BucketName: LOG_BUCKET, isMultiRegionTrail: true, includeGlobalServiceEvents: true, logFileValidationEnabled: true, isOrganizationTrail: false } }],
    shownBy: { "LOG-03": "all", "LOG-02": "all", "CHG-05": "all", "CHG-01": "all" }
  },
  {
    name: "boundary-removed",
    sentence: "Before he makes himself an administrator, the contractor hugo.marin takes off the boundary that would have held him back.",
    calls: [{ ...PROD_GLOBAL, at: "2026-10-26T09:13:48Z", source: "iam", name: "DeleteUserPermissionsBoundary", caller: hugo, request: { userName: HUGO } }],
    shownBy: { "IAM-05": "all", "CHG-03": "all", "CHG-01": "all" },
    absentFrom: ["IAM-03"]
  },
  {
    name: "contractor-looks-around",
    sentence: "With the access key he made himself, hugo.marin has a program take stock of shop-prod: 36 different questions in four minutes, the code of checkout among them.",
    calls: LOOKS,
    shownBy: { "ERR-03": [0, -1], "IAM-07": [0, -1], "LAM-08": [LOOKS.findIndex(({ name }) => name.startsWith("GetFunction"))] },
    absentFrom: ["SEC-01", "ERR-01"]
  },
  {
    name: "aws-asked-for-help",
    sentence: "The security engineer opens a case at AWS about the contractor's key, and AWS Support takes its role in shop-prod to look.",
    calls: [
      { ...PROD_GLOBAL, at: "2026-10-26T11:41:20Z", source: "support", name: "CreateCase", caller: eva2("2026-10-26"), request: { subject: "HIDDEN_DUE_TO_SECURITY_REASONS", serviceCode: "aws-identity-and-access-management", severityCode: "urgent", categoryCode: "account-security", issueType: "technical", language: "en" }, response: { caseId: `case-${PROD}-muen-2026-c4c1d2bf33c5cf47` } },
      { ...PROD_GLOBAL, at: "2026-10-26T12:18:05Z", source: "sts", name: "AssumeRole", caller: service("support"), reads: true, request: { roleArn: SUPPORT_ROLE, roleSessionName: "SupportSession", durationSeconds: 900 }, response: { credentials: { accessKeyId: "ASIAEXAMPLESUPPORT01", sessionToken: "IQoJEXAMPLETOKENMADEUP", expiration: "Oct 26, 2026, 12:33:05 PM" } }, resources: [{ arn: SUPPORT_ROLE, type: "AWS::IAM::Role" }] }
    ],
    shownBy: { "PRIV-06": "all", "CHG-02": [0] },
    absentFrom: ["PRIV-02"]
  },
  {
    name: "lessons-of-the-contractor",
    sentence: "Passwords of IAM users must be longer from now on, and a guardrail of the organisation forbids access keys.",
    calls: [
      { ...PROD_GLOBAL, at: "2026-10-27T08:20:44Z", source: "iam", name: "UpdateAccountPasswordPolicy", caller: eva2("2026-10-27"), request: { minimumPasswordLength: 16, requireSymbols: true, requireNumbers: true, requireUppercaseCharacters: true, requireLowercaseCharacters: true, allowUsersToChangePassword: true, maxPasswordAge: 0, passwordReusePrevention: 24, hardExpiry: false } },
      { ...PROD_GLOBAL, at: "2026-10-27T08:35:12Z", source: "organizations", name: "UpdatePolicy", caller: eva2("2026-10-27"), request: { policyId: "p-examplepolicy1", content: '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["iam:CreateAccessKey","iam:CreateUser"],"Resource":"*"}]}' }, response: { policy: { policySummary: { id: "p-examplepolicy1", name: "protect-the-shop", type: "SERVICE_CONTROL_POLICY", awsManaged: false } } } }
    ],
    shownBy: { "IAM-08": [0], "ORG-02": [1], "ORG-01": [1], "CHG-01": "all", "CHG-02": "all" },
    absentFrom: ["IAM-03"]
  }
];

// src/demo/story/lineage.ts
var CHECKOUT_GROUP = "sg-0c4e8a1b2d3f5a697";
var SIGN_IN = { eventType: "AwsConsoleSignIn" };
var SHARED = "5a1e0c44-6f0b-4d57-9b1c-2f2f6f5a1e0c";
function roleTaken2(place, session, caller2, more = {}) {
  return {
    ...place,
    at: session.startedAt,
    source: "sts",
    name: more.name ?? "AssumeRole",
    caller: caller2,
    reads: true,
    request: { roleArn: roleArn(session), roleSessionName: session.sessionName, durationSeconds: 3600, ...more.request },
    response: { ...issued(session), ...more.response },
    resources: [{ arn: roleArn(session), type: "AWS::IAM::Role" }],
    ...more.fields === void 0 ? {} : { fields: more.fields }
  };
}
function bySaml(place, session, user2, provider, ip) {
  const identity = { type: "SAMLUser", principalId: `${uniqueId("ANPA", provider)}:${user2}`, userName: user2, identityProvider: provider };
  return roleTaken2(place, session, { identity, ip, agent: BROWSER, console: false }, { name: "AssumeRoleWithSAML", request: { sAMLAssertionID: `_${session.keyId.toLowerCase()}`, principalArn: provider }, response: { subject: user2, subjectType: "persistent" } });
}
function fromIdentityCenter(person, place, at) {
  const session = identityCenterSession(person, place.account, at.slice(0, 10), at);
  const provider = `arn:aws:iam::${place.account}:saml-provider/AWSSSO_0f1e2d3c4b5a6978_DO_NOT_DELETE`;
  return { session, opened: bySaml(place, session, person.email, provider, person.ip), caller: inSession(session, { ip: person.ip, agent: BROWSER, console: true }) };
}
function consoleLogin(userName, at, ip) {
  return {
    ...PROD_IRELAND,
    at,
    source: "signin",
    name: "ConsoleLogin",
    caller: iamUser(PROD, userName, { ip, agent: BROWSER }),
    response: { ConsoleLogin: "Success" },
    fields: { ...SIGN_IN, additionalEventData: { LoginTo: "https://console.aws.amazon.com/console/home", MobileVersion: "No", MFAUsed: "Yes", MFAIdentifier: `arn:aws:iam::${PROD}:mfa/${userName}` } }
  };
}
function codeUpdated2(at, name, caller2) {
  const commit = sha256(`${name} ${at}`).slice(0, 40);
  return {
    ...PROD_IRELAND,
    at,
    source: "lambda",
    name: "UpdateFunctionCode20150331v2",
    caller: caller2,
    request: { functionName: name, s3Bucket: ARTIFACTS_BUCKET, s3Key: `${name}/${commit}.zip`, publish: false, dryRun: false },
    response: { functionName: name, functionArn: functionArn(PROD_IRELAND, name), codeSha256: Buffer.from(sha256(`code ${commit}`), "hex").toString("base64"), version: "$LATEST", revisionId: commit }
  };
}
var GRETA = "greta.holm";
var GRETA_IP = "198.51.100.7";
var GRETA_SINCE = "2026-10-08T07:05:47Z";
var inGretasConsole = iamUser(PROD, GRETA, { ip: GRETA_IP, agent: BROWSER, console: { since: GRETA_SINCE, mfa: true } });
var bySignIn = { identity: { ...inGretasConsole.identity, invokedBy: "AWS Internal" }, ip: "AWS Internal", agent: "AWS Internal", console: false };
var switched = roleSession({ account: PROD, roleName: "DeployAdmin", sessionName: GRETA, startedAt: "2026-10-08T07:12:03Z" });
var inSwitchedRole = inSession({ ...switched, keyId: accessKeyId("ASIA", "console request in DeployAdmin") }, { ip: GRETA_IP, agent: BROWSER, console: true });
var evasEvening = fromIdentityCenter(EVA, PROD_IRELAND, "2026-10-15T15:20:11Z");
var AUDITOR = "carl.voss@northwind-audit.example";
var auditor = roleSession({ account: DATA, roleName: "PartnerSupport", sessionName: AUDITOR, startedAt: "2026-10-20T11:02:40Z" });
var RUN_AT = "2026-10-22T09:14:20Z";
var RUN_SUBJECT = "repo:example-shop/shop:ref:refs/heads/main";
var entry = roleSession({ account: PROD, roleName: "github-entry", sessionName: "GitHubActions", startedAt: RUN_AT, provider: `arn:aws:iam::${PROD}:oidc-provider/token.actions.githubusercontent.com` });
var deploy = roleSession({ account: PROD, roleName: "github-deploy", sessionName: "release-231", startedAt: instant(Date.parse(RUN_AT) + 4e3) });
var LEGACY = "legacy-deployer";
var withKey = iamUser(PROD, LEGACY, { ip: "203.0.113.88", agent: "aws-cli/1.18.69 Python/3.8.10 Linux/5.4.0-1041-aws botocore/1.16.19", key: "AKIA" });
var adaInData = fromIdentityCenter(ADA, DATA_IRELAND, "2026-10-27T13:01:09Z");
var across = roleSession({ account: PROD, roleName: "DataSupport", sessionName: "ada-from-data", startedAt: "2026-10-27T13:10:30Z" });
var fromAda = inSession(adaInData.session, { ip: ADA.ip, agent: "aws-cli/2.31.4 md/command#sts.assume-role" });
var LATE_SINCE = "2026-09-30T21:40:12Z";
var lateInConsole = iamUser(PROD, GRETA, { ip: GRETA_IP, agent: BROWSER, console: { since: LATE_SINCE, mfa: true } });
var lost = roleSession({ account: DATA, roleName: "WarehouseMaintenance", sessionName: "maintenance", startedAt: "2026-10-17T08:30:00Z" });
var cleaner = roleSession({ account: PROD, roleName: "image-resizer-role", sessionName: "image-resizer", startedAt: "2026-10-28T02:00:04Z" });
var LINEAGE = [
  {
    name: "lineage-role-switch",
    sentence: `The IAM user ${GRETA} signs in to the console with MFA, switches to the role DeployAdmin, and replaces the code of checkout by hand.`,
    calls: [
      consoleLogin(GRETA, GRETA_SINCE, GRETA_IP),
      roleTaken2(PROD_GLOBAL, switched, bySignIn),
      {
        ...PROD_IRELAND,
        at: switched.startedAt,
        source: "signin",
        name: "SwitchRole",
        response: { SwitchRole: "Success" },
        caller: { identity: { type: "AssumedRole", principalId: `${uniqueId("AROA", `${PROD} DeployAdmin`)}:${GRETA}`, arn: sessionArn(switched), accountId: PROD }, ip: GRETA_IP, agent: BROWSER, console: false },
        fields: { ...SIGN_IN, additionalEventData: { SwitchFrom: `arn:aws:iam::${PROD}:user/${GRETA}`, RedirectTo: "https://eu-west-1.console.aws.amazon.com/lambda/home" } }
      },
      codeUpdated2("2026-10-08T07:31:02Z", "checkout", inSwitchedRole)
    ],
    shownBy: { "AUTH-01": [0], "CHG-01": [3], "CHG-02": [3], "CHG-04": [3], "LAM-01": [3] },
    lineage: [{ change: 3, links: [1, 0], login: "ConsoleLogin", by: GRETA, mfa: "yes", confidence: "strong" }]
  },
  {
    name: "lineage-identity-center",
    sentence: "A security engineer signs in through IAM Identity Center in the afternoon and turns the rotation of a key off and on again.",
    calls: [
      evasEvening.opened,
      { ...PROD_IRELAND, at: "2026-10-15T15:26:40Z", source: "kms", name: "DisableKeyRotation", caller: evasEvening.caller, request: { keyId: "4d3c2b1a-0000-4000-8000-1234567890ab" } },
      { ...PROD_IRELAND, at: "2026-10-15T15:31:05Z", source: "kms", name: "EnableKeyRotation", caller: evasEvening.caller, request: { keyId: "4d3c2b1a-0000-4000-8000-1234567890ab" } }
    ],
    shownBy: { "CHG-01": [1, 2], "CHG-04": [1, 2] },
    lineage: [1, 2].map((change) => ({ change, links: [0], login: "Identity Center", by: EVA.email, mfa: "not in CloudTrail", confidence: "certain" }))
  },
  {
    name: "lineage-saml",
    sentence: "A partner\u2019s engineer comes in through the partner\u2019s own SAML provider and changes the configuration of warehouse-loader.",
    calls: [
      bySaml(DATA_IRELAND, auditor, AUDITOR, `arn:aws:iam::${DATA}:saml-provider/NorthwindADFS`, "192.0.2.140"),
      {
        ...DATA_IRELAND,
        at: "2026-10-20T11:09:12Z",
        source: "lambda",
        name: "UpdateFunctionConfiguration20150331v2",
        caller: inSession(auditor, { ip: "192.0.2.140", agent: BROWSER, console: true }),
        request: { functionName: "warehouse-loader", timeout: 300, environment: {} },
        response: { functionName: "warehouse-loader", functionArn: functionArn(DATA_IRELAND, "warehouse-loader"), timeout: 300 }
      }
    ],
    shownBy: { "CHG-01": [1], "CHG-04": [1], "LAM-02": [1] },
    lineage: [{ change: 1, links: [0], login: "SAML", by: AUDITOR, mfa: "not in CloudTrail", confidence: "certain" }]
  },
  {
    name: "lineage-workflow",
    sentence: "A workflow\u2019s token gives the role github-entry, from which the role github-deploy is taken to release orders-api.",
    calls: [
      roleTaken2(PROD_IRELAND, entry, githubToken(RUN_SUBJECT), { name: "AssumeRoleWithWebIdentity", response: { subjectFromWebIdentityToken: RUN_SUBJECT, provider: entry.provider ?? "", audience: "sts.amazonaws.com" } }),
      roleTaken2(PROD_IRELAND, deploy, inSession(entry, GITHUB_RUNNER)),
      codeUpdated2("2026-10-22T09:15:02Z", "orders-api", inSession(deploy, GITHUB_RUNNER))
    ],
    shownBy: { "CHG-01": [2], "CHG-04": [2], "LAM-01": [2], "PRIV-05": [0] },
    lineage: [{ change: 2, links: [1, 0], login: "web identity", by: RUN_SUBJECT, mfa: null, confidence: "certain" }]
  },
  {
    name: "lineage-long-lived-key",
    sentence: `An old deployment script replaces the code of stock-sync with the long-lived key of the IAM user ${LEGACY}.`,
    calls: [codeUpdated2("2026-10-12T10:41:19Z", "stock-sync", withKey)],
    shownBy: { "CHG-01": "all", "CHG-04": "all", "LAM-01": "all" },
    lineage: [{ change: 0, links: [], login: "long-lived key", by: LEGACY, mfa: "no", confidence: "certain" }]
  },
  {
    name: "lineage-across-accounts",
    sentence: "An engineer signed in to shop-data takes the role DataSupport of shop-prod, and closes a port of its checkout there; both accounts record the call that took the role.",
    calls: [
      adaInData.opened,
      roleTaken2(DATA_IRELAND, across, fromAda, { fields: { sharedEventID: SHARED } }),
      roleTaken2(PROD_IRELAND, across, { ...fromAda, identity: { type: "AWSAccount", principalId: fromAda.identity["principalId"] ?? "", accountId: DATA } }, { fields: { sharedEventID: SHARED } }),
      {
        ...PROD_IRELAND,
        at: "2026-10-27T13:14:55Z",
        source: "ec2",
        name: "RevokeSecurityGroupIngress",
        caller: inSession(across, { ip: ADA.ip, agent: "aws-cli/2.31.4 md/command#ec2.revoke-security-group-ingress" }),
        request: { groupId: CHECKOUT_GROUP, ipPermissions: { items: [{ ipProtocol: "tcp", fromPort: 8443, toPort: 8443, groups: {}, ipRanges: { items: [{ cidrIp: "10.20.0.0/16" }] }, ipv6Ranges: {}, prefixListIds: {} }] } },
        response: { _return: true }
      }
    ],
    shownBy: { "CHG-01": [3], "CHG-04": [3], "NET-01": [3] },
    lineage: [{ change: 3, links: [1, 0], login: "Identity Center", by: ADA.email, mfa: "not in CloudTrail", confidence: "certain" }]
  },
  {
    name: "lineage-before-the-period",
    sentence: `${GRETA} signed in on the evening before the month began, and changes a security group shortly after midnight.`,
    calls: [
      consoleLogin(GRETA, LATE_SINCE, GRETA_IP),
      {
        ...PROD_IRELAND,
        at: "2026-10-01T00:18:33Z",
        source: "ec2",
        name: "AuthorizeSecurityGroupIngress",
        caller: lateInConsole,
        request: { groupId: CHECKOUT_GROUP, ipPermissions: { items: [{ ipProtocol: "tcp", fromPort: 8443, toPort: 8443, groups: {}, ipRanges: { items: [{ cidrIp: "10.20.0.0/16" }] }, ipv6Ranges: {}, prefixListIds: {} }] } },
        response: { _return: true }
      }
    ],
    shownBy: { "CHG-01": [1], "CHG-02": [1], "CHG-04": [1], "NET-01": [1] },
    lineage: [{ change: 1, links: [0], login: "ConsoleLogin", by: GRETA, mfa: "yes", confidence: "strong" }]
  },
  {
    name: "lineage-not-found",
    sentence: "A role of shop-data is taken in the region and on the day that are missing, so that nobody can say who stands behind the bucket\u2019s new lifecycle.",
    calls: [
      {
        ...DATA_IRELAND,
        at: "2026-10-17T08:44:10Z",
        source: "s3",
        name: "PutBucketLifecycle",
        caller: inSession(lost, { ip: "198.51.100.52", agent: "aws-cli/2.31.4 md/command#s3api.put-bucket-lifecycle-configuration" }),
        request: { bucketName: EXPORTS_BUCKET, lifecycle: "", LifecycleConfiguration: { Rule: { ID: "old-exports", Status: "Enabled", Expiration: { Days: 400 } } } }
      }
    ],
    shownBy: { "CHG-01": "all", "CHG-04": "all", "DATA-01": "all" },
    lineage: [{ change: 0, links: [], login: "not found in the scanned window", by: "WarehouseMaintenance/maintenance", mfa: null, confidence: "none" }]
  },
  {
    name: "lineage-service",
    sentence: "The function image-resizer, in the role Lambda took for it, sets how long its logs are kept: no person stands behind it.",
    calls: [
      roleTaken2(PROD_IRELAND, cleaner, { identity: { type: "AWSService", invokedBy: "lambda.amazonaws.com" }, ip: "lambda.amazonaws.com", agent: "lambda.amazonaws.com", console: false }),
      { ...PROD_IRELAND, at: "2026-10-28T02:00:21Z", source: "logs", name: "PutRetentionPolicy", caller: inSession(cleaner, { ip: "52.48.0.17", agent: "aws-sdk-js/3.901.0 exec-env/AWS_Lambda_nodejs22.x" }), request: { logGroupName: "/aws/lambda/image-resizer", retentionInDays: 365 } }
    ],
    shownBy: { "CHG-01": [1], "CHG-04": [1], "LOG-07": [1] },
    lineage: [{ change: 1, links: [0], login: "AWS service", by: "lambda.amazonaws.com", mfa: null, confidence: "certain" }]
  }
];

// src/demo/story/networks.ts
var SHOP2 = "vpc-0c0ffee0shop00001";
var WAREHOUSE = "vpc-0c0ffee0data00001";
var PEERING = "pcx-0a1b2c3d4e5f60718";
var ENDPOINT = "vpce-0a1b2c3d4e5f60718";
var MACHINE = "i-0f1e2d3c4b5a69788";
var ada3 = (account, command) => onCommandLine(ADA, account, "2026-10-07", command);
var done = { requestId: "6f1d2c3b-4a59-4876-9b0c-1d2e3f4a5b6c", _return: true };
var ec2 = (at, name, caller2, request, response = done) => ({ ...PROD_IRELAND, at, source: "ec2", name, caller: caller2, request, response });
var filter = (at, name, request) => ({ ...PROD_IRELAND, at, source: "wafv2", name, caller: inConsole(EVA, PROD, "2026-10-13"), request: { scope: "REGIONAL", ...request, lockToken: "5f1d0a7c-3b2e-4d19-8c60-7a1b2c3d4e5f" }, response: { nextLockToken: "8c2e1b6d-4a3f-4e28-9d71-6b0c1d2e3f4a" } });
var machine = (at, name, request, state) => ec2(at, name, inConsole(ADA, PROD, "2026-10-27"), request, { requestId: done.requestId, instancesSet: { items: [{ instanceId: MACHINE, instanceState: { name: state } }] } });
var NETWORKS = [
  {
    name: "networks-joined",
    sentence: "The network of the functions is joined to that of the warehouse: a peering asked for and accepted, a route, an entry in the access list, a NAT gateway, and an endpoint for DynamoDB.",
    calls: [
      ec2("2026-10-07T08:05:10Z", "CreateVpcPeeringConnection", ada3(PROD, "ec2.create-vpc-peering-connection"), { vpcId: SHOP2, peerVpcId: WAREHOUSE, peerOwnerId: DATA }, { vpcPeeringConnection: { vpcPeeringConnectionId: PEERING, status: { code: "initiating-request" } } }),
      { ...ec2("2026-10-07T08:09:44Z", "AcceptVpcPeeringConnection", ada3(DATA, "ec2.accept-vpc-peering-connection"), { vpcPeeringConnectionId: PEERING }, { vpcPeeringConnection: { vpcPeeringConnectionId: PEERING, status: { code: "provisioning" } } }), ...DATA_IRELAND },
      ec2("2026-10-07T08:12:20Z", "CreateRoute", ada3(PROD, "ec2.create-route"), { routeTableId: "rtb-0a1b2c3d4e5f60718", destinationCidrBlock: "10.30.0.0/16", vpcPeeringConnectionId: PEERING }),
      { ...ec2("2026-10-07T08:16:03Z", "CreateNetworkAclEntry", ada3(DATA, "ec2.create-network-acl-entry"), { networkAclId: "acl-0a1b2c3d4e5f60718", ruleNumber: 120, egress: false, ruleAction: "allow", icmpTypeCode: {}, portRange: { from: 5432, to: 5432 }, aclProtocol: "6", cidrBlock: "10.20.0.0/16" }), ...DATA_IRELAND },
      ec2("2026-10-07T08:22:31Z", "CreateNatGateway", ada3(PROD, "ec2.create-nat-gateway"), { CreateNatGatewayRequest: { SubnetId: "subnet-0a1b2c3d4e5f60718", AllocationId: "eipalloc-0a1b2c3d4e5f60718", ClientToken: "a3c1" } }, { CreateNatGatewayResponse: { natGateway: { natGatewayId: "nat-0a1b2c3d4e5f60718", vpcId: SHOP2, state: "pending" } } }),
      ec2("2026-10-07T08:27:55Z", "CreateVpcEndpoint", ada3(PROD, "ec2.create-vpc-endpoint"), { CreateVpcEndpointRequest: { VpcId: SHOP2, VpcEndpointType: "Gateway", ServiceName: "com.amazonaws.eu-west-1.dynamodb" } }, { CreateVpcEndpointResponse: { vpcEndpoint: { vpcEndpointId: ENDPOINT, state: "available" } } })
    ],
    shownBy: { "NET-06": [0, 1, 5], "NET-05": [2], "NET-03": [3], "NET-04": [4], "CHG-01": "all" },
    absentFrom: ["NET-02", "CHG-02"]
  },
  {
    name: "flow-logs-replaced",
    sentence: "The flow logs of that network are deleted, and made anew with more fields nine minutes later.",
    calls: [
      ec2("2026-10-07T08:40:12Z", "DeleteFlowLogs", ada3(PROD, "ec2.delete-flow-logs"), { DeleteFlowLogsRequest: { FlowLogId: { tag: 1, content: "fl-0a1b2c3d4e5f60718" } } }, { DeleteFlowLogsResponse: { unsuccessful: "" } }),
      ec2("2026-10-07T08:49:30Z", "CreateFlowLogs", ada3(PROD, "ec2.create-flow-logs"), { CreateFlowLogsRequest: { ResourceType: "VPC", ResourceId: { tag: 1, content: SHOP2 }, TrafficType: "ALL", LogDestinationType: "cloud-watch-logs", LogGroupName: "/vpc/shop" } }, { CreateFlowLogsResponse: { flowLogIdSet: { item: "fl-0b2c3d4e5f6071829" } } })
    ],
    shownBy: { "LOG-08": [0], "CHG-01": "all" }
  },
  {
    name: "web-filter-changed",
    sentence: "After the night in which somebody guessed passwords, the address is put on the list of the shop's web filter, and a rule limits calls.",
    calls: [
      filter("2026-10-13T07:50:26Z", "UpdateIPSet", { name: "blocked", id: "a1b2c3d4-5678-90ab-cdef-EXAMPLE22222", addresses: ["192.0.2.66/32"] }),
      filter("2026-10-13T07:58:03Z", "UpdateWebACL", { name: "shop", id: "a1b2c3d4-5678-90ab-cdef-EXAMPLE11111", defaultAction: { allow: {} }, rules: [{ name: "blocked", priority: 0 }, { name: "rate", priority: 1 }], visibilityConfig: { sampledRequestsEnabled: true } })
    ],
    shownBy: { "NET-07": "all", "CHG-01": "all", "CHG-02": "all" },
    absentFrom: ["LOG-08"]
  },
  {
    name: "name-for-the-webhooks",
    sentence: "The webhooks get a name of their own in DNS.",
    calls: [{ ...PROD_GLOBAL, at: "2026-10-14T12:20:18Z", source: "route53", name: "ChangeResourceRecordSets", caller: inConsole(ADA, PROD, "2026-10-14"), request: { hostedZoneId: "Z0EXAMPLESHOP1", changeBatch: { changes: [{ action: "UPSERT", resourceRecordSet: { name: "hooks.shop.example.", type: "CNAME", tTL: 300, resourceRecords: [{ value: "d-3c8y72vp6f.execute-api.eu-west-1.amazonaws.com" }] } }] } }, response: { changeInfo: { id: "/change/C0EXAMPLE156S", status: "PENDING" } } }],
    shownBy: { "NET-08": "all", "CHG-01": "all", "CHG-02": "all" },
    absentFrom: ["RES-01"]
  },
  {
    name: "machine-for-a-look",
    sentence: "A small machine is started to look at the network from within (port 22 is opened to reach it), and ended half an hour later.",
    calls: [
      machine("2026-10-27T11:26:40Z", "RunInstances", { instancesSet: { items: [{ imageId: "ami-0a1b2c3d4e5f60718", minCount: 1, maxCount: 1, keyName: "ben" }] }, instanceType: "t3.micro", groupSet: { items: [{ groupId: "sg-0a1b2c3d4e5f60718" }] }, metadataOptions: { httpTokens: "required" } }, "pending"),
      machine("2026-10-27T11:55:02Z", "TerminateInstances", { instancesSet: { items: [{ instanceId: MACHINE }] } }, "shutting-down")
    ],
    shownBy: { "CMP-01": "all", "CHG-01": "all", "CHG-02": "all" }
  }
];

// src/demo/story/serverless.ts
var RETRY = functionArn(PROD_IRELAND, "webhook-retry");
var QUEUE = `arn:aws:sqs:eu-west-1:${PROD}:webhook-failures`;
var MAPPING = "1f6a3c0e-2b47-4d18-8e55-6f0c9b7d2a14";
var retrying = roleSession({ account: PROD, roleName: "webhook-receiver-role", sessionName: "webhook-retry", startedAt: "2026-10-16T09:30:58Z" });
var asRetry = inSession(retrying, { ip: "10.20.14.8", agent: "aws-sdk-js/3.893.0 ua/2.1 os/linux#5.10 lang/js md/nodejs#22.20.0 exec-env/AWS_Lambda_nodejs22.x" });
var SIGNING = `arn:aws:lambda:eu-west-1:${PROD}:code-signing-config:csc-0d4518bd353a0a7c6`;
function signing(at, caller2, untrusted) {
  const codeSigningPolicies = { untrustedArtifactOnDeployment: untrusted };
  return {
    ...PROD_IRELAND,
    at,
    source: "lambda",
    name: "UpdateCodeSigningConfig",
    caller: caller2,
    request: { codeSigningConfigArn: SIGNING, codeSigningPolicies },
    response: { codeSigningConfig: { codeSigningConfigId: "csc-0d4518bd353a0a7c6", codeSigningConfigArn: SIGNING, allowedPublishers: { signingProfileVersionArns: [`arn:aws:signer:eu-west-1:${PROD}:/signing-profiles/shop/nYAxgAMb4R`] }, codeSigningPolicies, lastModified: at } }
  };
}
var mappingStopped = {
  ...PROD_IRELAND,
  at: "2026-10-28T14:13:10Z",
  source: "lambda",
  name: "LambdaESMDisabled",
  isData: true,
  caller: { identity: { accountId: PROD, invokedBy: "lambda.amazonaws.com" }, ip: "lambda.amazonaws.com", agent: "lambda.amazonaws.com", console: false },
  resources: [
    { arn: RETRY, type: "AWS::Lambda::Function" },
    { arn: `arn:aws:lambda:eu-west-1:${PROD}:event-source-mapping:${MAPPING}`, type: "AWS::Lambda::EventSourceMapping" },
    { arn: QUEUE, type: "AWS::SQS::Queue" }
  ],
  fields: { eventType: "AwsServiceEvent", serviceEventDetails: { ESMDisableReason: "Lambda Function not found" } }
};
var REPAIRED_AT = "2026-10-29T08:20:05Z";
var repairing = inSession(githubSession(PROD, REPAIRED_AT), GITHUB_RUNNER);
var byStack = through("cloudformation", repairing);
var SERVERLESS = [
  {
    name: "unexpected-invoker",
    sentence: "The new function webhook-retry calls orders-api itself, twice; only API Gateway is expected to.",
    calls: [
      { ...PROD_IRELAND, at: retrying.startedAt, source: "sts", name: "AssumeRole", caller: service("lambda"), reads: true, request: { roleArn: roleArn(retrying), roleSessionName: retrying.sessionName }, response: issued(retrying), resources: [{ arn: roleArn(retrying), type: "AWS::IAM::Role" }] },
      ...["2026-10-16T09:31:20Z", "2026-10-16T09:37:04Z"].map((at) => ({ at, ...invocation(PROD_IRELAND, "orders-api", asRetry) }))
    ],
    shownBy: { "INV-02": [1, 2], "INV-04": [1, 2] },
    absentFrom: ["INV-05", "AUTH-05"]
  },
  {
    name: "orders-throttled",
    sentence: "On the first day of the sale more orders come than orders-api may take at once; two calls of API Gateway are throttled.",
    calls: ["2026-10-31T11:00:12Z", "2026-10-31T11:00:13Z"].map((at) => ({
      at,
      ...triggered(PROD_IRELAND, "orders-api", { service: "apigateway", sourceArn: `arn:aws:execute-api:eu-west-1:${PROD}:3c8y72vp6f/prod/POST/orders` }),
      error: { code: "TooManyRequestsException", message: "Rate Exceeded." }
    })),
    shownBy: { "INV-07": "all", "ERR-02": "all" },
    absentFrom: ["INV-04"]
  },
  {
    name: "code-signing-relaxed",
    sentence: "Lambda only warns of unsigned code from now on, so that a layer nobody signed can be attached; the next morning it refuses such code again.",
    calls: [signing("2026-10-22T10:21:47Z", inConsole(ADA, PROD, "2026-10-22"), "Warn"), signing("2026-10-23T08:05:30Z", inConsole(ADA, PROD, "2026-10-23"), "Enforce")],
    shownBy: { "LAM-06": "all", "CHG-01": "all", "CHG-02": "all" }
  },
  {
    name: "function-deleted",
    sentence: "A developer deletes webhook-retry, which he takes for a leftover. Lambda stops reading its queue; the next morning the pipeline makes the function again and the queue is read.",
    calls: [
      { ...PROD_IRELAND, at: "2026-10-28T14:12:30Z", source: "lambda", name: "DeleteFunction20150331", caller: inConsole(BEN, PROD, "2026-10-28"), request: { functionName: "webhook-retry" } },
      mappingStopped,
      signInFromGitHub(REPAIRED_AT, INFRASTRUCTURE),
      { ...PROD_IRELAND, at: "2026-10-29T08:20:33Z", source: "cloudformation", name: "ExecuteChangeSet", caller: repairing, request: { changeSetName: "release-221", stackName: WEBHOOK_STACK } },
      {
        ...PROD_IRELAND,
        at: "2026-10-29T08:20:51Z",
        source: "lambda",
        name: "CreateFunction20150331",
        caller: byStack,
        request: { functionName: "webhook-retry", runtime: "nodejs22.x", role: roleArn(retrying), handler: "retry.handler", code: { s3Bucket: ARTIFACTS_BUCKET, s3Key: "webhook-retry/221.zip" }, timeout: 30, memorySize: 256, publish: false },
        response: { functionName: "webhook-retry", functionArn: RETRY, role: roleArn(retrying), codeSha256: codeOf("webhook-retry 221"), version: "$LATEST" }
      },
      {
        ...PROD_IRELAND,
        at: "2026-10-29T08:21:12Z",
        source: "lambda",
        name: "UpdateEventSourceMapping20150331",
        caller: byStack,
        request: { uUID: MAPPING, functionName: "webhook-retry", enabled: true },
        response: { uUID: MAPPING, functionArn: RETRY, eventSourceArn: QUEUE, state: "Enabling" }
      }
    ],
    shownBy: { "LAM-07": [0], "CHG-03": [0], "CHG-07": [0], "CHG-06": [3], "ESM-02": [1], "PRIV-05": [2], "LAM-01": [4], "LAM-03": [4], "ESM-01": [5], "CHG-01": [0, 3, 4, 5], "CHG-02": [0] }
  }
];

// src/demo/story/sign-ins.ts
var SIGN_IN2 = { eventType: "AwsConsoleSignIn" };
var LOGIN_TO = "https://console.aws.amazon.com/console/home?hashArgs=%23&isauthcode=true&state=hashArgsFromTB_eu-west-1_4c1f0e7a";
function teamSignIn(person, account, day) {
  const session = identityCenterSession(person, account, day);
  const place = { account, region: IRELAND };
  const caller2 = inConsole(person, account, day);
  const provider = `arn:aws:iam::${account}:saml-provider/AWSSSO_0f1e2d3c4b5a6978_DO_NOT_DELETE`;
  return [
    {
      ...place,
      at: session.startedAt,
      source: "sts",
      name: "AssumeRoleWithSAML",
      reads: true,
      caller: { identity: { type: "SAMLUser", principalId: `${uniqueId("ANPA", provider)}:${person.email}`, userName: person.email, identityProvider: provider }, ip: person.ip, agent: BROWSER, console: false },
      request: { sAMLAssertionID: `_${session.keyId.toLowerCase()}`, roleSessionName: person.email, principalArn: provider, roleArn: roleArn(session), durationSeconds: 43200 },
      response: { ...issued(session), subject: person.email, subjectType: "persistent", issuer: "https://portal.sso.eu-west-1.amazonaws.com/saml/assertion", audience: "https://signin.aws.amazon.com/saml" }
    },
    {
      ...place,
      at: session.startedAt,
      source: "signin",
      name: "ConsoleLogin",
      caller: { ...caller2, identity: { type: "AssumedRole", principalId: caller2.identity["principalId"] ?? "", arn: sessionArn(session), accountId: account, sessionContext: caller2.identity["sessionContext"] ?? null }, console: false },
      response: { ConsoleLogin: "Success" },
      fields: { ...SIGN_IN2, additionalEventData: { MobileVersion: "No", MFAUsed: "No" } }
    }
  ];
}
var teamSignIns = workingDays().flatMap((day) => TEAM.flatMap(({ person, accounts }) => accounts.map((account) => teamSignIn(person, account, day))));
var REPORTS_USER = "marketing-reports";
function userLogin(at, result, ip, userName = REPORTS_USER, mfa = "No") {
  const caller2 = iamUser(PROD, userName, { ip, agent: BROWSER });
  return {
    ...PROD_FRANKFURT,
    at,
    source: "signin",
    name: "ConsoleLogin",
    caller: caller2,
    response: { ConsoleLogin: result },
    fields: {
      ...SIGN_IN2,
      ...result === "Failure" ? { errorMessage: "Failed authentication" } : {},
      // A failed sign-in keeps its answer, unlike a failed call.
      responseElements: { ConsoleLogin: result },
      additionalEventData: { LoginTo: LOGIN_TO, MobileVersion: "No", MFAUsed: mfa }
    }
  };
}
var burst = [0, 38, 71, 115, 160, 233, 301].map((seconds) => userLogin(new Date(Date.parse("2026-10-13T02:41:09Z") + seconds * 1e3).toISOString().replace(".000", ""), "Failure", "192.0.2.66"));
var ROOT_SINCE = "2026-10-06T08:31:12Z";
var rootIp = "198.51.100.21";
var SIGN_INS = [
  {
    name: "team-sign-ins",
    sentence: 'Five people sign in through IAM Identity Center on every working day. Their records say MFAUsed "No", which says nothing: the identity provider checks MFA.',
    calls: teamSignIns.map(([, login]) => login),
    shownBy: { "AUTH-01": "all" },
    absentFrom: ["AUTH-02", "AUTH-03"]
  },
  {
    name: "iam-user-without-mfa",
    sentence: "The IAM user marketing-reports signs in to the console of shop-prod with a password only.",
    calls: [userLogin("2026-10-12T09:14:50Z", "Success", "203.0.113.140")],
    shownBy: { "AUTH-01": "all", "AUTH-02": "all", "AUTH-05": "all" }
  },
  {
    name: "iam-user-with-mfa",
    sentence: "The contractor hugo.marin signs in to shop-prod as an IAM user, with MFA, from Spain.",
    calls: [userLogin("2026-10-26T09:02:31Z", "Success", "203.0.113.201", "hugo.marin", "Yes")],
    shownBy: { "AUTH-01": "all", "AUTH-05": "all", "RES-04": "all" },
    absentFrom: ["AUTH-02"]
  },
  {
    name: "failed-sign-in-burst",
    sentence: "Seven sign-ins as marketing-reports fail within five minutes, in the night, from one address. Nobody gets in afterwards.",
    calls: burst,
    shownBy: { "AUTH-01": "all", "AUTH-03": [0, -1] },
    absentFrom: ["AUTH-02"]
  },
  {
    name: "root-sign-in",
    sentence: "The root user of shop-prod signs in once, with MFA, and sets the security contact of the account.",
    calls: [
      {
        ...PROD_GLOBAL,
        at: ROOT_SINCE,
        source: "signin",
        name: "ConsoleLogin",
        caller: root(PROD, { ip: rootIp, since: null }),
        response: { ConsoleLogin: "Success" },
        fields: { ...SIGN_IN2, additionalEventData: { LoginTo: LOGIN_TO, MobileVersion: "No", MFAIdentifier: `arn:aws:iam::${PROD}:mfa/root-account-mfa-device`, MFAUsed: "Yes" } }
      },
      {
        ...PROD_GLOBAL,
        at: "2026-10-06T08:37:45Z",
        source: "account",
        name: "PutAlternateContact",
        caller: root(PROD, { ip: rootIp, since: ROOT_SINCE }),
        request: { alternateContactType: "SECURITY", emailAddress: "HIDDEN_DUE_TO_SECURITY_REASONS", name: "HIDDEN_DUE_TO_SECURITY_REASONS", phoneNumber: "HIDDEN_DUE_TO_SECURITY_REASONS", title: "HIDDEN_DUE_TO_SECURITY_REASONS" }
      }
    ],
    shownBy: { "ROOT-01": "all", "ROOT-02": [1], "AUTH-01": [0], "CHG-01": [1], "CHG-02": [1] },
    absentFrom: ["AUTH-02"]
  },
  {
    name: "mfa-device-added",
    sentence: "An MFA device is made for the new user finn.weber and switched on.",
    calls: [
      { ...PROD_GLOBAL, at: "2026-10-05T09:21:10Z", source: "iam", name: "CreateVirtualMFADevice", caller: inConsole(ADA, PROD, "2026-10-05"), request: { virtualMFADeviceName: "finn.weber", path: "/" }, response: { virtualMFADevice: { serialNumber: `arn:aws:iam::${PROD}:mfa/finn.weber` } } },
      { ...PROD_GLOBAL, at: "2026-10-05T09:22:31Z", source: "iam", name: "EnableMFADevice", caller: inConsole(ADA, PROD, "2026-10-05"), request: { userName: "finn.weber", serialNumber: `arn:aws:iam::${PROD}:mfa/finn.weber` } }
    ],
    shownBy: { "MFA-01": "all", "CHG-01": "all", "CHG-02": "all" }
  }
];
function otherSignIns() {
  const before = TEAM.flatMap(({ person, accounts }) => accounts.flatMap((account) => teamSignIn(person, account, "2026-09-30")));
  return [...before, ...teamSignIns.map(([role]) => role)];
}

// src/demo/seeded.ts
var SCENES = [
  ...SIGN_INS,
  ...DEPLOYMENTS,
  ...FUNCTION_SCENES,
  ...SERVERLESS,
  ...INCIDENTS,
  ...IDENTITY,
  ...DATA_AND_BACKUPS,
  ...NETWORKS,
  ...LINEAGE,
  ...HOUSEKEEPING,
  ...DELIVERIES
];
var HOLES = { "trail-stopped": STOPPED_HOLES };
function seededFacts() {
  const missing = {
    name: "missing-region",
    sentence: "One day of one region of shop-data is not in the archive: neither log files nor digests. It is one of two reasons why the pack is incomplete.",
    eventIds: [],
    shownBy: [],
    absentFrom: [],
    coverage: MISSING_HOLES,
    lineage: []
  };
  return [...SCENES.map((scene) => factOf(scene, HOLES[scene.name])), missing];
}

// src/demo/settings-text.ts
var lines = (values) => values.map((value) => `    - ${JSON.stringify(value)}`).join("\n");
var SETTINGS = `# Settings of the demo. Example Shop Ltd does not exist; every account, name and address is made up.
scope:
  accounts:
    - { id: "${PROD}", name: shop-prod, environment: production }
    - { id: "${DATA}", name: shop-data, environment: production }
  regions: [${FRANKFURT}, ${IRELAND}, ${VIRGINIA}]

lists:
  # Customer data stays in Europe. us-east-1 is in scope because global services record there, and is not approved for data.
  approved-regions:
${lines([IRELAND, FRANKFURT])}
  # The office with both of its addresses, the network of the functions, two engineers at home, the vendor, the auditors, and the fixed address of the shop's runners at GitHub.
  approved-networks:
${lines(["198.51.100.0/24", "2001:db8:51ab::/48", "10.20.0.0/16", `${CHIARA.ip}/32`, `${ADA_AT_HOME}/32`, "192.0.2.200/32", "192.0.2.140/32", `${GITHUB_RUNNER.ip}/32`, ENDPOINT])}
  # People work in Germany and Ireland; the vendor and the runners are in the United States and see no customer's data.
  approved-countries: [DE, IE, US]
  # From the address ranges of the shop's providers, as far as people and machines use them.
  country-networks:
    - { network: 198.51.100.0/24, country: DE }
    - { network: "2001:db8:51ab::/48", country: DE }
    - { network: 203.0.113.0/24, country: IE }
    - { network: 203.0.113.192/26, country: ES }
    - { network: 192.0.2.0/24, country: US }
    - { network: 20.57.0.0/16, country: US }
    - { network: 52.48.0.0/14, country: IE }
  admin-roles:
${lines([ADA.permissionSet])}
  break-glass-roles:
${lines(["BreakGlassAdmin"])}
  # The pipeline, and the permission sets of those who keep networks, identities and the warehouse by hand. Developers change nothing there but by the pipeline.
  deploy-roles:
${lines(["github-deploy", "DeployAdmin", ADA.permissionSet, EVA.permissionSet, DAN.permissionSet])}
  evidence-roles:
${lines(["cloudtrail-evidence"])}
  known-accounts:
${lines([VENDOR])}
  log-buckets:
${lines([LOG_BUCKET])}
  evidence-buckets:
${lines([EVIDENCE_BUCKET])}
  data-stores:
${lines([EXPORTS_BUCKET, UPLOADS_BUCKET, ARTIFACTS_BUCKET])}
  oidc-subjects:
${lines([...OIDC_SUBJECTS, AUDIT])}
  # Where customers' names, addresses and orders are kept, and what they are locked with.
  personal-data-stores:
${lines([EXPORTS_BUCKET, "orders"])}
  sensitive-keys:
${lines([KEY])}
  sensitive-secrets:
${lines(["shop/checkout", "warehouse/password"])}
  production-functions:
${lines([`arn:aws:lambda:*:${PROD}:function:*`, "warehouse-loader", "exports-writer"])}
  # Who is to call which function. Nobody calls one by hand.
  expected-invokers:
    - { function: "*-api", services: [apigateway.amazonaws.com] }
    - { function: checkout, services: [apigateway.amazonaws.com] }
    - { function: webhook-receiver, services: [apigateway.amazonaws.com] }
    - { function: image-resizer, services: [s3.amazonaws.com], sources: ["arn:aws:s3:::${UPLOADS_BUCKET}"] }
    - { function: stock-sync, services: [events.amazonaws.com] }
    - { function: nightly-report, services: [events.amazonaws.com] }
    - { function: warehouse-loader, services: [scheduler.amazonaws.com] }
    - { function: exports-writer, services: [events.amazonaws.com] }
  working-hours:
    - { days: [mon, tue, wed, thu, fri], from: "07:00", to: "19:00", time-zone: Europe/Berlin }
  freeze-windows:
    - { from: "2026-10-30T12:00:00Z", to: "2026-11-02T05:00:00Z", reason: Autumn sale }

# What management states was selected on the trails: CloudTrail itself does not say what it was told before the period.
data-events:
  - { source: lambda.amazonaws.com, resources: all }
  - { source: s3.amazonaws.com, accounts: ["${DATA}"], resources: "objects of ${LOG_BUCKET} and ${EXPORTS_BUCKET}" }

queries:
  off:
    - { id: NET-09, reason: "The shop's VPC endpoints have the policy AWS gives them, which refuses no call." }

report:
  entity: Example Shop Ltd (demo)
  classification: Demo, made-up data
  prepared-by: The demo of CloudTrail Evidence
`;
var README = `# A demo

Everything here is made up: Example Shop Ltd does not exist, nor do its accounts, people, keys and addresses.

- \`logs/\` holds one month of CloudTrail logs (October 2026) as CloudTrail would lay them out, with its hourly digests.
  The digests name each log file with its SHA-256 and chain to one another. They are **not signed**: only AWS can sign, so their
  signature fields are null and the fingerprint of the key is all zeros.
- \`settings.yml\` is the settings file the logs are read with.
- \`decisions.yml\` is the decisions file: what the shop's control owners decided of some of the exceptions.
- \`seeded.json\` lists what was put into the logs on purpose, and which queries must show it.

The evidence pack made of these logs is *Incomplete*, by design: a trail was stopped for four hours, and a day of one region is missing.
`;

// src/demo/generate-demo.ts
async function generateDemo(folder) {
  const paths = { logs: join2(folder, "logs"), settingsFile: join2(folder, "settings.yml"), decisionsFile: join2(folder, "decisions.yml"), seededFile: join2(folder, "seeded.json") };
  await mkdir2(paths.logs, { recursive: true });
  const archive = new Archive(paths.logs);
  const story = storyByDay();
  for (const day of archiveDays()) await archive.day(day, [...story.get(day) ?? [], ...noiseDeliveries(day)]);
  const facts = seededFacts();
  await writeFile2(paths.seededFile, `${JSON.stringify({ schemaVersion: 1, period: "2026-10", facts }, null, 2)}
`);
  await writeFile2(paths.settingsFile, SETTINGS);
  await writeFile2(paths.decisionsFile, DECISIONS);
  await writeFile2(join2(folder, "README.md"), README);
  return { ...paths, period: "2026-10", facts, ...archive.counts };
}
function storyByDay() {
  const days = /* @__PURE__ */ new Map();
  const add = (call, id) => {
    const day = call.at.slice(0, 10);
    days.set(day, [...days.get(day) ?? [], deliveryOf(call, id)]);
  };
  for (const scene of SCENES) scene.calls.forEach((call, index) => add(call, eventId(scene, index)));
  [...otherSignIns(), ...scheduledLoads()].forEach((call, index) => add(call, eventId({ name: "beside the scenes" }, index)));
  return days;
}
function noiseDeliveries(day) {
  const dice = new Dice(`ids ${day}`);
  return noiseOf(day).map((call) => deliveryOf(call, dice.uuid())).filter(isRecorded);
}
function deliveryOf(call, id) {
  const late = LATE_ARRIVALS.get(id);
  return { account: call.account, region: call.region, record: logRecord(call, id), at: Date.parse(call.at), deliveredAt: late === void 0 ? null : Date.parse(late) };
}
function isRecorded({ account, region, at }) {
  return at >= Date.parse(ARCHIVE_START) && at <= Date.parse(LAST_EVENT) && !isUnrecorded(account, at) && !isBesideMissingDay(account, region, at);
}

// src/demo/demo.ts
var PERIOD = "2026-10";
async function demo({ output, pdf, context, ...world }) {
  await makeRoom(output);
  context.progress.step("Write a month of made-up logs");
  const logs = join3(output, "logs");
  leftovers.add(logs);
  const made = await generateDemo(output);
  leftovers.delete(logs);
  context.progress.done(`${made.records} records in ${made.logFiles} log files, ${made.digests} digests`);
  const settings = parseSettings(
    { logs: join3(output, "logs"), period: PERIOD, "output-dir": join3(output, "pack"), "settings-file": join3(output, "settings.yml"), "decisions-file": join3(output, "decisions.yml"), "self-test": "true", pdf },
    { ...world, door: "command line", region: null }
  );
  const outcome = await run(settings, context);
  const pdfs = outcome.reports.filter((name) => name.endsWith(".pdf"));
  return [
    "",
    `Made-up logs    ${join3(output, "logs")}`,
    `What is in them ${join3(output, "seeded.json")}`,
    `Evidence pack   ${outcome.packPath}`,
    ...pdfs.length > 0 ? pdfs.map((name) => `PDF report      ${join3(outcome.packPath, name)}`) : [`PDF reports     none: ${outcome.pdfProblem ?? "not asked for"}`],
    "",
    "This pack is Incomplete by design: a day of one region is missing and logging was stopped for four hours. Its reports say so.",
    `Verify it with: node dist/cli.js verify ${outcome.packPath}`
  ].join("\n");
}
async function makeRoom(output) {
  const parts = ["logs", "pack"].map((name) => join3(output, name));
  if (!existsSync(join3(output, "seeded.json")) && parts.some((part) => existsSync(part))) {
    throw new SettingsError(`output: "${output}" holds folders that no demo wrote; give another folder.`);
  }
  for (const part of parts) await rm(part, { recursive: true, force: true });
  await mkdir3(output, { recursive: true });
}
export {
  demo
};
