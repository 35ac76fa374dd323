import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/sources/archive-path.ts
var ACCOUNT_FOLDER = /(?:^|\/)(AWSLogs\/(?:o-[a-z0-9]+\/)?\d{12}\/.*)$/s;
var ANY_AWS_LOGS = /(?:^|\/)(AWSLogs\/.*)$/s;
function archiveKey(absolutePath, pathBelowRoot) {
  return ACCOUNT_FOLDER.exec(absolutePath)?.[1] ?? ANY_AWS_LOGS.exec(pathBelowRoot)?.[1] ?? pathBelowRoot;
}
var KINDS = {
  CloudTrail: "log",
  "CloudTrail-Digest": "digest",
  "CloudTrail-Insight": "insight",
  "CloudTrail-NetworkActivity": "network"
};
var FOLDERS = /(?:^|\/)AWSLogs\/(?:o-[a-z0-9]+\/)?(\d{12})(?=\/)(?:\/([^/]+)(?=\/))?(?:\/([a-z]{2,4}(?:-[a-z]+)+-\d+)(?=\/|$))?(?:\/(\d{4})\/(\d\d)\/(\d\d)(?=\/|$))?/;
var FILE_NAME = /(?:^|\/)(\d{12})_(CloudTrail(?:-[A-Za-z]+)?)_([a-z]{2,4}(?:-[a-z]+)+-\d+)_(?:[^/]*_)?(\d{4})(\d\d)(\d\d)T(?:\d{4}|\d{6})Z(?:_[^/]*)?$/;
function placeOf(key) {
  const folders = FOLDERS.exec(key);
  const name = FILE_NAME.exec(key.replace(/\.[^/_]*$/, ""));
  const kindName = folders?.[2] ?? name?.[2] ?? "";
  return {
    kind: KINDS[kindName] ?? "log",
    account: folders?.[1] ?? name?.[1] ?? null,
    region: folders?.[3] ?? name?.[3] ?? null,
    deliveryDay: day(folders?.[4], folders?.[5], folders?.[6]) ?? day(name?.[4], name?.[5], name?.[6])
  };
}
function isOtherServicesLog(key) {
  const service = FOLDERS.exec(key)?.[2];
  return key.startsWith("AWSLogs/aws-account-id=") || service !== void 0 && key.startsWith("AWSLogs/") && !service.startsWith("CloudTrail");
}
function day(year, month, date) {
  if (year === void 0 || month === void 0 || date === void 0) return null;
  const text = `${year}-${month}-${date}`;
  const time = /* @__PURE__ */ new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) ? text : null;
}

export {
  archiveKey,
  placeOf,
  isOtherServicesLog
};
