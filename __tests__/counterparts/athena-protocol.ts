import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Backend, readCreateTable, StatementFailure, statementKind, type StatementResult } from './backend.js';
import { athenaError, type GatewayAnswer, type GatewayRequest } from './answers.js';

export interface Workgroup {
  /** `s3://bucket/prefix/`; null: the client must name a place. */
  readonly output: string | null;
  /** The workgroup's place wins over the client's. */
  readonly enforced?: boolean;
  readonly state?: 'ENABLED' | 'DISABLED';
  /** Bytes after which a query is cancelled. */
  readonly scanLimit?: number;
  readonly engineVersion?: string;
}

interface Execution {
  readonly id: string;
  readonly sql: string;
  readonly database: string;
  readonly workgroup: string;
  /** Where results stand; ends with `/`. */
  readonly place: string;
  /** Object the result is written to. */
  readonly output: string;
  readonly submitted: number;
  readonly stop: AbortController;
  /** Settled when the statement has ended, well or not. */
  ended: Promise<void>;
  state: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  completed: number;
  result: StatementResult | null;
  failure: StatementFailure | null;
}

type Input = Readonly<Record<string, unknown>>;
type Operation = (input: Input) => GatewayAnswer | Promise<GatewayAnswer>;

const PAGE = 1000;
/** The most ids one BatchGetQueryExecution takes. */
const BATCH = 50;

/** Athena's JSON 1.1 protocol, as far as it is used here (https://docs.aws.amazon.com/athena/latest/APIReference/Welcome.html). */
export class AthenaService {
  private readonly executions = new Map<string, Execution>();
  private readonly byToken = new Map<string, { readonly id: string; readonly compared: string }>();
  private readonly operations: Readonly<Record<string, Operation>> = {
    StartQueryExecution: (input) => this.start(input),
    GetQueryExecution: (input) => this.withExecution(input, (execution) => json({ QueryExecution: described(execution, this.backend) })),
    BatchGetQueryExecution: (input) => this.batch(input),
    GetQueryResults: (input) => this.withExecution(input, (execution) => this.results(execution, input)),
    GetQueryRuntimeStatistics: (input) => this.withExecution(input, runtimeStatistics),
    StopQueryExecution: (input) => this.withExecution(input, (execution) => this.stop(execution)),
    GetTableMetadata: (input) => this.tableMetadata(input),
    GetWorkGroup: (input) => this.workGroup(input),
  };

  constructor(
    private readonly backend: Backend,
    private readonly root: string,
    private readonly workgroups: Readonly<Record<string, Workgroup>>,
  ) {}

  callOf(target: string, body: Buffer): { readonly request: GatewayRequest; readonly answer: () => Promise<GatewayAnswer> } {
    const operation = target.replace(/^AmazonAthena\./, '');
    const input = JSON.parse(body.toString('utf8') || '{}') as Input;
    const answer = this.operations[operation];
    return {
      request: { service: 'athena', operation, input },
      answer: async () => (answer === undefined ? athenaError('UnknownOperationException', `${operation} is not played here.`) : answer(input)),
    };
  }

  /** Stops what still runs and waits for its end. */
  async close(): Promise<void> {
    for (const execution of this.executions.values()) execution.stop.abort();
    await Promise.all([...this.executions.values()].map(({ ended }) => ended));
  }

