import type { QuerySetting } from '../../pack/query.js';
import { incidentLines } from '../../settings/incident.js';
import { type Block, type Line, type Section, ALL_ROWS, data, line, link, list, note, para, quiet, section, strong, table } from '../blocks.js';
import type { FilesSummary } from '../input.js';
import { counted, groupedBy, instants, joined, listName, NOT_GIVEN } from '../wording.js';
import { type Context, queryAnchor } from './context.js';

export function scopeSection(context: Context): Section {
  return section('scope', '3', 'Scope', [], { sections: [period(context), accounts(context), lists(context), dataEvents(context), outside(context)] });
}

function period(context: Context): Section {
  const { settings, preliminary } = context.input;
  return section('scope-period', '3.1', 'Period', [
    para(`${instants(settings.period)}. All times in this report are UTC. An event belongs to the period by the time it happened, not by the time it was delivered.`),
    ...incident(context),
    ...(preliminary ? [note('The period was still open when this report was made.')] : []),
  ], { level: 3 });
}

function accounts(context: Context): Section {
  const { coverage, settings } = context.input;
  const named = new Map(settings.scope.accounts.map((account) => [account.id, account]));
  const rows = [...groupedBy(coverage.scope, (pair) => pair.account)].map(([account, pairs]): readonly Line[] => [
    line(data(account)),
    line(named.get(account)?.name ?? quiet('not named')),
    line(named.get(account)?.environment ?? quiet('not stated')),
    line(...joinData(pairs.map((pair) => pair.region))),
  ]);
  return section('scope-accounts', '3.2', 'Accounts and regions', [
    settings.scope.accounts.length > 0 && settings.scope.regions.length > 0 ? para('Accounts and regions are those of the settings file.') : para(settings.scope.accounts.length > 0 ? 'Accounts are those of the settings file. ' : 'The settings name no accounts: every account seen in the logs is in scope. An account without any log file cannot be seen this way. ',
      settings.scope.regions.length > 0 ? 'Regions are those of the settings file.' : 'The settings name no regions: every region seen in the logs of an account is in scope. A region without any log file cannot be seen this way.'),
    table(line(`${counted(rows.length, 'account')} in scope`), [['Account', 18], ['Name', 24], ['Environment', 18], ['Regions', 40]], rows, { rest: line('all of them: coverage.csv') }),
  ], { level: 3 });
}

function joinData(values: readonly string[]): Line {
  return line(...values.flatMap((value, index) => (index > 0 ? [', ', data(value)] : [data(value)])));
}

/** Values of a list printed, and their characters, before it points to where all of them are. */
const SHOWN = { values: 40, characters: 1_200 };

function lists(context: Context): Section {
  const used = groupedBy(context.queries.flatMap(({ query }) => (Object.entries(query.settings) as [QuerySetting, 'required' | 'optional'][]).map(([name, need]) => ({ name, need, id: query.id }))), ({ name }) => name);
  const rows = [...used].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, readers]) => {
    const needed = readers.filter((reader) => reader.need === 'required').map((reader) => reader.id).sort();
    const need = needed.length === 0 ? 'optional' : needed.length === readers.length ? 'required' : `required by ${joined(needed)}`;
    return [line(listName(name)), listValues(name, valuesOf(context, name)), line(...readers.map((reader) => reader.id).sort().flatMap((id, index) => [...(index > 0 ? [', '] : []), link(id, queryAnchor(id))])), line(need)];
  });
  const blocks: readonly Block[] = rows.length === 0
    ? [para('The queries of this framework compare with no list.')]
    : [para('Lists come from management’s settings file, and stand here as written there; the SQL in Appendix C holds the values that queries compared with. They were used as given; nothing here shows that they are right. “Not configured” differs from “empty”: a query that needs a list which is not configured is not evaluated.'),
      table(line('Lists the queries compared with'), [['List', 17], ['Values', 41], ['Read by', 27], ['Needed', 15]], rows, { caps: ALL_ROWS })];
  return section('scope-lists', '3.3', 'Lists used', blocks, { level: 3 });
}

/** As the owner wrote them; undefined where nothing is configured. */
function valuesOf({ input: { settings, accounts: inScope } }: Context, name: QuerySetting): readonly string[] | undefined {
  if (name === 'accounts') return inScope;
  if (name === 'incident') return settings.incident === null ? undefined : incidentLines(settings.incident);
  if (name !== 'production-accounts') return settings.lists[name];
  const production = settings.scope.accounts.filter(({ environment }) => environment === 'production').map(({ id }) => id);
  return production.length === 0 ? undefined : production;
}

