import { type AthenaClient, type Column, GetTableMetadataCommand } from '@aws-sdk/client-athena';
import type { Query } from '../../pack/query.js';
import { size } from '../../settings/amounts.js';
import { SettingsError } from '../../settings/errors.js';
import type { Period } from '../../settings/period.js';
import type { AthenaSettings, Scope } from '../../settings/settings.js';
import { deliveryWindow } from '../../sources/delivery-window.js';
import type { LogFile } from '../../sources/log-file.js';
import { EngineError } from '../engine.js';
import { type Calling, call } from './calls.js';
import { checkScanLimit, type Estimate, estimate, readsOfRun, stagingPays } from './estimate.js';
import { qualified, type TableName } from './identifiers.js';
import { partitionPredicate } from './partition-predicate.js';
import { recordsSelect } from './records-sql.js';
import { tableLayout, type TableLayout } from './table-layout.js';
import { readWorkgroup, type Workgroup } from './workgroup.js';

/** The log table, and the workgroup in which it is read. */
export interface AthenaTable {
  readonly name: TableName;
  readonly layout: TableLayout;
  readonly workgroup: Workgroup;
}

/** How a run goes about it, known before any statement runs. */
export interface Plan {
  /** Condition that keeps to the delivery window. */
  readonly where: string;
  /** False where the whole table is read. */
  readonly prunes: boolean;
  /** Columns of `records` that the table does not hold. */
  readonly missingColumns: readonly string[];
  readonly estimate: Estimate;
  /** Why a run that was to stage does not; null where it does as told. */
  readonly notStaged: string | null;
}

/** Asks Athena what the table and the workgroup are. No statement runs. */
export async function readTable(athena: AthenaClient, settings: AthenaSettings, calling: Calling): Promise<AthenaTable> {
  const { database, table } = settings;
  // Refuses a name that SQL would have to escape before it is sent anywhere.
  qualified({ database, table });
  const workgroup = await readWorkgroup(athena, settings, calling);
  return { name: { database, table }, layout: await readLayout(athena, settings, calling), workgroup };
}

export async function readLayout(athena: AthenaClient, { database, table, workgroup }: AthenaSettings, calling: Calling): Promise<TableLayout> {
  const layout = tableLayout(await metadataOf(athena, { database, table }, workgroup, calling));
  if (typeof layout === 'string') throw new SettingsError(`athena-table: ${layout}`);
  return layout;
}

async function metadataOf(athena: AthenaClient, { database, table }: TableName, workgroup: string, calling: Calling): Promise<Parameters<typeof tableLayout>[0]> {
  const purpose = 'athena-table';
  try {
    const { TableMetadata: told } = await call(calling, { purpose, permission: 'athena:GetTableMetadata and glue:GetTable' }, () =>
      athena.send(new GetTableMetadataCommand({ CatalogName: 'AwsDataCatalog', DatabaseName: database, TableName: table, WorkGroup: workgroup })));
    const parameters = told?.Parameters ?? {};
    return { columns: columnsOf(told?.Columns), partitionKeys: columnsOf(told?.PartitionKeys), parameters, location: parameters['location'] ?? '' };
  } catch (error) {
    if (error instanceof EngineError && isNotThere(error.cause)) {
      throw new SettingsError(`athena-table: there is no table ${database}.${table} in this region's catalogue; check athena-database, athena-table and aws-region.`, { cause: error.cause });
    }
    throw error;
  }
}

/** Athena passes on the catalogue's error as its own, and only the words tell which. */
function isNotThere(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'MetadataException' && /EntityNotFound|not ?found|does not exist/i.test(cause.message);
}

function columnsOf(columns: readonly Column[] | undefined): readonly { name: string; type: string }[] {
  return (columns ?? []).map(({ Name: name, Type: type }) => ({ name: name ?? '', type: type ?? '' }));
}

export interface PlanInput {
  readonly table: AthenaTable;
  readonly settings: AthenaSettings;
  readonly scope: Scope;
  readonly period: Period;
  /** Log objects of the window. */
  readonly files: readonly LogFile[];
  readonly queries: readonly Pick<Query, 'sql'>[];
  /** Instant of the run, ISO 8601 UTC. */
  readonly now: string;
}

/**
 * Decides what is read and how.
 *
 * @throws SettingsError where the table would have to be read in whole, or more would be scanned than may be.
 */
export function planRun({ table: { name, layout, workgroup }, settings, scope, period, files, queries, now }: PlanInput): Plan {
  const predicate = partitionPredicate({ layout, table: name, window: deliveryWindow(period), scope, now, allowFullScan: settings.allowFullScan });
  if (predicate.refusal !== undefined) throw new SettingsError(`athena-table: ${predicate.refusal}${predicate.ddl === '' ? '' : `\n\n${predicate.ddl}`}`);
  const [reads, wholeTable] = [readsOfRun(queries), !predicate.prunes];
  const { staged, notStaged } = chosen(settings, workgroup, stagingPays({ files, wholeTable }, reads));
  const expected = estimate({ files, reads: staged ? reads.staged : reads.direct, staged, wholeTable });
  checkScanLimit(expected, settings);
  if (workgroup.cutoffBytes !== null && expected.windowBytes > workgroup.cutoffBytes) {
    throw new SettingsError(`athena-workgroup: one scan of the period's logs takes ${expected.wholeTable ? 'at least ' : ''}${size(expected.windowBytes)}, and "${workgroup.name}" cancels statements at ${size(workgroup.cutoffBytes)}; raise that limit, or take a shorter period.`);
  }
  return { where: predicate.sql, prunes: predicate.prunes, missingColumns: recordsSelect(layout, { table: name, where: predicate.sql }).missingColumns, estimate: expected, notStaged };
}

function chosen({ staging }: AthenaSettings, { stageRoot, name }: Workgroup, pays: boolean): { readonly staged: boolean; readonly notStaged: string | null } {
  if (staging === 'never') return { staged: false, notStaged: null };
  if (stageRoot === null) {
    const why = `the workgroup "${name}" keeps results in Athena itself, where no table can be staged; give athena-output a place in S3`;
    if (staging === 'always') throw new SettingsError(`staging: ${why}, or set staging to never.`);
    return { staged: false, notStaged: `Nothing is staged: ${why}.` };
  }
  return { staged: staging === 'always' || pays, notStaged: null };
}