  private async start(input: Input): Promise<GatewayAnswer> {
    const sql = text(input['QueryString']);
    const token = text(input['ClientRequestToken']);
    const context = (input['QueryExecutionContext'] ?? {}) as Input;
    const asked = text(((input['ResultConfiguration'] ?? {}) as Input)['OutputLocation']);
    const name = text(input['WorkGroup']) || 'primary';
    const workgroup = this.workgroup(name);
    if (workgroup === null) return invalid(`WorkGroup ${name} is not found.`);
    if (workgroup.state === 'DISABLED') return invalid(`WorkGroup ${name} is disabled.`);
    if (sql === '' || Buffer.byteLength(sql) > 262_144) return invalid('queryString must be 1 to 262144 bytes long');
    if (token !== '' && (token.length < 32 || token.length > 128)) return invalid('clientRequestToken must be 32 to 128 characters long');
    // The workgroup and parameters are not compared (measured by others on Athena).
    const compared = JSON.stringify([sql, context['Database'], asked]);
    const earlier = this.byToken.get(token);
    if (earlier !== undefined) {
      return earlier.compared === compared ? json({ QueryExecutionId: earlier.id }) : invalid('Idempotent parameters do not match', 'IDEMPOTENT_PARAMETER_MISMATCH');
    }
    const place = isEnforced(workgroup) ? workgroup.output : asked || workgroup.output;
    if (place === null || place === '') return invalid('No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.');
    const fault = await this.backend.syntaxFault(sql);
    if (fault !== null) return invalid(fault, 'MALFORMED_QUERY');
    const execution = this.begin(sql, text(context['Database']) || 'default', name, place.replace(/\/?$/, '/'));
    if (token !== '') this.byToken.set(token, { id: execution.id, compared });
    return json({ QueryExecutionId: execution.id });
  }

  private begin(sql: string, database: string, workgroup: string, place: string): Execution {
    const id = randomUUID();
    const ending = { SELECT: '.csv', CREATE_TABLE_AS_SELECT: '', DDL: '.txt' }[statementKind(sql)];
    const execution: Execution = {
      id, sql, database, workgroup, place,
      output: `${place}${id}${ending}`,
      submitted: Date.now(),
      stop: new AbortController(),
      ended: Promise.resolve(),
      state: 'QUEUED',
      completed: 0,
      result: null,
      failure: null,
    };
    this.executions.set(id, execution);
    execution.ended = this.carryOut(execution);
    return execution;
  }

  private async carryOut(execution: Execution): Promise<void> {
    try {
      execution.state = 'RUNNING';
      this.checkTablePlace(execution);
      const { sql, database, place, stop } = execution;
      const result = await this.backend.execute({ sql, database, tablePlace: `${place}tables/${execution.id}/`, signal: stop.signal });
      const limit = this.workgroup(execution.workgroup)?.scanLimit ?? Infinity;
      if (execution.stop.signal.aborted) return;
      if (result.bytesScanned > limit) {
        execution.failure = new StatementFailure(`Query cancelled! : Bytes scanned limit was exceeded`, 2, 1011);
        execution.state = 'CANCELLED';
      } else {
        await this.writeResult(execution, result);
        execution.state = 'SUCCEEDED';
      }
      execution.result = result;
    } catch (error) {
      if (execution.stop.signal.aborted) return;
      execution.failure = error instanceof StatementFailure ? error : new StatementFailure(`GENERIC_INTERNAL_ERROR: ${error instanceof Error ? error.message : String(error)}`, 1, 100);
      execution.state = 'FAILED';
    } finally {
      if (execution.stop.signal.aborted) execution.state = 'CANCELLED';
      execution.completed = Date.now();
    }
  }

  private checkTablePlace({ sql, workgroup }: Execution): void {
    const namesPlace = statementKind(sql) === 'CREATE_TABLE_AS_SELECT' && readCreateTable(sql).properties.has('external_location');
    const group = this.workgroup(workgroup);
    if (namesPlace && group !== null && isEnforced(group)) {
      throw new StatementFailure("The Create Table As Select query failed because it was submitted with an 'external_location' property to an Athena Workgroup that enforces a centralized output location for all queries. Please remove the 'external_location' property and resubmit the query.", 2, 1006);
    }
  }

  private async writeResult(execution: Execution, result: StatementResult): Promise<void> {
    const { output } = execution;
    if (result.kind !== 'SELECT') return this.putObject(result.kind === 'DDL' ? output : `${output}-manifest.csv`, '');
    await this.putObject(output, [result.columns.map(({ name }) => name), ...result.rows].map(csvLine).join(''));
    await this.putObject(`${output}.metadata`, '');
  }

