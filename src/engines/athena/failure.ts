import type { QueryExecutionStatus } from '@aws-sdk/client-athena';

/** Why a statement did not succeed, in our words: Athena's own quote values of the logs, so they stay in `cause`. */
export interface StatementFailure {
  /** Athena's error type (https://docs.aws.amazon.com/athena/latest/ug/error-reference.html); null where it gives none. */
  readonly errorType: number | null;
  /** Name that Athena's message begins with: `HIVE_BAD_DATA`; null where it has none. */
  readonly code: string | null;
  readonly sentence: string;
  /** The same statement, started anew, may well succeed. */
  readonly heals: boolean;
  /** Log object that Athena could not read, `s3://bucket/key`; null where the failure is not about one. */
  readonly unreadable: string | null;
  /** Athena may not read it: an object of one account or key is denied, and so are its neighbours. */
  readonly denied: boolean;
  /** The table to be made, or its place, is there already. */
  readonly placeTaken: boolean;
}

/** Of a statement that ended as FAILED or CANCELLED. */
export function failureOf(status: QueryExecutionStatus): StatementFailure {
  const told = [status.StateChangeReason ?? '', status.AthenaError?.ErrorMessage ?? ''];
  const reason = told.join('\n');
  const errorType = status.AthenaError?.ErrorType ?? null;
  const code = told.map((message) => /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?=:)/.exec(message)?.[0]).find((found) => found !== undefined) ?? null;
  const busy = isBusy(errorType, reason);
  const denied = !busy && (DENIED_TYPES.has(errorType ?? -1) || (/access ?denied|status code: 403|not authorized|insufficient .*permission/i.test(reason) && !ARCHIVED.test(reason)));
  const unreadable = status.State === 'FAILED' && !busy && READING.test(reason) ? (/s3:\/\/[^\s"'<>]+[^\s"'<>.,;:)\]]/.exec(reason)?.[0] ?? null) : null;
  return {
    errorType,
    code,
    sentence: sentenceOf({ state: status.State, errorType, code, denied, reason }),
    heals: status.State === 'FAILED' && !denied && unreadable === null && (busy || status.AthenaError?.Retryable === true || heals(errorType)),
    unreadable,
    denied,
    placeTaken: isTaken(code, errorType),
  };
}

/** Codes by which Athena says that it stumbled over an object of the table (https://docs.aws.amazon.com/athena/latest/ug/troubleshooting-athena.html). */
const READING = /\b(HIVE_CURSOR_ERROR|HIVE_BAD_DATA|HIVE_CANNOT_OPEN_SPLIT|HIVE_FILESYSTEM_ERROR|HIVE_UNKNOWN_ERROR)\b/;
const DENIED_TYPES: ReadonlySet<number> = new Set([234, 1500, 1501]);

/** S3 archives an object by the bucket's own rules; no permission is missing. */
const ARCHIVED = /InvalidObjectState/;

/** S3 turns Athena away for the rate of its calls, which is about no object though the message may name one. */
function isBusy(errorType: number | null, reason: string): boolean {
  return (errorType !== null && errorType >= 1400 && errorType <= 1406) || /reduce your request rate|\bslow ?down\b|status code: 50[0-4]\b/i.test(reason);
}

function isTaken(code: string | null, errorType: number | null): boolean {
  return code === 'HIVE_PATH_ALREADY_EXISTS' || code === 'TABLE_ALREADY_EXISTS' || errorType === 1302;
}

/** Faults inside Athena. */
function heals(errorType: number | null): boolean {
  return errorType !== null && (errorType === 100 || (errorType >= 300 && errorType <= 400) || (errorType >= 200 && errorType <= 240 && ![206, 210, 234].includes(errorType)));
}

interface Told {
  readonly state: QueryExecutionStatus['State'];
  readonly errorType: number | null;
  readonly code: string | null;
  readonly denied: boolean;
  readonly reason: string;
}

function sentenceOf(told: Told): string {
  const { state, errorType, code } = told;
  const type = [errorType === null ? '' : `error type ${errorType}`, code ?? ''].filter((text) => text !== '').join(', ');
  const label = type === '' ? '' : ` (${type})`;
  if (state === 'CANCELLED') return `Athena reports it as cancelled${label}${/scanned|limit|cutoff/i.test(told.reason) ? ': the workgroup’s limit of bytes scanned a query was reached; raise that limit, or take a shorter period' : '; someone stopped it, or the workgroup did'}.`;
  return `${meaning(told)}${label}.`;
}

function meaning({ errorType, code, denied, reason }: Told): string {
  if (errorType === 234 || /lake ?formation/i.test(reason)) return 'Lake Formation does not let this role read the table; grant it SELECT on the table and lakeformation:GetDataAccess';
  if (denied) return `Athena may not ${/putobject|write|output|result/i.test(reason) ? 'write its results for' : 'read the logs for'} this role; grant it ${permission(reason)}`;
  if (errorType !== null && errorType <= 8) return 'Athena ran out of resources for it; take a shorter period, or ask AWS for more';
  if (errorType === 206 || errorType === 210) return 'Athena stopped it at the account’s time limit for statements; take a shorter period, or have the limit raised';
  if (errorType === 401 || errorType === 402) return 'Athena could not write the result; grant the role s3:PutObject on athena-output, or on the workgroup’s place';
  if (errorType === 1306 || /output bucket|no output location/i.test(reason)) return 'the place for results does not exist or cannot be reached; give athena-output an existing bucket in this region';
  if (isTaken(code, errorType)) return 'the place for the staged table is taken already';
  if (code === 'HIVE_PARTITION_SCHEMA_MISMATCH' || errorType === 1004) return 'a partition of the table has other columns than the table; make the partitions anew';
  if (code === 'TABLE_NOT_FOUND' || code === 'SCHEMA_NOT_FOUND' || errorType === 1110 || errorType === 1301) return 'the table is not there; check athena-database and athena-table';
  if (isBusy(errorType, reason)) return 'S3 turned Athena away for the rate of its calls; run again later';
  if (code === 'COLUMN_NOT_FOUND') return 'the table lacks a column that the statement reads; was the table changed during the run?';
  if (READING.test(reason) || errorType === 1001 || errorType === 1002 || errorType === 1007) return 'Athena could not read what the table holds';
  if (errorType === 1006) return 'Athena refuses the statement';
  if (heals(errorType)) return 'Athena had a fault of its own; run again later';
  return 'Athena reports a failure';
}

/** The permission a refusal speaks of, else what reading takes. */
function permission(reason: string): string {
  return /\b(s3|kms|glue|athena|lakeformation):[A-Za-z]+\b/.exec(reason)?.[0] ?? (/kms/i.test(reason) ? 'kms:Decrypt on the key of the logs' : 's3:GetObject on the objects');
}
