import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import "./chunk-6DG7BXTN.js";

// src/terminal/check-text.ts
var ORDER = ["Identity", "Workgroup", "Table", "Columns", "Partitions", "Logs", "Price", "Event selectors", "Permissions"];
var INDENT = 17;
function checkText({ title, findings, ddl }) {
  const lines = ORDER.flatMap((about) => findings.filter((finding) => finding.about === about));
  const problems = [...new Set(lines.filter(({ problem }) => problem).map(({ about }) => about))];
  const result = problems.length === 0 ? "A run can start." : `To mend before a run: ${problems.join(", ")}.`;
  return [
    `Check of ${title}`,
    "",
    ...lines.map(({ about, text, problem }) => line(about, `${problem ? "! " : ""}${text}`)),
    line("Result", result),
    ...ddl === null ? [] : ["", "Statement that mends the table, for Athena:", "", ddl]
  ].join("\n");
}
function line(about, text) {
  return `${about.padEnd(INDENT)}${text.replaceAll("\n", `
${" ".repeat(INDENT)}`)}`;
}
function checkExit({ findings }) {
  return findings.some(({ problem }) => problem) ? 1 : 0;
}
export {
  checkExit,
  checkText
};