  private async putObject(url: string, body: string): Promise<void> {
    const path = join(this.root, url.replace(/^s3:\/\//, ''));
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, body);
  }

  private stop(execution: Execution): GatewayAnswer {
    if (execution.state === 'QUEUED' || execution.state === 'RUNNING') {
      execution.stop.abort();
      execution.state = 'CANCELLED';
      execution.completed = Date.now();
    }
    return json({});
  }

  private batch(input: Input): GatewayAnswer {
    const ids = input['QueryExecutionIds'] as readonly string[];
    if (ids.length === 0 || ids.length > BATCH) return invalid(`queryExecutionIds must name 1 to ${BATCH} executions`);
    const known = ids.flatMap((id) => this.executions.get(id) ?? []);
    const unknown = ids.filter((id) => !this.executions.has(id));
    return json({
      QueryExecutions: known.map((execution) => described(execution, this.backend)),
      UnprocessedQueryExecutionIds: unknown.map((QueryExecutionId) => ({ QueryExecutionId, ErrorCode: 'INVALID_INPUT', ErrorMessage: `QueryExecution ${QueryExecutionId} was not found` })),
    });
  }

  /** Pages of rows; the first row of the first page of a SELECT is the header. */
  private results({ id, state, result }: Execution, input: Input): GatewayAnswer {
    if (state === 'CANCELLED') return invalid(`Could not find results for query ${id}`, 'RESULT_NOT_FOUND');
    if (state !== 'SUCCEEDED' || result === null) return invalid(`Query has not yet finished. Current state: ${state}`, 'INVALID_QUERY_EXECUTION_STATE');
    const size = Number(input['MaxResults'] ?? PAGE);
    if (size < 1 || size > PAGE) return invalid(`maxResults must be 1 to ${PAGE}`);
    const token = text(input['NextToken']);
    const from = token === '' ? 0 : Number(Buffer.from(token, 'base64').toString('utf8').split('|')[1]);
    const all = result.kind === 'SELECT' ? [result.columns.map(({ name }) => name), ...result.rows] : result.rows;
    const page = all.slice(from, from + size);
    const more = from + size < all.length;
    return json({
      UpdateCount: 0,
      ResultSet: {
        Rows: page.map((row) => ({ Data: row.map((value) => (value === null ? {} : { VarCharValue: value })) })),
        ResultSetMetadata: { ColumnInfo: result.columns.map(columnInfo) },
      },
      ...(more ? { NextToken: Buffer.from(`${id}|${from + size}`).toString('base64') } : {}),
    });
  }

  private tableMetadata(input: Input): GatewayAnswer {
    const database = text(input['DatabaseName']);
    const name = text(input['TableName']);
    const table = this.backend.table(database, name);
    if (table === null) return athenaError('MetadataException', `EntityNotFoundException: Entity Not Found (Service: AWSGlue; Status Code: 400; Error Code: EntityNotFoundException): Table ${name} not found in ${database}.`);
    const columns = (all: typeof table.columns): object[] => all.map(({ name: Name, type: Type }) => ({ Name, Type }));
    return json({
      TableMetadata: {
        Name: table.name,
        CreateTime: 1_790_000_000,
        LastAccessTime: 0,
        TableType: 'EXTERNAL_TABLE',
        Columns: columns(table.columns),
        PartitionKeys: columns(table.partitionKeys),
        Parameters: { EXTERNAL: 'TRUE', location: table.location, ...table.parameters },
      },
    });
  }

  private workGroup(input: Input): GatewayAnswer {
    const name = text(input['WorkGroup']);
    const workgroup = this.workgroup(name);
    if (workgroup === null) return invalid(`WorkGroup ${name} is not found.`);
    const { output, enforced = false, scanLimit, state = 'ENABLED', engineVersion = this.backend.engineVersion } = workgroup;
    return json({
      WorkGroup: {
        Name: name,
        State: state,
        CreationTime: 1_790_000_000,
        Configuration: {
          ResultConfiguration: output === null ? {} : { OutputLocation: output },
          EnforceWorkGroupConfiguration: enforced,
          PublishCloudWatchMetricsEnabled: true,
          RequesterPaysEnabled: false,
          EngineVersion: { SelectedEngineVersion: 'AUTO', EffectiveEngineVersion: engineVersion },
          ...(scanLimit === undefined ? {} : { BytesScannedCutoffPerQuery: scanLimit }),
        },
      },
    });
  }

  private workgroup(name: string): Workgroup | null {
    return this.workgroups[name] ?? (name === 'primary' ? { output: null } : null);
  }

  private withExecution(input: Input, answer: (execution: Execution) => GatewayAnswer): GatewayAnswer {
    const id = text(input['QueryExecutionId']);
    const execution = this.executions.get(id);
    return execution === undefined ? invalid(`QueryExecution ${id} was not found`, 'INVALID_INPUT') : answer(execution);
  }
}

/** Settings that come first where they name a place (https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html). */
function isEnforced({ enforced, output }: Workgroup): boolean {
  return enforced === true && output !== null;
}

function described(execution: Execution, backend: Backend): object {
  const { id, sql, database, workgroup, output, submitted, completed, state, result, failure } = execution;
  const ended = completed > 0;
  const total = (ended ? completed : Date.now()) - submitted;
  const kind = statementKind(sql);
  return {
    QueryExecutionId: id,
    Query: sql,
    StatementType: kind === 'SELECT' ? 'DML' : 'DDL',
    SubstatementType: kind,
    ResultConfiguration: { OutputLocation: output },
    ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: false } },
    QueryExecutionContext: { Database: database, Catalog: 'awsdatacatalog' },
    WorkGroup: workgroup,
    EngineVersion: { SelectedEngineVersion: 'AUTO', EffectiveEngineVersion: backend.engineVersion },
    Status: {
      State: state,
      SubmissionDateTime: submitted / 1000,
      ...(ended ? { CompletionDateTime: completed / 1000 } : {}),
      ...(failure === null ? {} : {
        StateChangeReason: failure.message,
        AthenaError: { ErrorCategory: failure.category, ErrorType: failure.type, Retryable: failure.retryable, ErrorMessage: failure.message },
      }),
    },
    Statistics: {
      DataScannedInBytes: result?.bytesScanned ?? 0,
      TotalExecutionTimeInMillis: total,
      QueryQueueTimeInMillis: 0,
      ServicePreProcessingTimeInMillis: 0,
      QueryPlanningTimeInMillis: 0,
      EngineExecutionTimeInMillis: total,
      ServiceProcessingTimeInMillis: 0,
      ResultReuseInformation: { ReusedPreviousResult: false },
    },
  };
}

