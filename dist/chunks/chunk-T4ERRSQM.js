import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  SettingsError
} from "./chunk-XRVFALA3.js";

// src/sources/path-pattern.ts
var WILDCARD = /[*?{]/;
function isPattern(given) {
  return WILDCARD.test(given);
}
function parsePattern(pattern) {
  const segments = pattern.split("/");
  const firstWild = segments.findIndex((segment) => WILDCARD.test(segment));
  const fixed = segments.slice(0, firstWild === -1 ? segments.length - 1 : firstWild);
  const expressions = choices(pattern).map((choice) => choice.split("/").map(segmentExpression).join("/").replaceAll(`${ANY_FOLDERS}/`, ANY_FOLDERS));
  const itself = new RegExp(`^(?:${expressions.join("|")})$`, "s");
  const below = new RegExp(`^(?:${expressions.join("|")})(?:/.*)?$`, "s");
  return {
    base: fixed.length === 1 && fixed[0] === "" ? "/" : fixed.join("/"),
    matches: (path) => itself.test(path),
    matchesBelow: (path) => below.test(path),
    namesEnding: /\.[^/*?.]+$/.test(pattern)
  };
}
var ANY_FOLDERS = "(?:[^/]+/)*";
function segmentExpression(segment, index, all) {
  if (segment === "**") return index === all.length - 1 ? ".*" : ANY_FOLDERS;
  return segment.replace(/[.+^$()|[\]{}\\]/g, "\\$&").replace(/\*+/g, "[^/]*").replace(/\?/g, "[^/]");
}
function choices(pattern) {
  const brace = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (brace === null) return [pattern];
  const before = pattern.slice(0, brace.index);
  const after = pattern.slice(brace.index + brace[0].length);
  return (brace[1] ?? "").split(",").flatMap((choice) => choices(`${before}${choice}${after}`));
}

// src/sources/s3-place.ts
var ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])(?:\/(.*))?$/s;
function isS3Address(given) {
  return /^s3:\/\//i.test(given);
}
function parseS3Place(given) {
  const [, bucket, prefix = ""] = ADDRESS.exec(given) ?? [];
  if (bucket === void 0) throw new SettingsError(`logs: "${given}" is not a place in S3; give s3://bucket or s3://bucket/prefix.`);
  if (isPattern(prefix)) throw new SettingsError(`logs: "${given}" has a wildcard, which S3 does not know; give the prefix that comes before it. Of CloudTrail's folders only the period's days are read.`);
  return { bucket, prefix };
}
function s3Address({ bucket, prefix }) {
  return `s3://${bucket}/${prefix}`;
}
function s3Object(address) {
  const slash = address.indexOf("/", "s3://".length);
  return { bucket: address.slice("s3://".length, slash), key: address.slice(slash + 1) };
}

export {
  isPattern,
  parsePattern,
  isS3Address,
  parseS3Place,
  s3Address,
  s3Object
};
