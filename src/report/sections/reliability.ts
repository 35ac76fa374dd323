import { samePerson } from '../../evidence/sign-off.js';
import type { Line, Section } from '../blocks.js';
import { ALL_ROWS, data, facts, line, link, list, para, section, strong, table } from '../blocks.js';
import { count, counted, filesRead, groupedBy, instants } from '../wording.js';
import { fieldName, lackedColumns } from '../../engines/event-origins.js';
import { type Context, exceptionTotals, incompleteQueries, queryAnchor, restsOnGaps, withResult } from './context.js';
import { scopeFacts } from './scope.js';

/** What an auditor asks of information produced by the entity, answered from what this run knows and from nothing else. */
export function reliabilitySection(context: Context): Section {
  return section('reliability', '4', 'Information produced by the entity', [
    para('An examiner asks these things of a report that the entity itself made. Beside each stands what this run knows; where it does not know, it says so.'),
    facts(['Question', 'What this run knows'], [...origin(context), ...logic(context), ...completeness(context), ...accuracy(context), ...review(context)]),
  ], { sections: [controlTotals(context), changes(context)] });
}

type Fact = readonly [string, Line | readonly Line[]];

function origin(context: Context): readonly Fact[] {
  const { input } = context;
  const { settings } = input;
  return [
    ['What is it?', line(`${input.framework.title}: ${counted(context.queries.length, 'query', 'queries')} over AWS CloudTrail log files`)],
    ['From which system?', [
      line(`CloudTrail log files, read ${settings.athena === null ? '' : 'by Athena '}from `, data(input.logsPlace)),
      line('Trails, their home region, bucket, encryption key and event selectors: ', strong('not checked'), ' (this version reads log files and does not ask AWS about trails)'),
      line(`Changes of trails and selectors that the logs themselves hold: ${counted(input.trailChanges.length, 'change')}; `, link('section 4.2', 'reliability-trails')),
    ]],
    ['Production?', [scopeFacts(context), line(`Environments as management names them: ${environments(context)}`)]],
    ['Period?', line(instants(settings.period))],
    ['Which parameters?', settings.settingsFile === null
      ? line('No settings file; command line only. ', link('Section 3', 'scope'), ' lists what was used')
      : line('Settings file ', data(settings.settingsFile.path), ', SHA-256 ', data(settings.settingsFile.sha256), '; ', link('section 3', 'scope'), ' lists what was used')],
  ];
}

function environments(context: Context): string {
  const named = [...new Set(context.input.settings.scope.accounts.flatMap((account) => (account.environment === null ? [] : [account.environment])))];
  return named.length === 0 ? 'not stated' : named.join(', ');
}

function logic(context: Context): readonly Fact[] {
  const { facts: run, framework, settings } = context.input;
  return [
    ['Which logic?', [line('SQL of each query as it stands in the pack, with SHA-256: ', link('Appendix C', 'appendix-c')), line(`Framework file ${framework.name}, SHA-256 `, data(framework.sha256)), line('Who last changed a query: ', strong('not checked'), '. What differs from the previous pack: ', link('section 9', 'changes'))]],
    ['When, by whom, with what?', [line(`${run.generatedAt}, started by `, data(run.actor), ` on ${run.environment}`), line(`${run.tool.name} ${run.tool.version}, commit ${run.tool.commit ?? 'not known'}; ${run.engineVersion}`), line(run.runId === null ? 'Run id: none (not run in a pipeline)' : `Run ${run.runId}${run.runUrl === null ? '' : `, ${run.runUrl}`}`)]],
    ['Which AWS identity?', settings.aws === null
      ? line('None: the logs were read from a folder, not from AWS. How they came into the folder was ', strong('not checked'))
      : line('One that AWS named when the run began; its account and ARN are in run.json. What else it may do was ', strong('not checked'))],
  ];
}

function completeness(context: Context): readonly Fact[] {
  const { input } = context;
  const unanswered = withResult(context, 'not-collected', 'not-evaluated').length;
  const short = incompleteQueries(context).filter((found) => found.result.result === 'failed' || restsOnGaps(found)).length;
  const accounted = context.queries.length - unanswered - short;
  return [
    ['Complete?', [
      line(`${count(input.counts.events)} events in the period; every row of every query is in the pack, none cut`),
      line(`Log files: ${filesRead(input.files)}`),
      line(input.files.digests === 0 ? 'CloudTrail digests: none in the archive' : `CloudTrail digests: ${count(input.files.digests)} used as lists of log files${input.settings.athena === null ? ' and their hashes, to find files that are missing or not the ones listed' : ', to find files that are missing. Their hashes were not compared, since Athena read the files'}`),
      line(`Queries whose logs are all accounted for: ${count(accounted)} of ${count(context.queries.length)}${unanswered > 0 ? `; ${count(unanswered)} not collected or not evaluated` : ''}; `, link('section 2.3', 'summary-coverage')),
    ]],
    ['Signed by AWS?', line('Digest signatures: ', strong('not validated'), '. This version reads digests as lists and does not check their signatures. Nothing here shows that the log files are those AWS wrote')],
  ];
}