function runtimeStatistics({ submitted, completed, result }: Execution): GatewayAnswer {
  const total = Math.max(completed - submitted, 0);
  return json({
    QueryRuntimeStatistics: {
      Timeline: { QueryQueueTimeInMillis: 0, QueryPlanningTimeInMillis: 0, EngineExecutionTimeInMillis: total, ServiceProcessingTimeInMillis: 0, TotalExecutionTimeInMillis: total },
      Rows: { InputBytes: result?.bytesScanned ?? 0, OutputRows: result?.rows.length ?? 0 },
    },
  });
}

function columnInfo({ name, type }: { readonly name: string; readonly type: string }): object {
  return { CatalogName: 'hive', SchemaName: '', TableName: '', Name: name, Label: name, Type: type, Precision: type === 'varchar' ? 2147483647 : 19, Scale: 0, Nullable: 'UNKNOWN', CaseSensitive: type === 'varchar' };
}

/** Values are quoted, NULL is nothing, the empty text is `""`. */
function csvLine(values: readonly (string | null)[]): string {
  return `${values.map((value) => (value === null ? '' : `"${value.replaceAll('"', '""')}"`)).join(',')}\n`;
}

function json(body: object): GatewayAnswer {
  return { status: 200, headers: { 'content-type': 'application/x-amz-json-1.1' }, body: JSON.stringify(body) };
}

function invalid(message: string, code = 'INVALID_INPUT'): GatewayAnswer {
  return athenaError('InvalidRequestException', message, { AthenaErrorCode: code });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
