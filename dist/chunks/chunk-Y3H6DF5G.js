import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/store/errors.ts
var PackWriteError = class extends Error {
  name = "PackWriteError";
};
var REASONS = {
  ENOSPC: "the disk is full; free some space and run again",
  EDQUOT: "the disk quota is used up; free some space and run again",
  EACCES: "permission denied; choose an output folder this user may write to",
  EPERM: "permission denied; choose an output folder this user may write to",
  EROFS: "the file system is read-only; choose another output folder",
  ENOTDIR: "a part of its path is a file, not a folder; choose another output folder",
  EEXIST: "something of that name is there already; choose another output folder",
  EMFILE: "too many files are open"
};
function writeError(what, error) {
  const code = systemCode(error);
  if (code === null) return error;
  return new PackWriteError(`Cannot write ${what}: ${REASONS[code] ?? code}.`, { cause: error });
}
function systemCode(error) {
  if (typeof error !== "object" || error === null || !("code" in error) || !("syscall" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

export {
  PackWriteError,
  writeError,
  systemCode
};
