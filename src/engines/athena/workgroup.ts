import { type AthenaClient, GetWorkGroupCommand } from '@aws-sdk/client-athena';
import { SettingsError } from '../../settings/errors.js';
import type { AthenaSettings } from '../../settings/settings.js';
import { EngineError } from '../engine.js';
import { type Calling, call } from './calls.js';

/** What a workgroup allows (https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html). */
export interface Workgroup {
  readonly name: string;
  /** Where a statement is told to put its result; null: nothing may be told, or the workgroup has its own place. */
  readonly output: string | null;
  /** Where staged tables can be put, `s3://bucket/prefix/`; null: nowhere. */
  readonly stageRoot: string | null;
  /** The workgroup's settings override a statement's, and name a place: Athena chooses a staged table's place itself, below the workgroup's own. */
  readonly choosesPlace: boolean;
  /** Bytes at which Athena cancels a statement; null: none. */
  readonly cutoffBytes: number | null;
}

/** Engine version 2 reads JSON and Parquet otherwise, and lacks functions that the queries use. */
const ENGINE_VERSION = 'Athena engine version 3';

export async function readWorkgroup(athena: AthenaClient, { workgroup: name, output: given }: Pick<AthenaSettings, 'workgroup' | 'output'>, calling: Calling): Promise<Workgroup> {
  const { WorkGroup: workgroup } = await call(calling, { purpose: 'athena-workgroup', permission: 'athena:GetWorkGroup' }, () => athena.send(new GetWorkGroupCommand({ WorkGroup: name }))).catch((error: unknown) => {
    if (!isNotThere(error)) throw error;
    throw new SettingsError(`athena-workgroup: there is no workgroup "${name}" in this region; check athena-workgroup and aws-region.`, { cause: error });
  });
  if (workgroup?.State === 'DISABLED') throw new SettingsError(`athena-workgroup: "${name}" is disabled; enable it, or name another.`);
  const configuration = workgroup?.Configuration ?? {};
  const version = configuration.EngineVersion?.EffectiveEngineVersion ?? ENGINE_VERSION;
  if (version !== ENGINE_VERSION) throw new SettingsError(`athena-workgroup: "${name}" runs ${version}; set it to ${ENGINE_VERSION}, or name another.`);
  const own = withSlash(configuration.ResultConfiguration?.OutputLocation ?? null);
  const managed = configuration.ManagedQueryResultsConfiguration?.Enabled === true;
  const enforced = configuration.EnforceWorkGroupConfiguration === true && !managed && own !== null;
  const output = withSlash(given);
  if (!managed && own === null && output === null) throw new SettingsError(`athena-output: the workgroup "${name}" has no place for results; give athena-output, for example s3://bucket/athena/.`);
  return {
    name,
    output: managed || enforced ? null : output,
    stageRoot: enforced ? own : (output ?? own),
    choosesPlace: enforced,
    cutoffBytes: configuration.BytesScannedCutoffPerQuery ?? null,
  };
}

/** Athena has no code for it: only the words tell. */
function isNotThere(error: unknown): boolean {
  return error instanceof EngineError && error.cause instanceof Error && error.cause.name === 'InvalidRequestException' && /not found|does not exist/i.test(error.cause.message);
}

function withSlash(place: string | null): string | null {
  return place === null || place === '' ? null : place.endsWith('/') ? place : `${place}/`;
}
