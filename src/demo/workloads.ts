import { type Caller, inSession, issued, type RoleSession, roleArn, roleSession, service } from './callers.js';
import { HOUR_MS, instant } from './calendar.js';
import { functionArn, type LambdaFunction, type Place } from './company.js';
import type { Call } from './record.js';

/** A function's own role, as Lambda takes it anew every two hours. */
export function functionSession({ account, name }: LambdaFunction, at: number): RoleSession {
  return roleSession({ account, roleName: `${name}-role`, sessionName: name, startedAt: instant(Math.floor(at / (2 * HOUR_MS)) * 2 * HOUR_MS + 4_000) });
}

export function asFunction(one: LambdaFunction, at: number): Caller {
  return inSession(functionSession(one, at), { ip: '10.20.14.8', agent: 'aws-sdk-js/3.893.0 ua/2.1 os/linux#5.10 lang/js md/nodejs#22.20.0 exec-env/AWS_Lambda_nodejs22.x' });
}

/** Lambda takes the role: the door through which every call of the function then came. */
export function roleTaken(one: LambdaFunction, at: number): Call {
  const session = functionSession(one, at);
  return {
    account: one.account,
    region: one.region,
    at: session.startedAt,
    source: 'sts',
    name: 'AssumeRole',
    caller: service('lambda'),
    reads: true,
    request: { roleArn: roleArn(session), roleSessionName: session.sessionName },
    response: issued(session),
    resources: [{ arn: roleArn(session), type: 'AWS::IAM::Role' }],
  };
}

/** What sets a function off: the service that calls it, and for whom. */
export interface Trigger {
  readonly service: string;
  readonly sourceArn: string;
}

export function invocation(place: Place, name: string, caller: Caller, options: { readonly sourceArn?: string; readonly type?: string } = {}): Omit<Call, 'at'> {
  const { sourceArn, type = 'RequestResponse' } = options;
  return {
    ...place,
    source: 'lambda',
    name: 'Invoke',
    caller,
    isData: true,
    request: { functionName: functionArn(place, name), invocationType: type, ...(sourceArn === undefined ? {} : { sourceArn }) },
    resources: [{ arn: functionArn(place, name), type: 'AWS::Lambda::Function' }],
    fields: { additionalEventData: { functionVersion: `${functionArn(place, name)}:$LATEST` } },
  };
}

export function triggered(place: Place, name: string, trigger: Trigger): Omit<Call, 'at'> {
  return invocation(place, name, service(trigger.service), { sourceArn: trigger.sourceArn, type: trigger.service === 'apigateway' ? 'RequestResponse' : 'Event' });
}