/** Values that hold blanks or commas of their own are kept apart by semicolons. */
function listValues(name: QuerySetting, values: readonly string[] | undefined): Line {
  if (values === undefined) return line(strong(NOT_GIVEN[name] ?? 'not configured'));
  if (values.length === 0) return line('configured as empty');
  const shown = firstOf(values);
  const apart = shown.some((value) => /[\s,]/.test(value)) ? '; ' : ', ';
  const left = values.length - shown.length;
  return line(...shown.flatMap((value, index) => (index > 0 ? [apart, data(value)] : [data(value)])), ...(left > 0 ? [` and ${counted(left, 'more value')}, in the settings file and in run.json`] : []));
}

/** At least one, and of the others as many as there is room for. */
function firstOf(values: readonly string[]): readonly string[] {
  let characters = 0;
  return values.slice(0, SHOWN.values).filter((value, index) => {
    characters += value.length;
    return index === 0 || characters <= SHOWN.characters;
  });
}

function dataEvents(context: Context): Section {
  const { dataEvents: statements } = context.input.settings;
  const lead = para('CloudTrail logs data events (object reads, function invocations, table access) only where a trail selects them, and its records alone do not show what was selected before the period began.');
  return section('scope-data-events', '3.4', 'Data events: management’s statement', statements.length === 0
    ? [lead, para('Management made no statement in the settings. Queries that need data events are complete only where the logs themselves show the selection.')]
    : [lead, para('Management states, and this report repeats without checking it:'),
      list(statements.map((statement) => line(`Events of ${statement.source} were selected ${statement.from === null ? 'since before the period' : `from ${statement.from}`}${statement.to === null ? '' : ` until ${statement.to} (excluded)`}, ${statement.accounts.length === 0 ? 'in every account in scope' : `in ${counted(statement.accounts.length, 'account')} (${joined(statement.accounts)})`}, ${statement.resources === 'all' ? 'for all resources' : `for this part: ${statement.resources}`}.`)))],
  { level: 3 });
}

function outside(context: Context): Section {
  const { files, counts, settings } = context.input;
  return section('scope-outside', '3.5', 'What is out of scope', [
    list([
      line('Systems outside AWS, and inside AWS whatever is not an API call that CloudTrail records: the applications themselves, network traffic, the state of a configuration at a point in time.'),
      settings.scope.accounts.length > 0 ? line('Accounts that ', link('section 3.2', 'scope-accounts'), ' does not name.') : line('Accounts whose logs are not in the archive that was read.'),
      ...otherDays(files),
      ...(files.foldersLeftAside.length === 0 ? [] : [line(`Logs in CloudTrail’s ${files.foldersLeftAside.length === 1 ? 'folder' : 'folders'} ${joined(files.foldersLeftAside)}: they stand in the archive, and the table that was queried does not read them. What needs their events shows as not collected, and the embedded engine, which reads them, gives another evidence id.`)]),
      line(`Events that happened before the 36 hours that precede the period, or after its end, though their log files were read: ${counted(counts.outsidePeriod, 'record')}, not used.`),
    ]),
    ...switchedOff(context),
  ], { level: 3 });
}

function switchedOff({ queries }: Context): readonly Block[] {
  const rows = queries.flatMap(({ query, switchedOff: reason }) => (reason === null ? [] : [[line(link(query.id, queryAnchor(query.id))), line(query.title), line(reason)]]));
  if (rows.length === 0) return [];
  return [
    para(`Management switched ${rows.length === 1 ? 'a query' : 'queries'} of this framework off in the settings file. What ${rows.length === 1 ? 'it asks was' : 'they ask was'} not looked at, by management’s decision, for the reason it gives.`),
    table(line(`${counted(rows.length, 'query', 'queries')} switched off`), [['Query', 12], ['Title', 38], ['Management’s reason', 50]], rows, { caps: ALL_ROWS }),
  ];
}

function incident({ input: { settings } }: Context): readonly Block[] {
  if (settings.incident === null) return [];
  return [para('An incident was named for this run, and the queries that follow one look for it alone: ', ...incidentLines(settings.incident).flatMap((each, index) => (index > 0 ? ['; ', data(each)] : [data(each)])), '.')];
}

function otherDays({ outsideWindow, onlyWindowListed }: FilesSummary): readonly Line[] {
  const what = 'Log files delivered on other days than those of the period and right around it';
  if (onlyWindowListed) return [line(`${what}: not listed, and not read${outsideWindow === 0 ? '' : `, but for ${counted(outsideWindow, 'file')} outside CloudTrail’s own folders, listed and not read`}.`)];
  return outsideWindow === 0 ? [] : [line(`${what}: ${counted(outsideWindow, 'file')} in the archive, not read.`)];
}

/** Used by the reliability page too: one sentence on who named the scope. */
export function scopeFacts(context: Context): Line {
  const { settings } = context.input;
  return line(`Accounts ${settings.scope.accounts.length > 0 ? 'from the settings' : 'as seen in the logs'}, regions ${settings.scope.regions.length > 0 ? 'from the settings' : 'as seen in the logs'}; `, link('section 3.2', 'scope-accounts'));
}
