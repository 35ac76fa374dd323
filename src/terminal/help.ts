import { INPUTS } from '../settings/inputs.js';

export function help(): string {
  return `cloudtrail-evidence turns AWS CloudTrail logs into audit evidence that anyone can re-perform.

Commands
  run       read logs, run the audit queries, write an evidence pack with SOC 2 and GDPR reports
  verify    check a pack against its own manifest: every hash, every count
  queries   list the audit questions; with an id, show one in full with its SQL
  demo      write a month of made-up logs and the pack made from them

Start here
  cloudtrail-evidence demo
  cloudtrail-evidence run --logs ./AWSLogs --period 2026-10
  cloudtrail-evidence verify evidence/2026-10

Each command explains itself: cloudtrail-evidence run --help`;
}

export function runHelp(): string {
  const width = Math.max(...INPUTS.map((input) => flag(input).length)) + 2;
  const lines = INPUTS.map((input) => `  ${flag(input).padEnd(width)}${input.help}${input.default === null || input.value === null ? '' : ` [${input.default}]`}`);
  return `cloudtrail-evidence run --logs <folder|file|glob> --period <period>

Reads CloudTrail log files, runs every query over one period, and writes an evidence pack: reports in Markdown and PDF,
every row as CSV and JSON lines, the SQL as run, and a manifest with hashes over all of it.

${lines.join('\n')}

Exit code
  0  complete, or what was found does not fail the run (see --fail-on)
  1  a setting is wrong, or something broke; nothing half-written is left
  3  exceptions that nobody has decided (--fail-on exceptions or both)
  4  incomplete: logs are missing or unreadable for some account, region or day
  5  (verify only) the pack's integrity is broken

Example
  cloudtrail-evidence run --logs "logs/**/*.json.gz" --period 2026-Q3 --output evidence --frameworks soc2`;
}

function flag({ name, value }: (typeof INPUTS)[number]): string {
  return `--${name}${value === null ? '' : ` ${value}`}`;
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
