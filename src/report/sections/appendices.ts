import type { Execution, Spending } from '../../engines/engine.js';
import type { Criterion } from '../../pack/framework.js';
import { size, usd } from '../../settings/amounts.js';
import type { Block, Line, Section } from '../blocks.js';
import { ALL_ROWS, code, data, facts, line, link, para, quiet, result, section, small, table } from '../blocks.js';
import { count, counted, filesRead, groupedBy, instants } from '../wording.js';
import { RESULTS, type Result } from '../../evidence/result.js';
import { SHARED_COLUMNS } from './shared-columns.js';
import { type Context, capitalised, criterionAnchor, queryAnchor, sqlAnchor, unservedWords } from './context.js';
import { OWN_FRAMEWORK } from './cover.js';

export function runRecord(context: Context): Section {
  const { facts: run, settings, counts, files, framework, spending } = context.input;
  return section('appendix-a', 'A', 'Run record', [
    facts(['Item', 'Value'], [
      ['Generated', line(run.generatedAt)],
      ['Program', line(`${run.tool.name} ${run.tool.version}, commit ${run.tool.commit ?? 'not known'}`)],
      ['Engine', settings.athena === null ? line(run.engineVersion) : line(`${run.engineVersion}, workgroup `, data(settings.athena.workgroup), ', table ', data(`${settings.athena.database}.${settings.athena.table}`))],
      ...(spending === null ? [] : [['Spent in Athena', line(`${counted(spending.executions.length, 'statement')}; ${size(spending.bytesScanned)} scanned, ${size(spending.bytesCharged)} charged: ${usd(spending.costUsd)} at 5 USD a TB`)] as const]),
      ['Started by', line(data(run.actor))],
      ['Environment', line(run.environment)],
      ['Run', line(run.runId ?? 'not run in a pipeline', ...(run.runUrl === null ? [] : [', ', data(run.runUrl)]))],
      ['Logs read from', line(data(context.input.logsPlace))],
      ['Period', line(instants(settings.period))],
      ['Framework', [line(`${framework.title}. ${framework.edition}`), ...(framework.own ? [line(OWN_FRAMEWORK)] : []), line('SHA-256 ', data(framework.sha256))]],
      ...(settings.ownQueries === null ? [] : [['Own queries', line(data(settings.ownQueries), `, ${counted(context.input.sections.filter(({ query }) => query.own).length, 'query', 'queries')}; the SHA-256 of each stands beside it`)] as const]),
      ['Settings file', settings.settingsFile === null ? line('none') : [line(data(settings.settingsFile.path)), line('SHA-256 ', data(settings.settingsFile.sha256))]],
      ['Decisions file', settings.decisions === null ? line('none') : [line(data(settings.decisions.path)), line('SHA-256 ', data(settings.decisions.sha256))]],
      ['Records, events', line(`${count(counts.records)} records, ${count(counts.events)} events of the period`)],
      ['Log files', line(`${filesRead(files)}; ${counted(files.digests, 'digest')}`)],
      ['Evidence id', line(data(context.input.evidenceId))],
    ]),
    ...(spending === null ? [] : [statements(spending)]),
  ], { page: 'new' });
}

/** Athena keeps what it ran for 45 days under these ids (https://docs.aws.amazon.com/athena/latest/ug/querying.html). */
function statements({ executions }: Spending): Block {
  return table(line(`${counted(executions.length, 'statement')} that Athena ran, by its own ids`), [['For', 15], ['Execution id', 39], ['State', 14], ['Scanned', 16, 'numeric'], ['Seconds', 16, 'numeric']],
    executions.map(({ purpose, executionId, state, bytesScanned, totalMs, failure }) => [
      line(data(purpose)),
      line(data(executionId)),
      line(failure === null ? STATES[state] : `${STATES[state]}: ${failure.sentence}`),
      line(size(bytesScanned)),
      line((totalMs / 1000).toFixed(1)),
    ]), { rest: line('all of them: run.json'), dense: true });
}

const STATES: Readonly<Record<Execution['state'], string>> = { SUCCEEDED: 'succeeded', FAILED: 'failed', CANCELLED: 'cancelled' };

/** Every criterion of the framework, also those CloudTrail says nothing about. */
export function limits(context: Context): Section {
  const { framework } = context.input;
  const silent = framework.criteria.some((criterion) => criterion.queries.length === 0 && criterion.shows === null);
  return section('appendix-b', 'B', `Limits by ${framework.noun.one}`, [
    para(`All ${counted(framework.criteria.length, framework.noun.one, framework.noun.many)}.${unservedWords(context, 'them')}${silent ? ' Where CloudTrail holds none, that is a limit of the source and says nothing about the entity.' : ''}`),
    ...(framework.notice === '' ? [] : [para(quiet(framework.notice))]),
  ], {
    sections: [...groupedBy(framework.criteria, (criterion) => criterion.category)].map(([category, criteria], index) => section(`limits-${index + 1}`, `B.${index + 1}`, category, [
      table(line(`${counted(criteria.length, framework.noun.one, framework.noun.many)}`), [[capitalised(framework.noun.one), 10], [framework.own ? 'In management’s words' : 'In our words', 25], ['CloudTrail can show', 29], ['CloudTrail cannot show', 28], ['Queries', 8, 'numeric']],
        criteria.map(limitRow), { caps: ALL_ROWS }),
    ], { level: 3 })),
  });
}

