import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/report/visible-text.ts
var UNSEEN = new RegExp(
  [
    // Controls, format characters, lone surrogates, private use, unassigned; line and paragraph separators.
    String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]`,
    // What fonts draw as nothing, and spaces that are not the space.
    String.raw`\p{Default_Ignorable_Code_Point}`,
    String.raw`(?! )\p{Zs}`,
    "\u2800",
    // The two signs this function itself writes.
    "[\u27E8\u23CE]",
    // A mark with nothing to stand on, and marks piled higher than any script needs.
    String.raw`(?<=^|\p{M}{3})\p{M}`
  ].join("|"),
  "gu"
);
var DRAWN_FORMAT = /[\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2]/;
function codePointName(char) {
  return `\u27E8U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}\u27E9`;
}
function visibleLine(text) {
  return text.replace(UNSEEN, (char) => char === "\n" ? "\u23CE" : DRAWN_FORMAT.test(char) ? char : codePointName(char));
}
function visibleBlock(text) {
  return text.split("\n").map((line) => line.split("	").map(visibleLine).join("    ")).join("\n");
}
var LONGEST_NAME = 1100;
var LONGEST_PROSE = 300;
function capped(text) {
  if (text.length <= LONGEST_PROSE) return { shown: text, missing: 0 };
  const limit = /\s/.test(text.slice(0, LONGEST_NAME)) ? LONGEST_PROSE : LONGEST_NAME;
  const points = Array.from(text);
  return points.length <= limit ? { shown: text, missing: 0 } : { shown: points.slice(0, limit).join(""), missing: points.length - limit };
}

export {
  codePointName,
  visibleLine,
  visibleBlock,
  capped
};
