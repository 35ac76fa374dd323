import type { Command } from './arguments.js';
import { COMMAND_LINE_INPUTS, defaultOf, INPUT_GROUPS, type InputDescription } from '../settings/inputs.js';

export function help(): string {
  return `cloudtrail-evidence turns AWS CloudTrail logs into audit evidence that anyone can re-perform.

Make a pack
  run        read logs, run the audit queries, write an evidence pack with SOC 2 and GDPR reports
  check      tell what a run would find and cost, without running it; takes the flags of run
  queries    list the audit questions; with an id, show one in full with its SQL; with --self-test, try them on test events
  demo       write a month of made-up logs and the pack made from them

Work with a finished pack
  verify     check it against its own manifest: every hash, every count, the sign-off
  decide     write a decisions file to fill in: an entry for each exception nobody has decided
  sample     draw rows of a query for testing; the same seed draws the same rows
  reconcile  match the rows of a query with a list of your own: tickets, leavers, approved changes
  signoff    sign a pack: who, as what, and what is said

Start here
  cloudtrail-evidence demo
  cloudtrail-evidence run --logs ./AWSLogs --period 2026-10
  cloudtrail-evidence run --athena-database audit --athena-table cloudtrail --period last-month
  cloudtrail-evidence verify evidence/2026-10

Each command explains itself: cloudtrail-evidence run --help`;
}

/** What one command says of itself. */
export function helpOf(command: Command): string {
  return HELP[command]();
}

export function runHelp(): string {
  const groups = Object.entries(INPUT_GROUPS).map(([group, { title, about }]) => {
    const inputs = COMMAND_LINE_INPUTS.filter((input) => input.group === group);
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

const verifyHelp = (): string => `cloudtrail-evidence verify <pack> [--previous-pack <folder|zip>]

Checks that a pack is as it was written: every file's size and SHA-256, no file missing or extra, SHA256SUMS equal to the
manifest, row counts equal to results.json, and the evidence id computed again and found in every report. A sign-off beside
the manifest must name this evidence and this manifest.
With --previous-pack, also that the pack was chained to that one, and that comparing the two gives what trend.json says. Names each file that is wrong and exits 5.

It needs no network and no AWS account. Without this program: sha256sum -c SHA256SUMS`;

const decideHelp = (): string => `cloudtrail-evidence decide <pack> [--query <ID>] [--output <file>]

Prints a decisions file to fill in, with an entry for each exception that no decision counts for. It holds ids and no text
of a row: look each id up in the report's register. Fill it in, commit it as .github/cloudtrail-evidence-decisions.yml, and
the next run counts what it says. A decision annotates an exception; it removes no row and changes no result.

  --query <ID>     exceptions of this query only; may be given more than once
  --output <file>  write a new file instead of printing

Example
  cloudtrail-evidence decide evidence/2026-10 --output decisions.yml`;

const sampleHelp = (): string => `cloudtrail-evidence sample <pack> --query <ID> --seed <seed> [--n 25] [--output <file>]

Draws rows of a query for testing and writes them to a sheet (CSV, safe to open in a spreadsheet): row number, columns that
identify the row, all other columns, and empty columns for what the test found. The pack is not changed.

  --query <ID>     whose rows
  --seed <seed>    chosen by whoever samples, once the pack is there: letters, digits, dots, dashes, underscores
  --n <number>     how many, 1 to 10000; all where there are fewer [25]
  --output <file>  a new file outside the pack [<ID>-sample-<seed>.csv]

Each row number is ranked by the SHA-256 of the text <seed>/<ID>/<row number>; the smallest are drawn, in that order. So the
same pack, query and seed give the same rows anywhere, a larger sample begins with the smaller one, and anybody can draw it
again with sha256sum. The rows' file is compared with the manifest first; check the rest with verify.

Exit code: 0 written, 1 something given is wrong, 5 the pack is not what its manifest says

Example
  cloudtrail-evidence sample evidence/2026-10 --query IAM-01 --n 25 --seed audit-2026-4711`;

const reconcileHelp = (): string => `cloudtrail-evidence reconcile <pack> --query <ID> --list <file.csv> --key <column>[=<column in the list>]
                              [--output <file>]

Matches the rows of a query with a list of your own, and writes every row and every entry with its status: matched, only in
CloudTrail, only in the list. Prints the counts. The pack is not changed.

  --query <ID>     whose rows
  --list <file>    a CSV file in UTF-8 with a heading; separated by commas, semicolons (as Excel writes in many countries) or
                   tabs; at most 64 MiB and a million entries
  --key <…>        column that both have; with another name in the list: <column>=<column in the list>. May be given more
                   than once: then all must agree
  --output <file>  a new file outside the pack [<ID>-reconciled.csv]

Keys are compared as text, exactly, without space around them. An empty key matches nothing. A key that stands more than
once is counted, and each of its rows and entries is in the result.

Exit code: 0 all matched, 3 some are on one side alone, 1 something given is wrong, 5 the pack is not what its manifest says

Example
  cloudtrail-evidence reconcile evidence/2026-10 --query IAM-01 --list joiners.csv --key target=login`;

const signoffHelp = (): string => `cloudtrail-evidence signoff <pack> --name <name> --role <role> --statement <text> [--replace]

Writes signoff.json beside the manifest: who signs, as what, what is said, today's date (UTC), the evidence id and the hash
of the manifest. The pack is verified first: a broken one is not signed. The sign-off is the one file no manifest lists; the
next pack's report prints it. It is a statement in a file, not a cryptographic signature: who may write there, and the review
of the pull request that brings it, say whose it is.

  --replace        sign again where a sign-off is there

Exit code: 0 signed, 1 something given is wrong, 5 the pack is broken

Example
  cloudtrail-evidence signoff evidence/2026-10 --name "Lee Park" --role "Head of Platform" \\
    --statement "I reviewed this evidence and the decisions in it."`;

const queriesHelp = (): string => `cloudtrail-evidence queries [<ID>] [--own-queries <folder>]
cloudtrail-evidence queries --self-test [<ID> …] [--own-queries <folder>] [--engine athena …]

Lists the audit questions with their titles and the criteria they serve. With an id, shows one in full: the question, what its
rows mean, its limits, and its SQL.

  --own-queries <folder>  your own queries and frameworks too, checked as a run checks them
  --self-test             try each query on its own test events: those it must return, and near misses on which it must stay
                          silent. Prints how many of each went as they must, and names those that did not. No log is read.
                          With --engine athena and the flags of a run, on Athena: a statement for each event, which scans nothing

Exit code with --self-test: 0 all as they must, 1 some did not, or a setting or a file of test events is wrong

Example
  cloudtrail-evidence queries LAM-04`;

const demoHelp = (): string => `cloudtrail-evidence demo [--output demo-output] [--pdf auto|required|never]

Writes a month of made-up logs of a small serverless shop to <output>/logs and the evidence pack made from them to
<output>/pack. What was seeded in the logs is listed in <output>/seeded.json. The demo's pack is Incomplete by design: a day of
one region is missing and logging was stopped for four hours, and its reports say so.`;

const HELP: Readonly<Record<Command, () => string>> = {
  run: runHelp,
  check: runHelp,
  verify: verifyHelp,
  decide: decideHelp,
  sample: sampleHelp,
  reconcile: reconcileHelp,
  signoff: signoffHelp,
  queries: queriesHelp,
  demo: demoHelp,
};
