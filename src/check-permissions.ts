import { type AwsCall, CALLS, type Permission } from './aws/permissions.js';

/** A call of the list, by its name. */
export type Asked = Pick<AwsCall, 'service' | 'operation' | 'bucket'>;

/** What AWS's answers show of permissions. */
export class Permissions {
  private readonly allowed = new Set<string>();
  private readonly denied = new Set<string>();

  get areMissing(): boolean {
    return this.denied.size > 0;
  }

  wasAllowed(asked: Asked): void {
    for (const permission of neededBy(asked)) this.allowed.add(nameOf(permission));
  }

  /** `told`: the permission that AWS names; null where it names none. */
  wasDenied(asked: Asked, told: string | null): void {
    this.denied.add(told ?? neededBy(asked)[0]?.action ?? `${asked.service}:${asked.operation}`);
  }

  /** Nothing is called allowed but what was asked for: a run needs more. */
  text(ofRun: readonly Permission[]): string {
    const known = this.areMissing ? `missing: ${[...this.denied].sort().join(', ')}` : 'every call was allowed';
    const untried = [...new Set(ofRun.filter(({ action }) => !this.denied.has(action)).map(nameOf))].filter((name) => !this.allowed.has(name));
    return untried.length === 0 ? known : `${known}; not tried, as only a run needs them: ${untried.join(', ')}`;
  }
}

function neededBy({ service, operation, bucket }: Asked): readonly Permission[] {
  return CALLS.find((each) => each.service === service && each.operation === operation && each.bucket === bucket)?.permissions ?? [];
}

/** `s3:GetObject on results`: the same action is allowed on one thing and not on another. */
function nameOf({ action, on }: Permission): string {
  return on === 'results' || on === 'results bucket' || on === 'staged tables' ? `${action} on ${on === 'results bucket' ? 'results' : on}` : action;
}
