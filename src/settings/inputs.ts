import type { EngineName } from './settings.js';

/** What parsing, help, action.yml and the documentation say of an input. */
interface Described {
  readonly group: InputGroup;
  /** What goes in its place in help: `<folder>`; null for a switch. */
  readonly value: string | null;
  /** One or two sentences. They stand alone in action.yml, where `value` is not shown. */
  readonly description: string;
  /** Taken where nothing is given; null: there is none, and the description says what happens then. */
  readonly default: string | null;
  /** Where the command line's default is another. */
  readonly commandLineDefault?: string;
  /** An older name of the flag, which keeps working on the command line. */
  readonly alias?: string;
  readonly required?: true;
  /** Without effect, and so refused, in a run that has not this engine, or that asks nothing of AWS. */
  readonly goesWith?: EngineName | 'aws';
  /** Of no use in a workflow. */
  readonly commandLineOnly?: true;
  /** Read by the Action's door alone: never a flag, which others on the machine can see, and never a setting. */
  readonly secret?: true;
}

export interface InputDescription extends Described {
  readonly name: InputName;
}

/** Where a run was started from. */
export type Door = 'action' | 'command line';

export const INPUT_GROUPS = {
  read: { title: 'What to read', about: 'Logs from one place: files for the embedded engine, or a table for Athena.' },
  athena: { title: 'Athena', about: 'The table over the log bucket, and what may be spent on it.' },
  credentials: { title: 'Credentials', about: 'For Athena and for logs in S3. Nothing secret is an input.' },
  reports: { title: 'Reports and the pack', about: 'What is written, and what makes the run fail.' },
  publishing: { title: 'Publishing', about: 'Where a workflow run takes the pack. The command line writes it to disk and publishes nothing.' },
  duckdb: { title: 'The embedded engine', about: 'DuckDB, for log files.' },
} as const;
export type InputGroup = keyof typeof INPUT_GROUPS;

