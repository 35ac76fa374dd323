import { defaultOf, INPUT_GROUPS, type InputDescription, INPUTS } from '../settings/inputs.js';

export function help(): string {
  return `cloudtrail-evidence turns AWS CloudTrail logs into audit evidence that anyone can re-perform.

Commands
  run       read logs, run the audit queries, write an evidence pack with SOC 2 and GDPR reports
  check     tell what a run would find and cost, without running it; takes the flags of run
  verify    check a pack against its own manifest: every hash, every count
  queries   list the audit questions; with an id, show one in full with its SQL
  demo      write a month of made-up logs and the pack made from them

Start here
  cloudtrail-evidence demo
  cloudtrail-evidence run --logs ./AWSLogs --period 2026-10
  cloudtrail-evidence run --athena-database audit --athena-table cloudtrail --period last-month
  cloudtrail-evidence verify evidence/2026-10

Each command explains itself: cloudtrail-evidence run --help`;
}

export function runHelp(): string {
  const groups = Object.entries(INPUT_GROUPS).map(([group, { title, about }]) => {
    const inputs = INPUTS.filter((input) => input.group === group);
    return `${title}\n${wrapped(about, '  ', WIDTH)}\n\n${inputs.map(inputHelp).join('\n')}`;
  });
  return `cloudtrail-evidence run --logs <folder|file|glob|s3://…> --period <period>
cloudtrail-evidence run --athena-database <name> --athena-table <name> --period <period>
cloudtrail-evidence check, with the same flags, is run --check-only

Reads CloudTrail logs, runs every query over one period, and writes an evidence pack: reports in Markdown and PDF,
every row as CSV and JSON lines, the SQL as run, and a manifest with hashes over all of it.

${groups.join('\n\n')}

Exit code
  0  complete, or what was found does not fail the run (see --fail-on)
  1  a setting is wrong, or something broke; nothing half-written is left
  3  exceptions that nobody has decided (--fail-on exceptions or both)
  4  incomplete: logs are missing or unreadable for some account, region or day, or a table lacks a needed column
  5  (verify only) the pack's integrity is broken

Examples
  cloudtrail-evidence run --logs "logs/**/*.json.gz" --period 2026-Q3 --frameworks soc2
  cloudtrail-evidence run --logs s3://example-logs/AWSLogs/ --period 2026-10 --profile audit --aws-region eu-west-1
  cloudtrail-evidence run --athena-database audit --athena-table cloudtrail --period last-month --max-scan-gb 200`;
}

/** Columns of a terminal that text is folded to, and the one in which an input's text begins. */
const WIDTH = 112;
const INDENT = 34;

/** An input's flag, and beside it what it says; a flag too long for its column has a line of its own. */
function inputHelp(input: InputDescription): string {
  const flags = [input.name, ...(input.alias === undefined ? [] : [input.alias])].map((name) => `--${name}`).join(', ');
  const left = `  ${flags}${input.value === null ? '' : ` ${input.value}`}`;
  const standard = input.value === null ? null : defaultOf(input.name, 'command line');
  const text = wrapped(`${input.description}${standard === null ? '' : ` [${standard}]`}`, ' '.repeat(INDENT), WIDTH);
  return left.length + 2 > INDENT ? `${left}\n${text}` : `${left.padEnd(INDENT)}${text.trimStart()}`;
}

function wrapped(text: string, indent: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(indent + word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.join('\n');
}

export function verifyHelp(): string {
  return `cloudtrail-evidence verify <pack> [--previous-pack <folder>]

Checks that a pack is as it was written: every file's size and SHA-256, no file missing or extra, SHA256SUMS equal to the
manifest, row counts equal to results.json, and the evidence id computed again and found in every report.
With --previous-pack, also that the pack was chained to that one. Names each file that is wrong and exits 5.

It needs no network and no AWS account. Without this program: sha256sum -c SHA256SUMS`;
}

export function queriesHelp(): string {
  return `cloudtrail-evidence queries [<ID>]

Lists the audit questions with their titles and the criteria they serve. With an id, shows one in full: the question, what its
rows mean, its limits, and its SQL.

Example
  cloudtrail-evidence queries LAM-04`;
}

export function demoHelp(): string {
  return `cloudtrail-evidence demo [--output demo-output] [--pdf auto|required|never]

Writes a month of made-up logs of a small serverless shop to <output>/logs and the evidence pack made from them to
<output>/pack. What was seeded in the logs is listed in <output>/seeded.json. The demo's pack is Incomplete by design: a day of
one region is missing and logging was stopped for four hours, and its reports say so.`;
}
