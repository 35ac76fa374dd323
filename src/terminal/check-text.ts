import type { Checked, Finding } from '../check.js';

const ORDER: readonly Finding['about'][] = ['Identity', 'Workgroup', 'Table', 'Columns', 'Partitions', 'Logs', 'Price', 'Event selectors', 'Permissions'];
const INDENT = 17;

/** A line for each thing that was looked at, then what to do. */
export function checkText({ title, findings, ddl }: Checked): string {
  const lines = ORDER.flatMap((about) => findings.filter((finding) => finding.about === about));
  const problems = [...new Set(lines.filter(({ problem }) => problem).map(({ about }) => about))];
  const result = problems.length === 0 ? 'A run can start.' : `To mend before a run: ${problems.join(', ')}.`;
  return [
    `Check of ${title}`,
    '',
    ...lines.map(({ about, text, problem }) => line(about, `${problem ? '! ' : ''}${text}`)),
    line('Result', result),
    ...(ddl === null ? [] : ['', 'Statement that mends the table, for Athena:', '', ddl]),
  ].join('\n');
}

function line(about: string, text: string): string {
  return `${about.padEnd(INDENT)}${text.replaceAll('\n', `\n${' '.repeat(INDENT)}`)}`;
}

/** 0: a run can start; 1: something is to mend before. */
export function checkExit({ findings }: Checked): 0 | 1 {
  return findings.some(({ problem }) => problem) ? 1 : 0;
}
