import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/sources/log-listing.ts
var LOG_ENDING = /\.(?:json|jsonl|ndjson|gz)$/i;
function hasLogEnding(path) {
  return LOG_ENDING.test(path);
}
function notReadFile(file, reason, detail) {
  return { file, outcome: { list: "not-read", reason, detail } };
}
function keyOf(entry) {
  return "outcome" in entry ? entry.file.key : entry.key;
}
function withoutDoubles(entries) {
  const sorted = inBinaryOrder(entries, (entry) => `${keyOf(entry)}\0${"outcome" in entry ? entry.file.path : entry.path}`);
  const files = [];
  const notRead = [];
  for (const entry of sorted) {
    if ("outcome" in entry) notRead.push(entry);
    else if (files.at(-1)?.key === entry.key) notRead.push(notReadFile(entry, "name appears twice", "another file of this name was read in its place"));
    else files.push(entry);
  }
  return { files, notRead, foldersLeftAside: [] };
}
function inBinaryOrder(items, nameOf) {
  const named = items.map((item) => ({ item, name: nameOf(item) }));
  const ascii = named.every(({ name }) => /^[\0-\x7f]*$/.test(name));
  const order = ascii ? (a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0 : (a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name));
  return named.sort(order).map(({ item }) => item);
}

export {
  hasLogEnding,
  notReadFile,
  keyOf,
  withoutDoubles
};