function accuracy(context: Context): readonly Fact[] {
  const { input } = context;
  return [
    ['Accurate?', [
      line(`Records that could not be used (no event id or time): ${count(input.counts.malformed)}. Duplicates removed: ${count(input.counts.duplicates)}. Totals: `, link('section 4.1', 'reliability-totals')),
      ...fields(context),
    ]],
    ['Unaltered since?', line('SHA-256 over each file and an evidence id over the evidence; no signature over the pack. What this proves and does not prove: ', link('Appendix D', 'appendix-d'))],
    ['Precise enough?', line('Each query states what its rows do not show; each ', context.input.framework.noun.one, ' what CloudTrail cannot show')],
  ];
}

/** Fields that the log table does not hold, and what that does to results. */
function fields({ input, queries }: Context): readonly Line[] {
  if (input.missingColumns.length === 0) return [line('Every field the queries can read was available')];
  const concerned = queries.filter(({ query }) => lackedColumns(query, input.missingColumns).length > 0);
  return [
    line(`Fields the log table does not hold, read as empty: ${input.missingColumns.map(fieldName).join(', ')}`),
    concerned.length === 0
      ? line('No query of this report needs one of them')
      : line(`${count(concerned.length)} of ${counted(queries.length, 'query', 'queries')} ${concerned.length === 1 ? 'needs' : 'need'} one of them; each names its own: `, ...concerned.flatMap(({ query: { id } }, index) => [...(index > 0 ? [', '] : []), link(id, queryAnchor(id))])),
  ];
}

function review(context: Context): readonly Fact[] {
  const { report } = context.input.settings;
  const totals = exceptionTotals(context.queries);
  const same = samePerson(report.preparedBy, report.reviewedBy);
  return [
    ['Reviewed?', [
      report.reviewedBy === null ? line(strong('not reviewed')) : line(`Named as reviewer in the settings: ${report.reviewedBy}. Signature: `, link('section 10', 'sign-off')),
      ...(same ? [line(strong('Preparer and reviewer are the same person.'))] : []),
      line(`Decisions on exceptions: ${count(totals.decided)} of ${count(totals.total)}`),
    ]],
  ];
}

function changes(context: Context): Section {
  const { trailChanges } = context.input;
  return section('reliability-trails', '4.2', 'Changes of trails seen in the logs', trailChanges.length === 0
    ? [para('The logs hold no successful change of a trail or of what it selects. A change made while logging was stopped would not be in them.')]
    : [table(line(`${counted(trailChanges.length, 'successful change')} of a trail or of what it selects`), [['Time (UTC)', 16.5], ['Account', 11.5], ['Region', 10], ['Change', 12], ['Trail', 21], ['Event id', 29]],
      trailChanges.map((change) => [line(data(change.time)), line(data(change.account)), line(data(change.region)), line(data(change.eventName)), line(data(change.trail ?? '')), line(data(change.eventId))]),
      { rest: line('all of them: integrity.json'), dense: true })],
  { level: 3 });
}

function controlTotals(context: Context): Section {
  const { counts, files } = context.input;
  const parts = counts.malformed + counts.duplicates + counts.outsidePeriod + counts.leadIn + counts.events;
  const ties = parts === counts.records;
  const byReason = [...groupedBy(files.notRead, (file) => file.reason)].map(([reason, group]) => line(`${reason}: ${counted(group.length, 'file')}`));
  return section('reliability-totals', '4.1', 'Control totals', [
    table(line('Where every record read went'), [['Records', 76], ['Number', 24, 'numeric']], [
      [line('Read from log files'), line(count(counts.records))],
      [line('Malformed: no event id or no time; counted, never used'), line(count(counts.malformed))],
      [line('Duplicates of another record, removed'), line(count(counts.duplicates))],
      [line('In the 36 hours before the period, read to follow sessions back'), line(count(counts.leadIn))],
      [line('Outside the period and these 36 hours, not used'), line(count(counts.outsidePeriod))],
      [line('Events of the period, which every query reads'), line(count(counts.events))],
    ], { caps: ALL_ROWS, together: true }),
    para(`${count(counts.malformed)} + ${count(counts.duplicates)} + ${count(counts.leadIn)} + ${count(counts.outsidePeriod)} + ${count(counts.events)} = ${count(parts)}. `, ties ? `This ties out to the ${count(counts.records)} records read.` : strong(`This does not tie out to the ${count(counts.records)} records read.`)),
    ...(byReason.length === 0 ? [] : [para('Files that were not read, by reason; each is named in ', link('Appendix D', 'appendix-d'), ':'), list(byReason)]),
  ], { level: 3 });
}
