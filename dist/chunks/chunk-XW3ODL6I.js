import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/evidence/sign-off.ts
function samePerson(a, b) {
  if (a === null || b === null) return false;
  const names = namesIn(b);
  return [...namesIn(a)].some((name) => names.has(name));
}
function namesIn(text) {
  const plain = text.normalize("NFKC").toLowerCase();
  const handles = [...plain.matchAll(/(?<![\p{L}\p{N}])@([a-z0-9-]+)/gu)].map(([, handle]) => handle ?? "");
  const names = [plain, plain.split(/[,(<[]/u)[0] ?? "", ...handles];
  return new Set(names.map((name) => name.replace(/\s+/gu, " ").trim().replace(/^@/u, "")).filter((name) => name !== ""));
}

export {
  samePerson
};
