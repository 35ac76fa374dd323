import { SettingsError } from './errors.js';
import type { InputName } from './inputs.js';

/** The forms inputs must have. Each reader returns the value or throws one sentence: input, what was found, what is allowed. */

/** Also of regions in the settings file: eu-west-1, us-gov-west-1, eusc-de-east-1. */
export const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d{1,2}$/;
const ACCOUNT_ID = /^\d{12}$/;
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: a name has 64 characters at most, a path 512. */
const ROLE_ARN = /^arn:aws[a-z-]*:iam::(\d{12}):role\/(?:[\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/;
/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
const ROLE_SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
const ROLE_DURATION_SECONDS = { from: 900, to: 43_200 };
/** https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroup.html */
const WORKGROUP = /^[a-zA-Z0-9._-]{1,128}$/;
/** What Athena takes without quotes; the Data Catalog keeps 255 characters. */
const IDENTIFIER = /^[A-Za-z0-9_]{1,255}$/;
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, and of a key the characters that need no escaping anywhere, but no `.` and `..`. */
const S3_PLACE = /^(?!.*\/\.{1,2}(?:\/|$))s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/(?:[A-Za-z0-9!_.*()=+@:,-]+\/)*(?:[A-Za-z0-9!_.*()=+@:,-]+)?)?$/;
const S3_PREFIX = /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](?:\/\P{Cc}{0,1024})?$/u;
const PROFILE = /^[^\p{C}[\]]{1,128}$/u;
/** An artifact's name becomes a file's; these are refused by the artifact service. */
const NOT_IN_ARTIFACT_NAMES = /["<>:|*?\p{Cc}\\/]/u;
/** https://docs.github.com/en/organizations/managing-organization-settings/configuring-the-retention-period-for-github-actions-artifacts-and-logs-in-your-organization */
const RETENTION_DAYS = { from: 1, to: 400 };
const MEMORY_MIB = { from: 256, to: 1_048_576 };
/** Prices are by TB of 10^12 bytes here: the smaller reading, which stops sooner. */
const BYTES_IN_GB = 1_000_000_000;

export function oneOf<T extends string>(name: InputName, found: string, allowed: readonly T[]): T {
  return allowed.find((each) => each === found) ?? raise(`${name}: "${found}" is not one of ${allowed.join(', ')}.`);
}

/** YAML 1.2 core schema, as @actions/core reads it. */
export function yesOrNo(name: InputName, found: string): boolean {
  if (['true', 'True', 'TRUE'].includes(found)) return true;
  return ['false', 'False', 'FALSE'].includes(found) ? false : raise(`${name}: "${found}" is neither true nor false.`);
}

function wholeNumber(name: InputName, found: string, { from, to }: { readonly from: number; readonly to: number }, unit: string): number {
  const number = /^\d+$/.test(found) ? Number(found) : NaN;
  return number >= from && number <= to ? number : raise(`${name}: "${found}" is not a whole number of ${unit} between ${from} and ${to}.`);
}

/** Names separated by commas, each once, in the order given. */
export function names(found: string): readonly string[] {
  return [...new Set(found.split(',').map((name) => name.trim()).filter((name) => name !== ''))];
}

export function roleArn(found: string): { readonly arn: string; readonly account: string } {
  const account = ROLE_ARN.exec(found)?.[1];
  return account === undefined ? raise(`role-to-assume: "${found}" is not the ARN of a role; give one such as arn:aws:iam::111122223333:role/cloudtrail-evidence.`) : { arn: found, account };
}

export function region(found: string, from: string): string {
  return REGION.test(found) ? found : raise(`aws-region: "${found}"${from} is not a region; give one such as eu-central-1.`);
}

export function roleSessionName(found: string): string {
  return ROLE_SESSION_NAME.test(found) ? found : raise(`role-session-name: "${found}" is not a session name; give 2 to 64 letters, digits or _+=,.@- without spaces.`);
}

export function roleDuration(found: string): number {
  return wholeNumber('role-duration', found, ROLE_DURATION_SECONDS, 'seconds');
}

export function accountIds(found: string): readonly string[] {
  const ids = names(found);
  const wrong = ids.filter((id) => !ACCOUNT_ID.test(id));
  if (wrong.length > 0) raise(`allowed-account-ids: "${wrong.join(', ')}" is not an account id; give twelve digits each, separated by commas, and all in quotes in YAML.`);
  return ids.length > 0 ? ids : raise(`allowed-account-ids: "${found}" names no account; give twelve digits each, separated by commas.`);
}

export function profileName(found: string): string {
  return PROFILE.test(found) ? found : raise(`profile: "${found}" cannot be a profile's name; give one of those in the AWS configuration files.`);
}

export function identifier(name: InputName, found: string): string {
  return IDENTIFIER.test(found) ? found : raise(`${name}: "${found}" is not a name that can be used; give at most 255 letters, digits or underscores, without quotes, dots or catalogue.`);
}

export function workgroupName(found: string): string {
  return WORKGROUP.test(found) ? found : raise(`athena-workgroup: "${found}" is not a workgroup's name; give at most 128 letters, digits or ._-.`);
}

/** With one `/` at its end. */
export function s3Place(name: InputName, found: string): string {
  if (!S3_PLACE.test(found)) raise(`${name}: "${found}" is not a place in S3; give s3://bucket/prefix/ of letters, digits or !_.*()=+@:,- with single slashes.`);
  return found.endsWith('/') ? found : `${found}/`;
}

/** A folder, file or pattern on disk as it is; of a place in S3, the bucket is checked. A key may hold nearly anything. */
export function logsPlace(found: string): string {
  if (!/^s3:/i.test(found)) return found;
  return S3_PREFIX.test(found) ? found : raise(`logs: "${found}" is not a place in S3; give s3://bucket/prefix.`);
}

/** Bytes; null for no limit. */
export function scanLimit(found: string): number | null {
  if (found === 'none') return null;
  const gigabytes = /^\d+(\.\d+)?$/.test(found) ? Number(found) : 0;
  const bytes = Math.round(gigabytes * BYTES_IN_GB);
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : raise(`max-scan-gb: "${found}" is not a number of GB above 0; give one such as 250 or 0.5, or none.`);
}

export function artifactName(found: string): string {
  // A file system's limit is 255 bytes for a name; report, number and ending come to it.
  return NOT_IN_ARTIFACT_NAMES.test(found) || Buffer.byteLength(found) > 200 ? raise(`artifact-name: "${found}" cannot name an artifact; give at most 200 bytes without " < > : | * ? \\ / or line breaks.`) : found;
}

export function retentionDays(found: string): number {
  return wholeNumber('retention-days', found, RETENTION_DAYS, 'days');
}

/** What git takes as a branch's name (git help check-ref-format). */
export function branchName(found: string): string {
  const isName = found.length <= 200 && !/^refs\/|^[-/]|[\p{Cc} ~^:?*[\\]|\.\.|\/\/|@\{|(?:^|\/)\.|\.lock(?:\/|$)|[./]$/u.test(found) && found !== '@';
  return isName ? found : raise(`branch: "${found}" is not a branch's name; give one such as main, without refs/heads/.`);
}

/** https://docs.github.com/en/issues/using-labels-and-milestones-to-track-work/managing-labels: a name has 50 characters at most. */
export function labelNames(found: string): readonly string[] {
  return each('labels', found, /^[^\p{C}]{1,50}$/u, 'a label', 'at most 50 characters each');
}

export function logins(found: string): readonly string[] {
  return each('reviewers', found.replace(/(^|,)(\s*)@/g, '$1$2'), /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$/, 'a login', 'logins such as octocat; teams go into team-reviewers');
}

export function teamSlugs(found: string): readonly string[] {
  return each('team-reviewers', found, /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, "a team's slug", 'slugs such as cloud-security, without the organisation');
}

function each(name: InputName, found: string, form: RegExp, what: string, allowed: string): readonly string[] {
  const list = names(found);
  const wrong = list.filter((text) => !form.test(text));
  return wrong.length === 0 ? list : raise(`${name}: "${wrong.join(', ')}" is not ${what}; give ${allowed}, separated by commas.`);
}

export function memoryLimit(found: string): number {
  return wholeNumber('memory-limit-mb', found, MEMORY_MIB, 'MiB');
}

export function raise(sentence: string): never {
  throw new SettingsError(sentence);
}
