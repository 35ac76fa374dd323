import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  CHECKSUMS,
  MANIFEST,
  MAX_MANIFEST_BYTES,
  SIGN_OFF,
  ZodISODate,
  ZodISODateTime,
  ZodISODuration,
  ZodISOTime,
  buildManifest,
  byPath,
  canonicalJson,
  csvLine,
  isPackPath,
  listFolder,
  literal,
  parseJson,
  parseManifest,
  parseShape,
  readRegular,
  renderChecksums,
  renderManifest,
  requirePackPath,
  sha256Of,
  sha256Shape,
  strictObject,
  string,
  systemCode,
  writeError
} from "./chunk-NX6MOXCH.js";
import {
  _isoDate,
  _isoDateTime,
  _isoDuration,
  _isoTime
} from "./chunk-HZS6KROO.js";
import {
  SettingsError
} from "./chunk-XRVFALA3.js";
import {
  __export
} from "./chunk-6DG7BXTN.js";

// src/store/pack-folder.ts
import { randomBytes } from "node:crypto";
import { lstat, mkdir as mkdir2, readdir, realpath, rename, rm as rm2, rmdir } from "node:fs/promises";
import { dirname as dirname2, join as join2, resolve, sep } from "node:path";

// src/store/hashed-file.ts
import { createHash } from "node:crypto";
import { open, rm } from "node:fs/promises";
var CHUNK_BYTES = 512 * 1024;
var BUFFER_BYTES = 2 * CHUNK_BYTES;
var MAX_BYTES_PER_UNIT = 3;
var HashedFile = class _HashedFile {
  constructor(path, handle) {
    this.path = path;
    this.handle = handle;
  }
  path;
  handle;
  #hash = createHash("sha256");
  /** Filled by `add`; the other one, which small files never need, may still be on its way to disk. */
  #buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  #spare = null;
  #used = 0;
  #bytes = 0;
  #overflow = [];
  #writing = Promise.resolve(null);
  /** Fails when anything of that name is there already, a link included. */
  static async create(path) {
    try {
      return new _HashedFile(path, await open(path, "wx"));
    } catch (error) {
      throw writeError(path, error);
    }
  }
  /** Keeps text for the next flush. True when it is time for one. */
  add(text) {
    if (this.#overflow.length === 0 && text.length * MAX_BYTES_PER_UNIT <= BUFFER_BYTES - this.#used) {
      this.#used += this.#buffer.write(text, this.#used, "utf8");
      return this.#used >= CHUNK_BYTES;
    }
    this.#overflow.push(Buffer.from(text, "utf8"));
    return true;
  }
  /** Hands what was added to the disk; waits only for the chunk before it. */
  async flush() {
    const overflow = this.#overflow;
    this.#overflow = [];
    if (this.#used > 0) {
      const chunk = this.#buffer.subarray(0, this.#used);
      this.#used = 0;
      await this.#send(chunk);
      [this.#buffer, this.#spare] = [this.#spare ?? Buffer.allocUnsafe(BUFFER_BYTES), this.#buffer];
    }
    for (const chunk of overflow) await this.#send(chunk);
  }
  /** Writes bytes as they are, after what was added before. */
  async writeBytes(chunk) {
    await this.flush();
    await this.#send(chunk);
    await this.#settle();
  }
  async close() {
    await this.flush();
    await this.#settle();
    try {
      await this.handle.close();
    } catch (error) {
      throw writeError(this.path, error);
    }
    return { bytes: this.#bytes, sha256: this.#hash.digest("hex") };
  }
  /** Drops the file. Safe to call after a failure, and more than once. */
  async discard() {
    await this.#writing;
    await this.handle.close().catch(() => void 0);
    await rm(this.path, { force: true });
  }
  async #send(chunk) {
    this.#hash.update(chunk);
    this.#bytes += chunk.byteLength;
    await this.#settle();
    this.#writing = this.handle.writeFile(chunk).then(
      () => null,
      (error) => writeError(this.path, error)
    );
  }
  async #settle() {
    const failure = await this.#writing;
    if (failure !== null) throw failure;
  }
};

// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
__export(iso_exports, {
  ZodISODate: () => ZodISODate,
  ZodISODateTime: () => ZodISODateTime,
  ZodISODuration: () => ZodISODuration,
  ZodISOTime: () => ZodISOTime,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return _isoDateTime(ZodISODateTime, params);
}
function date(params) {
  return _isoDate(ZodISODate, params);
}
function time(params) {
  return _isoTime(ZodISOTime, params);
}
function duration(params) {
  return _isoDuration(ZodISODuration, params);
}

// src/store/row-writer.ts
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";

// src/store/jsonl.ts
var NEEDS_ESCAPE = /["\\\u0000-\u001f\ud800-\udfff]/;
function jsonlEncoder(columns) {
  if (new Set(columns).size !== columns.length) throw new Error(`A column appears twice: ${columns.join(", ")}`);
  const keys = columns.map((column, index) => `${index === 0 ? "{" : ","}${JSON.stringify(column)}:`);
  return (row) => {
    if (row.length !== keys.length) throw new Error(`A row has ${row.length} values for ${keys.length} columns`);
    let line = keys.length === 0 ? "{" : "";
    for (let index = 0; index < keys.length; index++) {
      const value = row[index] ?? null;
      if (typeof value === "number" && !Number.isSafeInteger(value)) {
        throw new Error(`Column ${columns[index]} holds ${value}, which is not an exact whole number`);
      }
      const plain = typeof value === "string" && !NEEDS_ESCAPE.test(value);
      line += plain ? `${keys[index]}"${value}"` : `${keys[index]}${JSON.stringify(value)}`;
    }
    return `${line}}
`;
  };
}

// src/store/row-writer.ts
var RowWriter = class _RowWriter {
  constructor(paths, csv, jsonl, jsonlLine) {
    this.paths = paths;
    this.csv = csv;
    this.jsonl = jsonl;
    this.jsonlLine = jsonlLine;
  }
  paths;
  csv;
  jsonl;
  jsonlLine;
  #rows = 0;
  /** `columns` as they stand in the rows: for `expect: none` the caller puts `exception_id` first. */
  static async open(folder, queryId, columns) {
    const paths = { csv: requirePackPath(`results/${queryId}.csv`), jsonl: requirePackPath(`results/${queryId}.jsonl`) };
    const jsonlLine = jsonlEncoder(columns);
    await mkdir(dirname(join(folder, paths.csv)), { recursive: true });
    const csv = await HashedFile.create(join(folder, paths.csv));
    try {
      const jsonl = await HashedFile.create(join(folder, paths.jsonl));
      csv.add(csvLine(columns));
      return new _RowWriter(paths, csv, jsonl, jsonlLine);
    } catch (error) {
      await csv.discard();
      throw error;
    }
  }
  /** Writes a chunk of any size; resolves when the disk has taken what does not fit the buffers. */
  async write(rows) {
    for (const row of rows) {
      const exact = this.jsonlLine(row);
      if (this.jsonl.add(exact)) await this.jsonl.flush();
      if (this.csv.add(csvLine(row))) await this.csv.flush();
    }
    this.#rows += rows.length;
  }
  async close() {
    const csv = { path: this.paths.csv, ...await this.csv.close() };
    const jsonl = { path: this.paths.jsonl, ...await this.jsonl.close() };
    return { csv, jsonl, rows: this.#rows };
  }
  /** For a query that failed half-way: neither file stays. */
  async discard() {
    await Promise.all([this.csv.discard(), this.jsonl.discard()]);
  }
};

// src/store/signoff-json.ts
var MAX_SIGN_OFF_BYTES = 64 * 1024;
var SIGN_OFF_TEXTS = { name: 200, role: 200, statement: 4e3 };
var said = (most) => string().min(1).max(most).regex(/\S/, "is empty");
var shape = strictObject({
  schemaVersion: literal(1),
  name: said(SIGN_OFF_TEXTS.name),
  role: said(SIGN_OFF_TEXTS.role),
  statement: said(SIGN_OFF_TEXTS.statement),
  signedOn: iso_exports.date(),
  evidenceId: sha256Shape,
  manifestSha256: sha256Shape
});
function signOffJson({ name, role, statement, signedOn, evidenceId, manifestSha256 }) {
  return canonicalJson({ schemaVersion: 1, name, role, statement, signedOn, evidenceId, manifestSha256 });
}
function parseSignOff(text) {
  const { name, role, statement, signedOn, evidenceId, manifestSha256 } = parseShape(shape, parseJson(text), "");
  const signOff = { name, role, statement, signedOn, evidenceId, manifestSha256 };
  if (signOffJson(signOff) !== text) throw new Error("is not in the form this program writes");
  return signOff;
}
function signOffFault(signOff, pack) {
  if (signOff.evidenceId !== pack.evidenceId) return `signs the evidence id ${signOff.evidenceId}, and this pack's is ${pack.evidenceId}`;
  if (signOff.manifestSha256 !== pack.manifestSha256) return `signs a manifest with the hash ${signOff.manifestSha256}, and this pack's has ${pack.manifestSha256}`;
  return null;
}
function readSignOff(text, pack) {
  if (text === null) return { signOff: null, problem: null };
  try {
    const signOff = parseSignOff(text);
    const problem = signOffFault(signOff, pack);
    return { signOff: problem === null ? signOff : null, problem };
  } catch (error) {
    return { signOff: null, problem: error.message };
  }
}

// src/store/pack-folder.ts
var MAX_BESIDE = 99;
var PackFolder = class _PackFolder {
  constructor(target, staging, beside) {
    this.target = target;
    this.staging = staging;
    this.beside = beside;
  }
  target;
  staging;
  beside;
  #files = /* @__PURE__ */ new Map();
  /**
   * Makes the staging folder `<output>/.<label>.partial-<random>`. Fails before any work is done when `<output>/<label>` is
   * something a pack may not replace. `within`: a folder the output must stand in, links followed. `beside`: where that place is
   * taken, the pack goes to `<label>-r2`, `-r3`…, as in a repository that has earlier packs checked out.
   */
  static async create(output, label, { within = null, beside = false } = {}) {
    if (!isPackPath(label) || label.includes("/")) throw new SettingsError(`period: ${JSON.stringify(label)} cannot name a folder.`);
    const folder = await outputFolder(resolve(output), within);
    const target = join2(folder, label);
    if (!beside) await inspectTarget(target);
    const staging = join2(folder, `.${label}.partial-${randomBytes(6).toString("hex")}`);
    try {
      await mkdir2(staging);
    } catch (error) {
      throw writeError(staging, error);
    }
    return new _PackFolder(target, staging, beside);
  }
  /** Every file finished so far, sorted by path. */
  files() {
    return [...this.#files.values()].sort(byPath);
  }
  /** Writes one file: text as UTF-8, bytes as they are. */
  async write(path, content) {
    return this.#put(path, async (file) => {
      if (typeof content === "string") file.add(content);
      else await file.writeBytes(content);
    });
  }
  /** Writes one file from parts, holding one chunk of it in memory. */
  async stream(path, parts) {
    return this.#put(path, async (file) => {
      for await (const part of parts) if (file.add(part)) await file.flush();
    });
  }
  /** Writes `results/<ID>.csv` and `.jsonl` from chunks of rows; when the chunks fail, neither file stays. */
  async writeRows(queryId, columns, chunks) {
    const writer = await RowWriter.open(this.staging, queryId, columns);
    try {
      for await (const rows of chunks) await writer.write(rows);
      const files = await writer.close();
      this.#register(files.csv);
      this.#register(files.jsonl);
      return files;
    } catch (error) {
      await writer.discard();
      throw error;
    }
  }
  /** Writes the manifest and SHA256SUMS over everything written so far; the last step before `publish`. */
  async seal(facts) {
    const manifest = buildManifest(this.files(), facts);
    const { sha256 } = await this.#put(MANIFEST, (file) => void file.add(renderManifest(manifest)), false);
    await this.#put(CHECKSUMS, (file) => void file.add(renderChecksums(manifest, sha256)), false);
    return { manifest, manifestSha256: sha256 };
  }
  /** Moves the pack to its place and says where that is. When that is not allowed, the staging folder goes. */
  async publish(sealed) {
    try {
      return await this.#moveIntoPlace(sealed);
    } catch (error) {
      await this.discard();
      throw writeError(this.target, error);
    }
  }
  /** Removes everything written. Safe to call at any time but after `publish`. */
  async discard() {
    await rm2(this.staging, { recursive: true, force: true });
  }
  async #moveIntoPlace(sealed) {
    for (let number = 1; ; number += 1) {
      const target = number === 1 ? this.target : `${this.target}-r${number}`;
      try {
        await this.#moveTo(target, sealed);
        return target;
      } catch (error) {
        if (!(error instanceof SettingsError) || !this.beside || number === MAX_BESIDE) throw error;
      }
    }
  }
  async #moveTo(target, { manifest: { evidenceId }, manifestSha256 }) {
    const found = await inspectTarget(target);
    if (found === "nothing") return rename(this.staging, target);
    if (found === "empty") {
      await rmdir(target);
      return rename(this.staging, target);
    }
    if (found.evidenceId !== evidenceId) {
      throw new SettingsError(
        `output-dir: ${target} holds a pack with another evidence id (${found.evidenceId.slice(0, 12)}\u2026; this run's is ${evidenceId.slice(0, 12)}\u2026): the logs, the settings, the decisions or the version differ. Nothing was replaced. Move the old pack away, or choose another output folder.`
      );
    }
    if (found.signedOff && found.manifestSha256 !== manifestSha256) {
      throw new SettingsError(
        `output-dir: ${target} is signed off, and its ${SIGN_OFF} names that pack's manifest; this run's differs, though the evidence is the same. Nothing was replaced. Move the signed pack away, or choose another output folder.`
      );
    }
    await this.#replace(target, found.signedOff);
  }
  /** The same evidence written again: the old folder steps aside, and comes back should the new one not take its place. */
  async #replace(target, signedOff) {
    if (signedOff) {
      const signOff = await readRegular(join2(target, SIGN_OFF), MAX_SIGN_OFF_BYTES);
      await this.#put(SIGN_OFF, (file) => file.writeBytes(signOff), false);
    }
    const aside = `${this.staging}-replaced`;
    await rename(target, aside);
    try {
      await rename(this.staging, target);
    } catch (error) {
      await rename(aside, target);
      throw error;
    }
    await rm2(aside, { recursive: true, force: true });
  }
  async #put(path, fill, listed = true) {
    const place = join2(this.staging, requirePackPath(path));
    try {
      await mkdir2(dirname2(place), { recursive: true });
    } catch (error) {
      throw writeError(place, error);
    }
    const file = await HashedFile.create(place);
    try {
      await fill(file);
      const digest = { path, ...await file.close() };
      if (listed) this.#register(digest);
      return digest;
    } catch (error) {
      await file.discard();
      throw error;
    }
  }
  #register(digest) {
    const name = digest.path.toLowerCase();
    if (this.#files.has(name)) throw new Error(`A pack cannot hold ${digest.path} twice`);
    this.#files.set(name, digest);
  }
};
async function outputFolder(output, within) {
  const stat = await lstat(output).catch(() => null);
  if (stat?.isSymbolicLink() === true) {
    throw new SettingsError(`output-dir: ${output} is a symbolic link; packs are written into real folders only. Name the folder it points to.`);
  }
  if (within !== null) await requireInside(output, within);
  try {
    await mkdir2(output, { recursive: true });
  } catch (error) {
    throw writeError(output, error);
  }
  return realpath(output);
}
async function requireInside(output, within) {
  const root = await realpath(within);
  let nearest = output;
  let real = null;
  while (real === null) {
    real = await realpath(nearest).catch(() => null);
    if (real === null) nearest = dirname2(nearest);
  }
  const place = real + output.slice(nearest.length);
  if (place !== root && !place.startsWith(root.endsWith(sep) ? root : root + sep)) {
    throw new SettingsError(`output-dir: ${output} is outside ${within}; choose a folder inside it.`);
  }
}
async function inspectTarget(target) {
  const stat = await lstat(target).catch((error) => {
    if (systemCode(error) === "ENOENT") return null;
    throw writeError(target, error);
  });
  if (stat === null) return "nothing";
  const advice = "Move it away, or choose another output folder.";
  if (stat.isSymbolicLink()) throw new SettingsError(`output-dir: ${target} is a symbolic link; packs are written into real folders only. ${advice}`);
  if (!stat.isDirectory()) throw new SettingsError(`output-dir: ${target} is a file, and a pack is a folder. ${advice}`);
  if ((await readdir(target)).length === 0) return "empty";
  const { manifest, sha256 } = await readHashedManifest(target).catch((error) => {
    throw new SettingsError(`output-dir: ${target} exists and is not an evidence pack: its ${MANIFEST} ${error.message}. ${advice}`, { cause: error });
  });
  const known = /* @__PURE__ */ new Set([...manifest.files.map((file) => file.path), MANIFEST, CHECKSUMS, SIGN_OFF]);
  const present = await listFolder(target);
  const foreign = present.find((entry) => !known.has(entry.path));
  if (foreign !== void 0) {
    throw new SettingsError(`output-dir: ${target} holds ${JSON.stringify(foreign.path)}, which is no part of its pack and would be lost. ${advice}`);
  }
  return { evidenceId: manifest.evidenceId, manifestSha256: sha256, signedOff: present.some((entry) => entry.path === SIGN_OFF) };
}
async function readManifest(folder) {
  return (await readHashedManifest(folder)).manifest;
}
async function readHashedManifest(folder) {
  const bytes = await readRegular(join2(folder, MANIFEST), MAX_MANIFEST_BYTES);
  return { manifest: parseManifest(bytes.toString("utf8")), sha256: sha256Of(bytes) };
}

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/");
var _a;
var Worker;
var isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start += 1 << eb[i2 - 1];
  }
  var r = new i32(b[30]);
  for (var i2 = 1; i2 < 30; ++i2) {
    for (var j = b[i2]; j < b[i2 + 1]; ++j) {
      r[j] = j - b[i2] << 5 | i2;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i2 = 0;
  var l = new u16(mb);
  for (; i2 < s; ++i2) {
    if (cd[i2])
      ++l[cd[i2] - 1];
  }
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2) {
    le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        var sv = i2 << 4 | cd[i2];
        var r_1 = mb - cd[i2];
        var v = le[cd[i2] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i;
var flm = /* @__PURE__ */ hMap(flt, 9, 0);
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdm = /* @__PURE__ */ hMap(fdt, 5, 0);
var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
var max = function(a) {
  var m = a[0];
  for (var i2 = 1; i2 < a.length; ++i2) {
    if (a[i2] > m)
      m = a[i2];
  }
  return m;
};
var bits = function(d, p, m) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var ec = [
  "unexpected EOF",
  "invalid block type",
  "invalid length/literal",
  "invalid distance",
  "stream finished",
  "no stream handler",
  ,
  // determined by compression function
  "no callback",
  "invalid UTF-8 data",
  "extra field too long",
  "date not in range 1980-2099",
  "filename too long",
  "stream finishing",
  "invalid zip data"
  // determined by unknown compression method
];
var err = function(ind, msg, nt) {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err);
  if (!nt)
    throw e;
  return e;
};
var inflt = function(dat, st, buf, dict) {
  var sl = dat.length, dl = dict ? dict.length : 0;
  if (!sl || st.f && !st.l)
    return buf || new u8(0);
  var noBuf = !buf;
  var resize = noBuf || st.i != 2;
  var noSt = st.i;
  if (noBuf)
    buf = new u8(sl * 3);
  var cbuf = function(l2) {
    var bl = buf.length;
    if (l2 > bl) {
      var nbuf = new u8(Math.max(bl * 2, l2));
      nbuf.set(buf);
      buf = nbuf;
    }
  };
  var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
  var tbts = sl * 8;
  do {
    if (!lm) {
      final = bits(dat, pos, 1);
      var type = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type) {
        var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
        if (t > sl) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + l);
        buf.set(dat.subarray(s, t), bt);
        st.b = bt += l, st.p = pos = t * 8, st.f = final;
        continue;
      } else if (type == 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type == 2) {
        var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
        var tl = hLit + bits(dat, pos + 5, 31) + 1;
        pos += 14;
        var ldt = new u8(tl);
        var clt = new u8(19);
        for (var i2 = 0; i2 < hcLen; ++i2) {
          clt[clim[i2]] = bits(dat, pos + i2 * 3, 7);
        }
        pos += hcLen * 3;
        var clb = max(clt), clbmsk = (1 << clb) - 1;
        var clm = hMap(clt, clb, 1);
        for (var i2 = 0; i2 < tl; ) {
          var r = clm[bits(dat, pos, clbmsk)];
          pos += r & 15;
          var s = r >> 4;
          if (s < 16) {
            ldt[i2++] = s;
          } else {
            var c = 0, n = 0;
            if (s == 16)
              n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i2 - 1];
            else if (s == 17)
              n = 3 + bits(dat, pos, 7), pos += 3;
            else if (s == 18)
              n = 11 + bits(dat, pos, 127), pos += 7;
            while (n--)
              ldt[i2++] = c;
          }
        }
        var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
        lbt = max(lt);
        dbt = max(dt);
        lm = hMap(lt, lbt, 1);
        dm = hMap(dt, dbt, 1);
      } else
        err(1);
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
    }
    if (resize)
      cbuf(bt + 131072);
    var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
    var lpos = pos;
    for (; ; lpos = pos) {
      var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
      pos += c & 15;
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
      if (!c)
        err(2);
      if (sym < 256)
        buf[bt++] = sym;
      else if (sym == 256) {
        lpos = pos, lm = null;
        break;
      } else {
        var add = sym - 254;
        if (sym > 264) {
          var i2 = sym - 257, b = fleb[i2];
          add = bits(dat, pos, (1 << b) - 1) + fl[i2];
          pos += b;
        }
        var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
        if (!d)
          err(3);
        pos += d & 15;
        var dt = fd[dsym];
        if (dsym > 3) {
          var b = fdeb[dsym];
          dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
        }
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + 131072);
        var end = bt + add;
        if (bt < dt) {
          var shift = dl - dt, dend = Math.min(dt, end);
          if (shift + bt < 0)
            err(3);
          for (; bt < dend; ++bt)
            buf[bt] = dict[shift + bt];
        }
        for (; bt < end; ++bt)
          buf[bt] = buf[bt - dt];
      }
    }
    st.l = lm, st.p = lpos, st.b = bt, st.f = final;
    if (lm)
      final = 1, st.m = lbt, st.d = dm, st.n = dbt;
  } while (!final);
  return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var wbits = function(d, p, v) {
  v <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v;
  d[o + 1] |= v >> 8;
};
var wbits16 = function(d, p, v) {
  v <<= p & 7;
  var o = p / 8 | 0;
  d[o] |= v;
  d[o + 1] |= v >> 8;
  d[o + 2] |= v >> 16;
};
var hTree = function(d, mb) {
  var t = [];
  for (var i2 = 0; i2 < d.length; ++i2) {
    if (d[i2])
      t.push({ s: i2, f: d[i2] });
  }
  var s = t.length;
  var t2 = t.slice();
  if (!s)
    return { t: et, l: 0 };
  if (s == 1) {
    var v = new u8(t[0].s + 1);
    v[t[0].s] = 1;
    return { t: v, l: 1 };
  }
  t.sort(function(a, b) {
    return a.f - b.f;
  });
  t.push({ s: -1, f: 25001 });
  var l = t[0], r = t[1], i0 = 0, i1 = 1, i22 = 2;
  t[0] = { s: -1, f: l.f + r.f, l, r };
  while (i1 != s - 1) {
    l = t[t[i0].f < t[i22].f ? i0++ : i22++];
    r = t[i0 != i1 && t[i0].f < t[i22].f ? i0++ : i22++];
    t[i1++] = { s: -1, f: l.f + r.f, l, r };
  }
  var maxSym = t2[0].s;
  for (var i2 = 1; i2 < s; ++i2) {
    if (t2[i2].s > maxSym)
      maxSym = t2[i2].s;
  }
  var tr = new u16(maxSym + 1);
  var mbt = ln(t[i1 - 1], tr, 0);
  if (mbt > mb) {
    var i2 = 0, dt = 0;
    var lft = mbt - mb, cst = 1 << lft;
    t2.sort(function(a, b) {
      return tr[b.s] - tr[a.s] || a.f - b.f;
    });
    for (; i2 < s; ++i2) {
      var i2_1 = t2[i2].s;
      if (tr[i2_1] > mb) {
        dt += cst - (1 << mbt - tr[i2_1]);
        tr[i2_1] = mb;
      } else
        break;
    }
    dt >>= lft;
    while (dt > 0) {
      var i2_2 = t2[i2].s;
      if (tr[i2_2] < mb)
        dt -= 1 << mb - tr[i2_2]++ - 1;
      else
        ++i2;
    }
    for (; i2 >= 0 && dt; --i2) {
      var i2_3 = t2[i2].s;
      if (tr[i2_3] == mb) {
        --tr[i2_3];
        ++dt;
      }
    }
    mbt = mb;
  }
  return { t: new u8(tr), l: mbt };
};
var ln = function(n, l, d) {
  return n.s == -1 ? Math.max(ln(n.l, l, d + 1), ln(n.r, l, d + 1)) : l[n.s] = d;
};
var lc = function(c) {
  var s = c.length;
  while (s && !c[--s])
    ;
  var cl = new u16(++s);
  var cli = 0, cln = c[0], cls = 1;
  var w = function(v) {
    cl[cli++] = v;
  };
  for (var i2 = 1; i2 <= s; ++i2) {
    if (c[i2] == cln && i2 != s)
      ++cls;
    else {
      if (!cln && cls > 2) {
        for (; cls > 138; cls -= 138)
          w(32754);
        if (cls > 2) {
          w(cls > 10 ? cls - 11 << 5 | 28690 : cls - 3 << 5 | 12305);
          cls = 0;
        }
      } else if (cls > 3) {
        w(cln), --cls;
        for (; cls > 6; cls -= 6)
          w(8304);
        if (cls > 2)
          w(cls - 3 << 5 | 8208), cls = 0;
      }
      while (cls--)
        w(cln);
      cls = 1;
      cln = c[i2];
    }
  }
  return { c: cl.subarray(0, cli), n: s };
};
var clen = function(cf, cl) {
  var l = 0;
  for (var i2 = 0; i2 < cl.length; ++i2)
    l += cf[i2] * cl[i2];
  return l;
};
var wfblk = function(out, pos, dat) {
  var s = dat.length;
  var o = shft(pos + 2);
  out[o] = s & 255;
  out[o + 1] = s >> 8;
  out[o + 2] = out[o] ^ 255;
  out[o + 3] = out[o + 1] ^ 255;
  for (var i2 = 0; i2 < s; ++i2)
    out[o + i2 + 4] = dat[i2];
  return (o + 4 + s) * 8;
};
var wblk = function(dat, out, final, syms, lf, df, eb, li, bs, bl, p) {
  wbits(out, p++, final);
  ++lf[256];
  var _a2 = hTree(lf, 15), dlt = _a2.t, mlb = _a2.l;
  var _b2 = hTree(df, 15), ddt = _b2.t, mdb = _b2.l;
  var _c = lc(dlt), lclt = _c.c, nlc = _c.n;
  var _d = lc(ddt), lcdt = _d.c, ndc = _d.n;
  var lcfreq = new u16(19);
  for (var i2 = 0; i2 < lclt.length; ++i2)
    ++lcfreq[lclt[i2] & 31];
  for (var i2 = 0; i2 < lcdt.length; ++i2)
    ++lcfreq[lcdt[i2] & 31];
  var _e = hTree(lcfreq, 7), lct = _e.t, mlcb = _e.l;
  var nlcc = 19;
  for (; nlcc > 4 && !lct[clim[nlcc - 1]]; --nlcc)
    ;
  var flen = bl + 5 << 3;
  var ftlen = clen(lf, flt) + clen(df, fdt) + eb;
  var dtlen = clen(lf, dlt) + clen(df, ddt) + eb + 14 + 3 * nlcc + clen(lcfreq, lct) + 2 * lcfreq[16] + 3 * lcfreq[17] + 7 * lcfreq[18];
  if (bs >= 0 && flen <= ftlen && flen <= dtlen)
    return wfblk(out, p, dat.subarray(bs, bs + bl));
  var lm, ll, dm, dl;
  wbits(out, p, 1 + (dtlen < ftlen)), p += 2;
  if (dtlen < ftlen) {
    lm = hMap(dlt, mlb, 0), ll = dlt, dm = hMap(ddt, mdb, 0), dl = ddt;
    var llm = hMap(lct, mlcb, 0);
    wbits(out, p, nlc - 257);
    wbits(out, p + 5, ndc - 1);
    wbits(out, p + 10, nlcc - 4);
    p += 14;
    for (var i2 = 0; i2 < nlcc; ++i2)
      wbits(out, p + 3 * i2, lct[clim[i2]]);
    p += 3 * nlcc;
    var lcts = [lclt, lcdt];
    for (var it = 0; it < 2; ++it) {
      var clct = lcts[it];
      for (var i2 = 0; i2 < clct.length; ++i2) {
        var len = clct[i2] & 31;
        wbits(out, p, llm[len]), p += lct[len];
        if (len > 15)
          wbits(out, p, clct[i2] >> 5 & 127), p += clct[i2] >> 12;
      }
    }
  } else {
    lm = flm, ll = flt, dm = fdm, dl = fdt;
  }
  for (var i2 = 0; i2 < li; ++i2) {
    var sym = syms[i2];
    if (sym > 255) {
      var len = sym >> 18 & 31;
      wbits16(out, p, lm[len + 257]), p += ll[len + 257];
      if (len > 7)
        wbits(out, p, sym >> 23 & 31), p += fleb[len];
      var dst = sym & 31;
      wbits16(out, p, dm[dst]), p += dl[dst];
      if (dst > 3)
        wbits16(out, p, sym >> 5 & 8191), p += fdeb[dst];
    } else {
      wbits16(out, p, lm[sym]), p += ll[sym];
    }
  }
  wbits16(out, p, lm[256]);
  return p + ll[256];
};
var deo = /* @__PURE__ */ new i32([65540, 131080, 131088, 131104, 262176, 1048704, 1048832, 2114560, 2117632]);
var et = /* @__PURE__ */ new u8(0);
var dflt = function(dat, lvl, plvl, pre, post, st) {
  var s = st.z || dat.length;
  var o = new u8(pre + s + 5 * (1 + Math.ceil(s / 7e3)) + post);
  var w = o.subarray(pre, o.length - post);
  var lst = st.l;
  var pos = (st.r || 0) & 7;
  if (lvl) {
    if (pos)
      w[0] = st.r >> 3;
    var opt = deo[lvl - 1];
    var n = opt >> 13, c = opt & 8191;
    var msk_1 = (1 << plvl) - 1;
    var prev = st.p || new u16(32768), head = st.h || new u16(msk_1 + 1);
    var bs1_1 = Math.ceil(plvl / 3), bs2_1 = 2 * bs1_1;
    var hsh = function(i3) {
      return (dat[i3] ^ dat[i3 + 1] << bs1_1 ^ dat[i3 + 2] << bs2_1) & msk_1;
    };
    var syms = new i32(25e3);
    var lf = new u16(288), df = new u16(32);
    var lc_1 = 0, eb = 0, i2 = st.i || 0, li = 0, wi = st.w || 0, bs = 0;
    for (; i2 + 2 < s; ++i2) {
      var hv = hsh(i2);
      var imod = i2 & 32767, pimod = head[hv];
      prev[imod] = pimod;
      head[hv] = imod;
      if (wi <= i2) {
        var rem = s - i2;
        if ((lc_1 > 7e3 || li > 24576) && (rem > 423 || !lst)) {
          pos = wblk(dat, w, 0, syms, lf, df, eb, li, bs, i2 - bs, pos);
          li = lc_1 = eb = 0, bs = i2;
          for (var j = 0; j < 286; ++j)
            lf[j] = 0;
          for (var j = 0; j < 30; ++j)
            df[j] = 0;
        }
        var l = 2, d = 0, ch_1 = c, dif = imod - pimod & 32767;
        if (rem > 2 && hv == hsh(i2 - dif)) {
          var maxn = Math.min(n, rem) - 1;
          var maxd = Math.min(32767, i2);
          var ml = Math.min(258, rem);
          while (dif <= maxd && --ch_1 && imod != pimod) {
            if (dat[i2 + l] == dat[i2 + l - dif]) {
              var nl = 0;
              for (; nl < ml && dat[i2 + nl] == dat[i2 + nl - dif]; ++nl)
                ;
              if (nl > l) {
                l = nl, d = dif;
                if (nl > maxn)
                  break;
                var mmd = Math.min(dif, nl - 2);
                var md = 0;
                for (var j = 0; j < mmd; ++j) {
                  var ti = i2 - dif + j & 32767;
                  var pti = prev[ti];
                  var cd = ti - pti & 32767;
                  if (cd > md)
                    md = cd, pimod = ti;
                }
              }
            }
            imod = pimod, pimod = prev[imod];
            dif += imod - pimod & 32767;
          }
        }
        if (d) {
          syms[li++] = 268435456 | revfl[l] << 18 | revfd[d];
          var lin = revfl[l] & 31, din = revfd[d] & 31;
          eb += fleb[lin] + fdeb[din];
          ++lf[257 + lin];
          ++df[din];
          wi = i2 + l;
          ++lc_1;
        } else {
          syms[li++] = dat[i2];
          ++lf[dat[i2]];
        }
      }
    }
    for (i2 = Math.max(i2, wi); i2 < s; ++i2) {
      syms[li++] = dat[i2];
      ++lf[dat[i2]];
    }
    pos = wblk(dat, w, lst, syms, lf, df, eb, li, bs, i2 - bs, pos);
    if (!lst) {
      st.r = pos & 7 | w[pos / 8 | 0] << 3;
      pos -= 7;
      st.h = head, st.p = prev, st.i = i2, st.w = wi;
    }
  } else {
    for (var i2 = st.w || 0; i2 < s + lst; i2 += 65535) {
      var e = i2 + 65535;
      if (e >= s) {
        w[pos / 8 | 0] = lst;
        e = s;
      }
      pos = wfblk(w, pos + 1, dat.subarray(i2, e));
    }
    st.i = s;
  }
  return slc(o, 0, pre + shft(pos) + post);
};
var crct = /* @__PURE__ */ (function() {
  var t = new Int32Array(256);
  for (var i2 = 0; i2 < 256; ++i2) {
    var c = i2, k = 9;
    while (--k)
      c = (c & 1 && -306674912) ^ c >>> 1;
    t[i2] = c;
  }
  return t;
})();
var crc = function() {
  var c = -1;
  return {
    p: function(d) {
      var cr = c;
      for (var i2 = 0; i2 < d.length; ++i2)
        cr = crct[cr & 255 ^ d[i2]] ^ cr >>> 8;
      c = cr;
    },
    d: function() {
      return ~c;
    }
  };
};
var dopt = function(dat, opt, pre, post, st) {
  if (!st) {
    st = { l: 1 };
    if (opt.dictionary) {
      var dict = opt.dictionary.subarray(-32768);
      var newDat = new u8(dict.length + dat.length);
      newDat.set(dict);
      newDat.set(dat, dict.length);
      dat = newDat;
      st.w = dict.length;
    }
  }
  return dflt(dat, opt.level == null ? 6 : opt.level, opt.mem == null ? st.l ? Math.ceil(Math.max(8, Math.min(13, Math.log(dat.length))) * 1.5) : 20 : 12 + opt.mem, pre, post, st);
};
var mrg = function(a, b) {
  var o = {};
  for (var k in a)
    o[k] = a[k];
  for (var k in b)
    o[k] = b[k];
  return o;
};
var wbytes = function(d, b, v) {
  for (; v; ++b)
    d[b] = v, v >>>= 8;
};
var Deflate = /* @__PURE__ */ (function() {
  function Deflate2(opts, cb) {
    if (typeof opts == "function")
      cb = opts, opts = {};
    this.ondata = cb;
    this.o = opts || {};
    this.s = { l: 0, i: 32768, w: 32768, z: 32768 };
    this.b = new u8(98304);
    if (this.o.dictionary) {
      var dict = this.o.dictionary.subarray(-32768);
      this.b.set(dict, 32768 - dict.length);
      this.s.i = 32768 - dict.length;
    }
  }
  Deflate2.prototype.p = function(c, f) {
    this.ondata(dopt(c, this.o, 0, 0, this.s), f);
  };
  Deflate2.prototype.push = function(chunk, final) {
    if (!this.ondata)
      err(5);
    if (this.s.l)
      err(4);
    var endLen = chunk.length + this.s.z;
    if (endLen > this.b.length) {
      if (endLen > 2 * this.b.length - 32768) {
        var newBuf = new u8(endLen & -32768);
        newBuf.set(this.b.subarray(0, this.s.z));
        this.b = newBuf;
      }
      var split = this.b.length - this.s.z;
      this.b.set(chunk.subarray(0, split), this.s.z);
      this.s.z = this.b.length;
      this.p(this.b, false);
      this.b.set(this.b.subarray(-32768));
      this.b.set(chunk.subarray(split), 32768);
      this.s.z = chunk.length - split + 32768;
      this.s.i = 32766, this.s.w = 32768;
    } else {
      this.b.set(chunk, this.s.z);
      this.s.z += chunk.length;
    }
    this.s.l = final & 1;
    if (this.s.z > this.s.w + 8191 || final) {
      this.p(this.b, final || false);
      this.s.w = this.s.i, this.s.i -= 2;
    }
    if (final) {
      this.s = this.o = {};
      this.b = et;
    }
  };
  Deflate2.prototype.flush = function(sync) {
    if (!this.ondata)
      err(5);
    if (this.s.l)
      err(4);
    this.p(this.b, false);
    this.s.w = this.s.i, this.s.i -= 2;
    if (sync) {
      var c = new u8(6);
      c[0] = this.s.r >> 3;
      var ep = wfblk(c, this.s.r, et);
      this.s.r = 0;
      this.ondata(c.subarray(0, ep >> 3), false);
    }
  };
  return Deflate2;
})();
var Inflate = /* @__PURE__ */ (function() {
  function Inflate2(opts, cb) {
    if (typeof opts == "function")
      cb = opts, opts = {};
    this.ondata = cb;
    var dict = opts && opts.dictionary && opts.dictionary.subarray(-32768);
    this.s = { i: 0, b: dict ? dict.length : 0 };
    this.o = new u8(32768);
    this.p = new u8(0);
    if (dict)
      this.o.set(dict);
  }
  Inflate2.prototype.e = function(c) {
    if (!this.ondata)
      err(5);
    if (this.d)
      err(4);
    if (!this.p.length)
      this.p = c;
    else if (c.length) {
      var n = new u8(this.p.length + c.length);
      n.set(this.p), n.set(c, this.p.length), this.p = n;
    }
  };
  Inflate2.prototype.c = function(final) {
    this.s.i = +(this.d = final || false);
    var bts = this.s.b;
    var dt = inflt(this.p, this.s, this.o);
    this.ondata(slc(dt, bts, this.s.b), this.d);
    this.o = slc(dt, this.s.b - 32768), this.s.b = this.o.length;
    this.p = slc(this.p, this.s.p / 8 | 0), this.s.p &= 7;
  };
  Inflate2.prototype.push = function(chunk, final) {
    this.e(chunk), this.c(final);
  };
  return Inflate2;
})();
var te = typeof TextEncoder != "undefined" && /* @__PURE__ */ new TextEncoder();
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}
function strToU8(str, latin1) {
  if (latin1) {
    var ar_1 = new u8(str.length);
    for (var i2 = 0; i2 < str.length; ++i2)
      ar_1[i2] = str.charCodeAt(i2);
    return ar_1;
  }
  if (te)
    return te.encode(str);
  var l = str.length;
  var ar = new u8(str.length + (str.length >> 1));
  var ai = 0;
  var w = function(v) {
    ar[ai++] = v;
  };
  for (var i2 = 0; i2 < l; ++i2) {
    if (ai + 5 > ar.length) {
      var n = new u8(ai + 8 + (l - i2 << 1));
      n.set(ar);
      ar = n;
    }
    var c = str.charCodeAt(i2);
    if (c < 128 || latin1)
      w(c);
    else if (c < 2048)
      w(192 | c >> 6), w(128 | c & 63);
    else if (c > 55295 && c < 57344)
      c = 65536 + (c & 1023 << 10) | str.charCodeAt(++i2) & 1023, w(240 | c >> 18), w(128 | c >> 12 & 63), w(128 | c >> 6 & 63), w(128 | c & 63);
    else
      w(224 | c >> 12), w(128 | c >> 6 & 63), w(128 | c & 63);
  }
  return slc(ar, 0, ai);
}
var dbf = function(l) {
  return l == 1 ? 3 : l < 6 ? 2 : l == 9 ? 1 : 0;
};
var exfl = function(ex) {
  var le = 0;
  if (ex) {
    for (var k in ex) {
      var l = ex[k].length;
      if (l > 65535)
        err(9);
      le += l + 4;
    }
  }
  return le;
};
var wzh = function(d, b, f, fn, u, c, ce, co) {
  var fl2 = fn.length, ex = f.extra, col = co && co.length;
  var exl = exfl(ex);
  wbytes(d, b, ce != null ? 33639248 : 67324752), b += 4;
  if (ce != null)
    d[b++] = 20, d[b++] = f.os;
  d[b] = 20, b += 2;
  d[b++] = f.flag << 1 | (c < 0 && 8), d[b++] = u && 8;
  d[b++] = f.compression & 255, d[b++] = f.compression >> 8;
  var dt = new Date(f.mtime == null ? Date.now() : f.mtime), y = dt.getFullYear() - 1980;
  if (y < 0 || y > 119)
    err(10);
  wbytes(d, b, y << 25 | dt.getMonth() + 1 << 21 | dt.getDate() << 16 | dt.getHours() << 11 | dt.getMinutes() << 5 | dt.getSeconds() >> 1), b += 4;
  if (c != -1) {
    wbytes(d, b, f.crc);
    wbytes(d, b + 4, c < 0 ? -c - 2 : c);
    wbytes(d, b + 8, f.size);
  }
  wbytes(d, b + 12, fl2);
  wbytes(d, b + 14, exl), b += 16;
  if (ce != null) {
    wbytes(d, b, col);
    wbytes(d, b + 6, f.attrs);
    wbytes(d, b + 10, ce), b += 14;
  }
  d.set(fn, b);
  b += fl2;
  if (exl) {
    for (var k in ex) {
      var exf = ex[k], l = exf.length;
      wbytes(d, b, +k);
      wbytes(d, b + 2, l);
      d.set(exf, b + 4), b += 4 + l;
    }
  }
  if (col)
    d.set(co, b), b += col;
  return b;
};
var wzf = function(o, b, c, d, e) {
  wbytes(o, b, 101010256);
  wbytes(o, b + 8, c);
  wbytes(o, b + 10, c);
  wbytes(o, b + 12, d);
  wbytes(o, b + 16, e);
};
var ZipPassThrough = /* @__PURE__ */ (function() {
  function ZipPassThrough2(filename) {
    this.filename = filename;
    this.c = crc();
    this.size = 0;
    this.compression = 0;
  }
  ZipPassThrough2.prototype.process = function(chunk, final) {
    this.ondata(null, chunk, final);
  };
  ZipPassThrough2.prototype.push = function(chunk, final) {
    if (!this.ondata)
      err(5);
    this.c.p(chunk);
    this.size += chunk.length;
    if (final)
      this.crc = this.c.d();
    this.process(chunk, final || false);
  };
  return ZipPassThrough2;
})();
var ZipDeflate = /* @__PURE__ */ (function() {
  function ZipDeflate2(filename, opts) {
    var _this = this;
    if (!opts)
      opts = {};
    ZipPassThrough.call(this, filename);
    this.d = new Deflate(opts, function(dat, final) {
      _this.ondata(null, dat, final);
    });
    this.compression = 8;
    this.flag = dbf(opts.level);
  }
  ZipDeflate2.prototype.process = function(chunk, final) {
    try {
      this.d.push(chunk, final);
    } catch (e) {
      this.ondata(e, null, final);
    }
  };
  ZipDeflate2.prototype.push = function(chunk, final) {
    ZipPassThrough.prototype.push.call(this, chunk, final);
  };
  return ZipDeflate2;
})();
var Zip = /* @__PURE__ */ (function() {
  function Zip2(cb) {
    this.ondata = cb;
    this.u = [];
    this.d = 1;
  }
  Zip2.prototype.add = function(file) {
    var _this = this;
    if (!this.ondata)
      err(5);
    if (this.d & 2)
      this.ondata(err(4 + (this.d & 1) * 8, 0, 1), null, false);
    else {
      var f = strToU8(file.filename), fl_1 = f.length;
      var com = file.comment, o = com && strToU8(com);
      var u = fl_1 != file.filename.length || o && com.length != o.length;
      var hl_1 = fl_1 + exfl(file.extra) + 30;
      if (fl_1 > 65535)
        this.ondata(err(11, 0, 1), null, false);
      var header = new u8(hl_1);
      wzh(header, 0, file, f, u, -1);
      var chks_1 = [header];
      var pAll_1 = function() {
        for (var _i = 0, chks_2 = chks_1; _i < chks_2.length; _i++) {
          var chk = chks_2[_i];
          _this.ondata(null, chk, false);
        }
        chks_1 = [];
      };
      var tr_1 = this.d;
      this.d = 0;
      var ind_1 = this.u.length;
      var uf_1 = mrg(file, {
        f,
        u,
        o,
        t: function() {
          if (file.terminate)
            file.terminate();
        },
        r: function() {
          pAll_1();
          if (tr_1) {
            var nxt = _this.u[ind_1 + 1];
            if (nxt)
              nxt.r();
            else
              _this.d = 1;
          }
          tr_1 = 1;
        }
      });
      var cl_1 = 0;
      file.ondata = function(err2, dat, final) {
        if (err2) {
          _this.ondata(err2, dat, final);
          _this.terminate();
        } else {
          cl_1 += dat.length;
          chks_1.push(dat);
          if (final) {
            var dd = new u8(16);
            wbytes(dd, 0, 134695760);
            wbytes(dd, 4, file.crc);
            wbytes(dd, 8, cl_1);
            wbytes(dd, 12, file.size);
            chks_1.push(dd);
            uf_1.c = cl_1, uf_1.b = hl_1 + cl_1 + 16, uf_1.crc = file.crc, uf_1.size = file.size;
            if (tr_1)
              uf_1.r();
            tr_1 = 1;
          } else if (tr_1)
            pAll_1();
        }
      };
      this.u.push(uf_1);
    }
  };
  Zip2.prototype.end = function() {
    var _this = this;
    if (this.d & 2) {
      this.ondata(err(4 + (this.d & 1) * 8, 0, 1), null, true);
      return;
    }
    if (this.d)
      this.e();
    else
      this.u.push({
        r: function() {
          if (!(_this.d & 1))
            return;
          _this.u.splice(-1, 1);
          _this.e();
        },
        t: function() {
        }
      });
    this.d = 3;
  };
  Zip2.prototype.e = function() {
    var bt = 0, l = 0, tl = 0;
    for (var _i = 0, _a2 = this.u; _i < _a2.length; _i++) {
      var f = _a2[_i];
      tl += 46 + f.f.length + exfl(f.extra) + (f.o ? f.o.length : 0);
    }
    var out = new u8(tl + 22);
    for (var _b2 = 0, _c = this.u; _b2 < _c.length; _b2++) {
      var f = _c[_b2];
      wzh(out, bt, f, f.f, f.u, -f.c - 2, l, f.o);
      bt += 46 + f.f.length + exfl(f.extra) + (f.o ? f.o.length : 0), l += f.b;
    }
    wzf(out, bt, this.u.length, tl, l);
    this.ondata(null, out, true);
    this.d = 2;
  };
  Zip2.prototype.terminate = function() {
    for (var _i = 0, _a2 = this.u; _i < _a2.length; _i++) {
      var f = _a2[_i];
      f.t();
    }
    this.d = 2;
  };
  return Zip2;
})();

export {
  Inflate,
  ZipDeflate,
  Zip,
  HashedFile,
  MAX_SIGN_OFF_BYTES,
  SIGN_OFF_TEXTS,
  signOffJson,
  parseSignOff,
  readSignOff,
  PackFolder,
  readManifest
};
