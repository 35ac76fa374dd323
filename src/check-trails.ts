import { type AdvancedEventSelector, type AdvancedFieldSelector, type CloudTrailClient, DescribeTrailsCommand, type EventSelector, GetEventSelectorsCommand, type GetEventSelectorsResponse, type Trail } from '@aws-sdk/client-cloudtrail';
import { asAwsError, denialOf, printable } from './aws/errors.js';
import { counted, joined } from './report/wording.js';

export interface AskingTrails {
  /** A client of one region: a trail is asked for at home. */
  readonly clientOf: (region: string) => CloudTrailClient;
  readonly region: string;
  readonly account: string;
  /** Bucket of the logs that are read; null where it is not known. */
  readonly bucket: string | null;
}

/** More trails than an account may have in one region (https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html) and some of an organisation. */
const TRAILS_TOLD = 12;

/** What was selected while the period ran, these do not tell. */
const AS_THEY_STAND = 'so they stand now; what was selected in the period a run tells from changes in the logs and from data-events in the settings file';

/**
 * Which events each trail records, a line a trail, those that write to the bucket first. Whoever may not ask is told what to allow: a run
 * needs none of it.
 */
export async function trailsText(asking: AskingTrails): Promise<readonly string[]> {
  const client = asking.clientOf(asking.region);
  try {
    const { trailList: trails = [] } = await client.send(new DescribeTrailsCommand({}));
    if (trails.length === 0) return [`account ${printable(asking.account)} has no trail that reaches ${asking.region}, so the logs are those of others, or of a trail of another region alone`];
    const writing = (trail: Trail): boolean => trail.S3BucketName === asking.bucket;
    const sorted = [...trails].sort((a, b) => Number(writing(b)) - Number(writing(a)) || nameOf(a).localeCompare(nameOf(b), 'en'));
    const lines: string[] = [];
    for (const trail of sorted.slice(0, TRAILS_TOLD)) lines.push(`${placeOf(trail, asking.bucket)}: ${await selectionOf(trail, asking)}`);
    return [...lines, ...(sorted.length > TRAILS_TOLD ? [`and ${sorted.length - TRAILS_TOLD} more trails`] : []), AS_THEY_STAND];
  } catch (error) {
    return [`not readable, and not needed by a run: ${notReadable(error, 'cloudtrail:DescribeTrails')}`];
  } finally {
    client.destroy();
  }
}

async function selectionOf(trail: Trail, { clientOf, region }: AskingTrails): Promise<string> {
  const client = clientOf(trail.HomeRegion ?? region);
  try {
    return selectedText(await client.send(new GetEventSelectorsCommand({ TrailName: trail.TrailARN ?? trail.Name })));
  } catch (error) {
    return `not readable: ${notReadable(error, 'cloudtrail:GetEventSelectors')}`;
  } finally {
    client.destroy();
  }
}

function notReadable(error: unknown, permission: string): string {
  const denial = denialOf(error);
  if (denial !== null && denial.forbiddenBy === null) return `allow ${denial.permission ?? permission} to have them told`;
  return asAwsError(error, 'the call').message;
}

const nameOf = ({ Name: name, TrailARN: arn }: Trail): string => printable(name ?? arn ?? 'a trail without a name');

function placeOf(trail: Trail, bucket: string | null): string {
  const of = [
    ...(trail.HomeRegion === undefined ? [] : [printable(trail.HomeRegion)]),
    trail.IsMultiRegionTrail === true ? 'all regions' : 'one region',
    ...(trail.IsOrganizationTrail === true ? ['the organisation'] : []),
    ...(bucket === null ? [] : [trail.S3BucketName === bucket ? 'writes these logs' : `writes to ${printable(trail.S3BucketName ?? 'no bucket')}`]),
  ];
  return `${nameOf(trail)} (${of.join(', ')})`;
}

/** Event selectors of both kinds in one vocabulary. A trail without any records management events (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html). */
export function selectedText({ EventSelectors: basic = [], AdvancedEventSelectors: advanced = [] }: Pick<GetEventSelectorsResponse, 'EventSelectors' | 'AdvancedEventSelectors'>): string {
  const parts = advanced.length > 0 ? advanced.map(advancedPart) : basic.length > 0 ? basic.flatMap(basicParts) : ['management events'];
  return parts.length === 0 ? 'no events' : [...new Set(parts)].map((part) => printable(part)).join('; ');
}

const READ_OR_WRITE: Readonly<Record<string, string>> = { ReadOnly: 'reads only', WriteOnly: 'writes only' };

function basicParts({ ReadWriteType: kind, IncludeManagementEvents: management, ExcludeManagementEventSources: excluded = [], DataResources: data = [] }: EventSelector): readonly string[] {
  const half = kind === undefined ? undefined : READ_OR_WRITE[kind];
  const limits = (others: readonly (string | undefined)[]): string => bracketed([half, ...others]);
  return [
    ...(management === false ? [] : [`management events${limits([excluded.length > 0 ? `without ${joined(excluded)}` : undefined])}`]),
    ...data.map(({ Type: type, Values: values = [] }) => `data events of ${type ?? 'a type not stated'}${limits([values.length > 0 && values.every(isWholeService) ? undefined : counted(values.length, 'resource named', 'resources named')])}`),
  ];
}

/** `arn:aws:s3`, `arn:aws:lambda`: every resource of the type. */
function isWholeService(value: string): boolean {
  return /^arn:aws[a-z-]*:[a-z0-9]+(?::::)?$/.test(value);
}

const CLASSES: Readonly<Record<string, string>> = { Management: 'management events', Data: 'data events', NetworkActivity: 'network activity events' };

function advancedPart({ FieldSelectors: fields = [] }: AdvancedEventSelector): string {
  const equal = (name: string): readonly string[] => fields.find(({ Field: field }) => field === name)?.Equals ?? [];
  const [category = ''] = equal('eventCategory');
  const of = [...equal('resources.type'), ...(category === 'NetworkActivity' ? equal('eventSource') : [])];
  const readOnly = equal('readOnly')[0];
  const told = ['eventCategory', 'resources.type', ...(category === 'NetworkActivity' ? ['eventSource'] : []), ...(readOnly === undefined ? [] : ['readOnly'])];
  const limits = fields.filter(({ Field: field }) => !told.includes(field ?? '')).map(fieldText);
  return `${CLASSES[category] ?? `events of category ${category}`}${of.length > 0 ? ` of ${joined(of)}` : ''}${bracketed([readOnly === undefined ? undefined : readOnly === 'true' ? 'reads only' : 'writes only', ...limits])}`;
}

/** `eventSource not kms.amazonaws.com`. */
function fieldText({ Field: field = 'a field not stated', ...conditions }: AdvancedFieldSelector): string {
  const words = ([['Equals', ''], ['StartsWith', 'begins with '], ['EndsWith', 'ends with '], ['NotEquals', 'not '], ['NotStartsWith', 'does not begin with '], ['NotEndsWith', 'does not end with ']] as const)
    .flatMap(([name, word]) => (conditions[name] === undefined || conditions[name].length === 0 ? [] : [`${word}${valuesText(conditions[name])}`]));
  return `${field} ${words.join(' and ')}`;
}

const VALUES_NAMED = 3;

function valuesText(values: readonly string[]): string {
  return values.length <= VALUES_NAMED ? joined(values, 'or') : `one of ${values.length} values`;
}

function bracketed(parts: readonly (string | undefined)[]): string {
  const given = parts.filter((part) => part !== undefined);
  return given.length === 0 ? '' : ` (${given.join('; ')})`;
}
