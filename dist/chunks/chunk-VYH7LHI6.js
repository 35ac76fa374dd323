import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/pack/sql-tokens.ts
var PATTERNS = [
  ["space", /\s+/],
  ["word", /[A-Za-z_][A-Za-z0-9_]*/],
  ["string", /'(?:[^']|'')*'/],
  ["comment", /--[^\n]*|\/\*[\s\S]*?\*\//],
  ["name", /"(?:[^"]|"")*"/],
  ["number", /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/],
  ["symbol", /\|\||<=|>=|<>|!=|->>|->|=>|::|:=|\/\/|\*\*|\/(?!\*)|[()[\],.;+\-*%<>=]/]
];
var PIECE = new RegExp(PATTERNS.map(([, { source }]) => `(${source})`).join("|"), "y");
function sqlTokens(sql) {
  const tokens = [];
  const faults = [];
  let depth = 0;
  for (let at = 0; at < sql.length; ) {
    const [kind, raw] = pieceAt(sql, at);
    if (kind === null) {
      faults.push({ at, sentence: raw === "'" || raw === '"' || sql.startsWith("/*", at) ? "A string, quoted name or comment does not end." : `The character ${JSON.stringify(raw)} has no meaning shared by both engines.` });
      at = raw === "'" || raw === '"' || sql.startsWith("/*", at) ? sql.length : at + raw.length;
      continue;
    }
    const end = at + raw.length;
    if (kind === "comment" && raw.startsWith("/*") && raw.includes("/*", 2)) faults.push({ at, sentence: 'A comment holds "/*": DuckDB nests comments, Athena does not.' });
    if (kind !== "space" && kind !== "comment") {
      if (raw === ")") depth -= 1;
      if (depth < 0) {
        faults.push({ at, sentence: "A closing parenthesis has no opening one." });
        depth = 0;
      }
      tokens.push({ kind, text: meaning(kind, raw), at, end, depth });
      if (raw === "(") depth += 1;
    }
    at = end;
  }
  if (depth > 0) faults.push({ at: sql.length, sentence: `${depth} opening parenthesis is never closed.` });
  return { tokens, faults };
}
function pieceAt(sql, at) {
  PIECE.lastIndex = at;
  const match = PIECE.exec(sql);
  if (match === null) return [null, String.fromCodePoint(sql.codePointAt(at) ?? 0)];
  const [kind] = PATTERNS.find((_, index) => match[index + 1] !== void 0) ?? [null];
  return [kind, match[0]];
}
function meaning(kind, raw) {
  if (kind === "string") return raw.slice(1, -1).replaceAll("''", "'");
  if (kind === "name") return raw.slice(1, -1).replaceAll('""', '"').toLowerCase();
  return raw.toLowerCase();
}
function isWord(token, ...texts) {
  return token?.kind === "word" && texts.includes(token.text);
}
function isSymbol(token, ...texts) {
  return token?.kind === "symbol" && texts.includes(token.text);
}
function isIdentifier(token) {
  return token?.kind === "word" || token?.kind === "name";
}

// src/pack/sql-relations.ts
function relationFaults(tokens, rules) {
  const own = withNames(tokens);
  const faults = own.filter(({ text }) => isGiven(text)).map(({ at, text }) => ({ at, sentence: `A WITH may not be named ${text}: that relation is given.` }));
  const read = relationsRead(tokens);
  const ownNames = new Set(own.map(({ text }) => text));
  for (const { at, name } of read) {
    const sentence = ownNames.has(name) ? null : relationFault(name, rules);
    if (sentence !== null) faults.push({ at, sentence });
  }
  const names = new Set(read.map(({ name }) => name));
  const unread = [...rules.leadIn ? ["events_before"] : [], ...rules.settings].filter((name) => !names.has(name));
  faults.push(...unread.map((name) => ({ at: 0, sentence: `The header declares ${name === "events_before" ? "lead_in" : name}, but the SQL does not read ${name}.` })));
  if (!names.has("events")) faults.push({ at: 0, sentence: "The SQL does not read events." });
  return faults;
}
function isGiven(name) {
  return name === "events" || name === "events_before" || name.startsWith("setting_");
}
function relationFault(name, rules) {
  if (name === "events") return null;
  if (name === "events_before") return rules.leadIn ? null : 'The SQL reads events_before, but the header does not say "lead_in: true".';
  if (name.startsWith("setting_")) return rules.settings.includes(name) ? null : `The SQL reads ${name}, which the header's settings do not declare.`;
  return `The SQL reads ${name}; a query reads events, events_before and the lists of its header only.`;
}
function withNames(tokens) {
  return tokens.filter((token, index) => {
    const before = tokens[index - 1];
    if (!isIdentifier(token) || !(isWord(before, "with", "recursive") || isSymbol(before, ","))) return false;
    const next = isSymbol(tokens[index + 1], "(") ? closing(tokens, index + 1) + 1 : index + 1;
    return isWord(tokens[next], "as") && isSymbol(tokens[next + 1], "(") && isWord(tokens[next + 2], "select", "with", "values");
  });
}
function closing(tokens, open) {
  const depth = tokens[open]?.depth ?? 0;
  let index = open + 1;
  while (index < tokens.length && !(isSymbol(tokens[index], ")") && tokens[index]?.depth === depth)) index += 1;
  return index;
}
var ENDS_FROM = /* @__PURE__ */ new Set(["where", "group", "having", "order", "union", "intersect", "except", "window", "limit", "offset", "fetch", "select"]);
function relationsRead(tokens) {
  const read = [];
  const open = [];
  tokens.forEach((token, index) => {
    while (open.length > 0 && (open.at(-1) ?? 0) > token.depth) open.pop();
    if (open.at(-1) === token.depth && token.kind === "word" && ENDS_FROM.has(token.text)) open.pop();
    const opensFrom = isWord(token, "from") && !isFromInsideExpression(tokens, index);
    if (opensFrom) open.push(token.depth);
    if (opensFrom || isWord(token, "join") || isSymbol(token, ",") && open.at(-1) === token.depth) {
      const named = relationAt(tokens, index + 1);
      if (named) read.push(named);
    }
  });
  return read;
}
function relationAt(tokens, index) {
  const token = tokens[index];
  if (!token) return null;
  if (isSymbol(token, "(")) {
    const inner = tokens[index + 1];
    if (isWord(inner, "select", "with", "values")) return null;
    return relationAt(tokens, index + 1);
  }
  if (isWord(token, "unnest") && isSymbol(tokens[index + 1], "(")) return null;
  return { at: token.at, name: dottedName(tokens, index) };
}
function dottedName(tokens, index) {
  const first = tokens[index];
  const name = first?.kind === "string" ? `'${first.text}'` : first?.text ?? "";
  if (isSymbol(tokens[index + 1], ".")) return `${name}.${dottedName(tokens, index + 2)}`;
  return isSymbol(tokens[index + 1], "(") ? `${name}(\u2026)` : name;
}
function isFromInsideExpression(tokens, index) {
  if (isWord(tokens[index - 1], "distinct") && isWord(tokens[index - 2], "is", "not")) return true;
  const depth = tokens[index]?.depth ?? 0;
  for (let before = index - 1; before > 0; before -= 1) {
    const token = tokens[before];
    if (isSymbol(token, "(") && token?.depth === depth - 1) return isWord(tokens[before - 1], "extract", "trim", "substring", "position", "overlay");
  }
  return false;
}

export {
  sqlTokens,
  isWord,
  isSymbol,
  isIdentifier,
  relationFaults,
  withNames,
  closing,
  relationsRead
};
