import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  placeOfUrl
} from "./chunk-UDZHBDGQ.js";

// src/engines/athena/table-place.ts
var RECORD_FOLDERS = ["CloudTrail", "CloudTrail-Insight", "CloudTrail-NetworkActivity"];
function tablePlace({ root, template, location, partitionKeys }) {
  const { bucket, key: prefix } = placeOfUrl(root);
  const named = /\/(CloudTrail(?:-[A-Za-z]+)?)(?:\/|$)(?!.*AWSLogs\/)/.exec(template ?? location)?.[1];
  if (named !== void 0) return { bucket, prefix, folders: [named] };
  return { bucket, prefix, folders: partitionKeys.length > 0 && template === null ? ["CloudTrail"] : RECORD_FOLDERS };
}

export {
  tablePlace
};