/** Every input of a run, once, in the order people meet them. A command-line flag has the name of the action's input. */
const LIST = [
  {
    name: 'logs', group: 'read', goesWith: 'duckdb', value: '<folder|file|glob|s3://…>', default: null,
    description: 'CloudTrail log files for the embedded engine: a folder at any depth, one file, a pattern in quotes, or s3://bucket/prefix. For Athena, name a table instead.',
  },
  {
    name: 'period', group: 'read', value: '<period>', default: null, required: true,
    description: 'The time to examine, in UTC: last-month, last-quarter, a month (2026-10), a quarter (2026-Q3), or a..b of days or instants (2026-07-01..2026-10-01), of which b is not part.',
  },
  {
    name: 'engine', group: 'read', value: 'athena|duckdb', default: null,
    description: 'What runs the queries: athena, or duckdb (the embedded engine). Left out, it is athena where athena-table is given, and duckdb where only logs is.',
  },
  {
    name: 'allow-open-period', group: 'read', value: null, default: 'false',
    description: 'Write a preliminary pack over a period that has not ended, or ended under 3 hours ago.',
  },
  {
    name: 'settings-file', group: 'read', value: '<file>', default: null,
    description: 'YAML file with scope, lists and report texts. Left out, .github/cloudtrail-evidence.yml is read where it exists.',
  },
  {
    name: 'decisions-file', group: 'read', value: '<file>', default: null,
    description: 'YAML file with what control owners decided of exceptions. Left out, .github/cloudtrail-evidence-decisions.yml is read where it exists.',
  },
  {
    name: 'own-queries', group: 'read', value: '<folder>', default: null,
    description: 'Folder with queries and frameworks of your own, such as .github/cloudtrail-evidence, with queries/<theme>/<ID>.sql, cases/<ID>.yml and frameworks/<name>.yml. Left out, the queries that ship are run alone.',
  },
  {
    name: 'incident', group: 'read', value: '<key=value,…>', default: null,
    description: 'What INC-01 follows through the logs, in parts separated by commas: principal=, key= (an access key id), address= and resource=, at least one of them, and window=2026-10-03..2026-10-05 where it is not the whole period. Left out, INC-01 is not evaluated.',
  },
  {
    name: 'check-only', group: 'read', value: null, default: 'false',
    description: 'Only tell what a run would find: identity, table, partitions, missing columns and permissions, bytes and price to expect. No query is run and no pack is written.',
  },

  { name: 'athena-database', group: 'athena', goesWith: 'athena', value: '<name>', default: null, description: 'Database of the CloudTrail table.' },
  { name: 'athena-table', group: 'athena', goesWith: 'athena', value: '<name>', default: null, description: 'CloudTrail table, with a partition for each day.' },
  { name: 'athena-workgroup', group: 'athena', goesWith: 'athena', value: '<name>', default: 'primary', description: 'Workgroup to run queries in.' },
  {
    name: 'athena-output', group: 'athena', goesWith: 'athena', value: '<s3://…>', default: null,
    description: 'Where Athena writes results and staged data, such as s3://bucket/prefix/. Left out, it is the place the workgroup names.',
  },
  {
    name: 'staging', group: 'athena', goesWith: 'athena', value: 'auto|always|never', default: 'auto',
    description: 'Whether the period is copied once, as Parquet, and every query run on the copy, so that logs are scanned once; the copy is removed at the end. auto: where there is a place for it and it costs less; always: stop where there is none; never: every query scans the table.',
  },
  {
    name: 'max-scan-gb', group: 'athena', goesWith: 'athena', value: '<GB>|none', default: '1000',
    description: 'Stop, before any query, a run that is expected to scan more than this many GB (of 1,000,000,000 bytes); none for no limit. 1000 GB cost about 5 USD.',
  },
  {
    name: 'allow-full-scan', group: 'athena', goesWith: 'athena', value: null, default: 'false',
    description: 'Run also on a table without partitions that keep Athena from reading logs of other days. Its whole archive is scanned.',
  },

  {
    name: 'role-to-assume', group: 'credentials', goesWith: 'aws', value: '<ARN>', default: null,
    description: 'The Amazon Resource Name (ARN) of the role to assume with GitHub\'s OIDC token; the job needs the permission id-token: write. Left out, credentials are taken from the environment.',
  },
  {
    name: 'aws-region', group: 'credentials', goesWith: 'aws', value: '<region>', default: null,
    description: 'AWS Region of the table, or of the bucket with the logs, e.g. eu-central-1. Left out, it is AWS_REGION or AWS_DEFAULT_REGION of the environment.',
  },
  { name: 'role-session-name', group: 'credentials', goesWith: 'aws', value: '<name>', default: 'cloudtrail-evidence', description: 'Role session name. CloudTrail records it with every call of the run.' },
  { name: 'role-duration', group: 'credentials', goesWith: 'aws', value: '<seconds>', default: '3600', description: 'Role duration in seconds, 900 to 43200, and not above the maximum set on the role. A longer run renews the session.' },
  {
    name: 'allowed-account-ids', group: 'credentials', goesWith: 'aws', value: '<ids>', default: null,
    description: 'A comma-delimited list of expected AWS account IDs, in quotes. The run stops if the credentials are for another account.',
  },
  {
    name: 'profile', group: 'credentials', goesWith: 'aws', value: '<name>', default: null, commandLineOnly: true,
    description: 'Profile of the AWS configuration files to take credentials from.',
  },

  { name: 'frameworks', group: 'reports', value: '<names>', default: 'soc2,gdpr', description: 'Reports to write, separated by commas: soc2, gdpr, and the names of frameworks in own-queries.' },
  { name: 'output-dir', group: 'reports', value: '<folder>', default: 'evidence', alias: 'output', description: 'The pack becomes a folder in it, named after the period.' },
  {
    name: 'pdf', group: 'reports', value: 'auto|required|never', default: 'auto',
    description: 'Reports in PDF. auto: without a Chrome the pack is written without them, and says so; required: that fails the run; never: no Chrome is looked for.',
  },
  { name: 'chrome-path', group: 'reports', value: '<file>', default: null, description: 'Chrome or Chromium to print with. Left out, it is looked for.' },
  {
    name: 'previous-pack', group: 'reports', value: '<folder|zip>', default: null,
    description: 'The pack before this one, its folder or its zip: what changed is told, and its manifest hash goes into this one. Left out, it is the latest pack in output-dir whose period is over when this one\'s begins, if there is any.',
  },
  {
    name: 'run-facts', group: 'reports', value: '<run.json>', default: null, commandLineOnly: true,
    description: 'Take time, person and ids from an earlier pack\'s run.json, to make the same bytes again.',
  },
  {
    name: 'self-test', group: 'reports', value: null, default: 'false',
    description: 'Try every query that ran on its own test events, on the same engine, before the pack is written; reports tell what came of it. On Athena that is a statement for each test event, which scans nothing.',
  },
  {
    name: 'fail-on', group: 'reports', value: 'incomplete|exceptions|both|never', default: 'incomplete',
    description: 'What fails the run once the pack is written: incomplete results, exceptions that nobody has decided, both, or never.',
  },

  {
    name: 'publish', group: 'publishing', value: '<places>|none', default: 'artifact', commandLineDefault: 'none',
    description: 'Where the pack goes, one or more, separated by commas. artifact: its zip, and each PDF beside it, to the workflow run; commit: to evidence/ on a branch; pull-request: the same on a branch of its own, as a pull request; issue: for each framework, an issue with what is undecided. Or none: it stays on disk.',
  },
  {
    name: 'commit-content', group: 'publishing', value: 'summary|full', default: 'summary',
    description: 'What is committed. summary: results, counts, exception ids, coverage and hashes, without rows and names; full: every file of up to 5 MB. Larger ones are in the artifact alone.',
  },
  {
    name: 'branch', group: 'publishing', value: '<branch>', default: null,
    description: 'Branch to commit to, or to merge the pull request into. Left out, a commit goes to the branch the run is for, and a pull request to the repository\'s default branch.',
  },
  { name: 'labels', group: 'publishing', value: '<labels>', default: null, description: 'Labels for the pull request and the issues, separated by commas.' },
  { name: 'reviewers', group: 'publishing', value: '<logins>', default: null, description: 'People asked to review the pull request, by login, separated by commas.' },
  {
    name: 'team-reviewers', group: 'publishing', value: '<teams>', default: null,
    description: 'Teams asked to review it, by slug, separated by commas. The token of a workflow run may not ask teams; give github-token.',
  },
  {
    name: 'github-token', group: 'publishing', value: '<token>', default: '${{ github.token }}', secret: true,
    description: 'Token to commit, and to open the pull request and the issues, with: contents: write, pull-requests: write, issues: write, as far as publish names them.',
  },
  { name: 'artifact-name', group: 'publishing', value: '<name>', default: null, description: 'Name of the artifact. Left out, it is cloudtrail-evidence- and the period, such as cloudtrail-evidence-2026-10.' },
  { name: 'retention-days', group: 'publishing', value: '<days>', default: null, description: 'Days to keep the artifact, 1 to 400, and not more than the repository allows. Left out, it is what the repository is set to.' },
  {
    name: 'allow-public', group: 'publishing', value: null, default: 'false',
    description: 'Publish also from a public repository, where everyone can read the personal data in a pack.',
  },

  {
    name: 'duckdb-bindings-path', group: 'duckdb', goesWith: 'duckdb', value: '<folder>', default: null,
    description: 'Folder of DuckDB\'s native library, for machines that may not download it. Left out, it is found among the installed packages, else fetched and checked.',
  },
  { name: 'memory-limit-mb', group: 'duckdb', goesWith: 'duckdb', value: '<MiB>', default: '1152', description: 'Memory in MiB that DuckDB may take before it goes to disk.' },
  { name: 'temp-dir', group: 'duckdb', value: '<folder>', default: null, description: 'Folder for temporary files: logs being read, and what DuckDB moves out of memory. Left out, it is the system\'s.' },
] as const satisfies readonly (Described & { readonly name: string })[];

export type InputName = (typeof LIST)[number]['name'];

export const INPUTS: readonly InputDescription[] = LIST;

/** Inputs a workflow can give. */
export const ACTION_INPUTS: readonly InputDescription[] = INPUTS.filter(({ commandLineOnly }) => commandLineOnly !== true);

/** Inputs that are flags of the command line. */
export const COMMAND_LINE_INPUTS: readonly InputDescription[] = INPUTS.filter(({ secret }) => secret !== true);

export function defaultOf(name: InputName, door: Door): string | null {
  const input = INPUTS.find((each) => each.name === name);
  return (door === 'command line' ? input?.commandLineDefault : undefined) ?? input?.default ?? null;
}
