import type { EventSelector, AdvancedEventSelector, Trail } from '@aws-sdk/client-cloudtrail';
import { athenaError, type GatewayAnswer, type GatewayRequest } from './answers.js';

/** A trail with what it records. */
export interface PlayedTrail extends Trail {
  readonly EventSelectors?: EventSelector[];
  readonly AdvancedEventSelectors?: AdvancedEventSelector[];
}

/** CloudTrail's JSON 1.1 protocol, as far as it is used here (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/Welcome.html). */
export class CloudTrailService {
  constructor(private readonly trails: readonly PlayedTrail[]) {}

  callOf(target: string, body: Buffer): { readonly request: GatewayRequest; readonly answer: () => Promise<GatewayAnswer> } {
    const operation = target.slice(target.lastIndexOf('.') + 1);
    const input = JSON.parse(body.toString('utf8') || '{}') as Readonly<Record<string, unknown>>;
    return { request: { service: 'cloudtrail', operation, input }, answer: () => Promise.resolve(this.answer(operation, input['TrailName'])) };
  }

  private answer(operation: string, name: unknown): GatewayAnswer {
    if (operation === 'DescribeTrails') return json({ trailList: this.trails.map((trail) => ({ ...trail, ...NOT_OF_A_DESCRIPTION })) });
    if (operation !== 'GetEventSelectors') return athenaError('UnknownOperationException', `${operation} is not played here.`);
    const trail = this.trails.find(({ TrailARN: arn, Name }) => arn === name || Name === name);
    if (trail === undefined) return athenaError('TrailNotFoundException', `Unknown trail: ${String(name)}`);
    const { TrailARN, EventSelectors, AdvancedEventSelectors } = trail;
    return json({ TrailARN, EventSelectors, AdvancedEventSelectors });
  }
}

/** Selectors have a call of their own; JSON leaves out what is undefined. */
const NOT_OF_A_DESCRIPTION = { EventSelectors: undefined, AdvancedEventSelectors: undefined };

function json(body: object): GatewayAnswer {
  return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
}