function limitRow(criterion: Criterion): readonly Line[] {
  const served = criterion.queries.length > 0;
  return [
    line(served ? link(criterion.id, criterionAnchor(criterion.id)) : criterion.id),
    line(criterion.paraphrase),
    line(criterion.shows ?? 'Not evidenced by CloudTrail'),
    line(criterion.cannotShow),
    line(served ? count(criterion.queries.length) : 'none'),
  ];
}

export function sqlAppendix(context: Context): Section {
  return section('appendix-c', 'C', 'SQL of the queries', [
    para('Each query as it stands in the pack, with management’s lists written in; nothing here differs between engines. Not printed: the head of each file, which holds the question, the columns and the limits that section 7 states. The engine ran the text over the events of the period (events) and, where the text reads them, those of the 36 hours before (events_before). How these are made from records is in engine/ of the pack.'),
    para('The first hash is that of the whole file. The second is that of the text the engine ran: WITH events AS (…) SELECT * FROM (the file) q ORDER BY the query’s key; run.json holds it too. A line that is too long for the column goes on in the next, with nothing added; in the file it is one line.'),
  ], {
    sections: [...context.queries, ...context.unmapped].map((found) => section(sqlAnchor(found.query.id), `C ${found.query.id}`, found.query.title, [
      small('sha256 ', data(found.result.sha256), ...(found.executedSqlSha256 === '' ? ['; it was not run: see '] : ['; as run ', data(found.executedSqlSha256), '; result in ']), link(found.query.id, queryAnchor(found.query.id)), '.'),
      code(statement(found.packSql), 'sql'),
    ], { level: 3 })),
  });
}

/** The text of a query's file without the comment it begins with. */
function statement(packSql: string): string {
  return packSql.replace(/^\s*\/\*[\s\S]*?\*\//, '').trim();
}

const MEANINGS: Readonly<Record<Result, string>> = {
  failed: 'The query did not run to its end, or it did not return what it must of its own test events. Nothing can be said.',
  'not-evaluated': 'What the query compares with was not given to the run (a list, production accounts, an incident), or management switched the query off; its section says which. It was not run, and nothing is judged.',
  'not-collected': 'The logs do not hold the class of event the query needs.',
  exceptions: 'The query returned rows, and each is an exception, of which management says what it was.',
  incomplete: 'On some day, in some account or region in scope, logs the query needs are not accounted for; or the log table lacks a column it needs. Rows are those that were found; there may be more.',
  'no-exceptions': 'The query returned no rows, and the logs it needs are accounted for on every day, in every account and region in scope.',
  population: 'The rows are a full list of the period to sample from.',
  observed: 'The activity took place in the period.',
  'not-observed': 'The activity is not in the logs of the period, and the logs are accounted for.',
};

export function glossary(): Section {
  return section('appendix-e', 'E', 'Glossary', [
    table(line('Result words. Where several hold, the first in this order is the result; what it rests on may stand beside it'), [['Result', 21], ['Meaning', 79]], RESULTS.map((of) => [line(result(of)), line(MEANINGS[of])]), { caps: ALL_ROWS }),
    table(line('Columns that many tables share; others are explained beside their query'), [['Column', 21], ['Meaning', 79]], Object.entries(SHARED_COLUMNS).map(([name, meaning]) => [line(name.replace(/_/g, ' ')), line(meaning)]), { caps: ALL_ROWS }),
    facts(['Other terms', 'Meaning'], [
      ['Accounted for', line('Of a day, an account, a region and a class of event: either the logs hold events of it, or the silence is explained (all 24 hourly digests are there, every file they name was read, and the class is shown or stated to be selected in that account). In both cases nothing shows that logging stopped, or that digests or log files are missing or could not be read, on that day.')],
      ['Coverage', line('For each class of event a query needs: complete, incomplete or not collected, over all days, accounts and regions in scope.')],
      ['Decision', line('What management says of an exception: what it was, why, who approved, until when it holds. Kept in the decisions file.')],
      ['Evidence id', line('SHA-256 over the hashes and paths of the evidence files, sorted by path: see Appendix D. The same logs, period, settings, decisions and version give the same id.')],
      ['Exception', line('A row of a query that expects none. Not a finding: an auditor decides what it means.')],
      ['Management, data, network, insight', line('CloudTrail’s classes of event. Management events are calls that manage resources; data events are calls inside them, logged only where selected.')],
      ['Period', line('From its first instant up to, and without, the instant at its end, in UTC.')],
    ], { headed: true }),
  ], { page: 'new' });
}
