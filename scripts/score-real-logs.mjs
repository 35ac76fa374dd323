/**
 * Scores the pack on labelled CloudTrail records: node scripts/score-real-logs.mjs <folder with cases.json>
 *
 * A case's event is found when its id is in the results of a query whose header names that event (queries that watch any event
 * do not count). A case that must not be reported counts against us when its id is in the results of a query that expects none.
 * Records that lack what makes an event (an id, a time, a source) are scored in the copy that has it filled in, where cases.json names one (`fixed`).
 * Cases that share an event id cannot stand in one archive (the second would be a duplicate), so they are run in separate ones.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'yaml';

const PERIOD = '2012-01-01..2026-11-01';
/** Times filled in are as old as 2000. */
const SCORED_PERIOD = '2000-01-01..2026-11-01';
const cli = path.join(import.meta.dirname, '..', 'dist', 'cli.js');
const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: node scripts/score-real-logs.mjs <folder with cases.json>');
  process.exit(1);
}

const cases = await Promise.all(JSON.parse(await readFile(path.join(folder, 'cases.json'), 'utf8')).map(readCase));
const work = await mkdtemp(path.join(tmpdir(), 'score-'));
try {
  const whole = await runArchive('all', cases, (each) => each.file, PERIOD);
  console.log(`${cases.length} files: ${whole.read} read, ${whole.notRead} not read, ${whole.outside} outside the window`);
  console.log(`${whole.records.records} records = ${Object.entries(whole.records).filter(([name]) => name !== 'records').map(([name, count]) => `${count} ${name}`).join(' + ')}`);
  const found = new Map();
  for (const [index, group] of withoutSharedIds(cases).entries()) {
    const { queries } = await runArchive(`group-${index}`, group, scoredFile, SCORED_PERIOD);
    for (const each of group) found.set(each.id, queriesThatReport(each, queries));
  }
  const wanted = cases.filter((each) => each.expected_hit === true);
  const hits = wanted.filter((each) => found.get(each.id).some((query) => query.namesIt));
  console.log(`\nexpected_hit true: ${hits.length} of ${wanted.length} in a query that names the event`);
  const watched = wanted.filter((each) => each.events.some((event) => whole.queries.some((query) => namesEvent(query, event))));
  const watchedHits = hits.filter((each) => watched.includes(each));
  console.log(`  of those whose event some query names: ${watchedHits.length} of ${watched.length}`);
  for (const reason of ['failed_call', 'same_event_benign_variant', 'other_event']) {
    const negatives = cases.filter((each) => each.negative_reason === reason);
    const wrong = negatives.filter((each) => found.get(each.id).some((query) => query.expect === 'none'));
    console.log(`${reason}: ${wrong.length} of ${negatives.length} under a query that expects none`);
    for (const each of wrong) console.log(`    ${each.id}: ${found.get(each.id).filter((query) => query.expect === 'none').map((query) => query.id).join(', ')}`);
  }
  if (process.argv.includes('--missed')) {
    console.log('\nNot found:');
    for (const each of wanted.filter((one) => !hits.includes(one))) {
      console.log(`  ${watched.includes(each) ? 'WATCHED ' : ''}${each.id}: ${[...new Set(each.events.map((event) => `${event.source}:${event.name}${event.error ? ` (${event.error})` : ''}`))].slice(0, 4).join(', ')}; ${found.get(each.id).map((query) => query.id).join(' ') || 'no query'}`);
    }
  }
} finally {
  await rm(work, { recursive: true, force: true });
}

async function readCase(labels) {
  const { Records } = JSON.parse(gunzipSync(await readFile(path.join(folder, scoredFile(labels)))));
  const events = Records.map((record) => ({
    id: record.eventID,
    source: String(record.eventSource).toLowerCase(),
    name: String(record.eventName).replace(/20\d{2}_?\d{2}_?\d{2}(v\d+)?$/, ''),
    error: record.errorCode,
  }));
  const expected = labels.expected_event_names;
  const named = expected === null ? events : events.filter((event) => expected.some((name) => name.toLowerCase().endsWith(`:${event.name.toLowerCase()}`)));
  return { ...labels, events: named.length > 0 ? named : events, allIds: events.map((event) => event.id) };
}

/** Puts each case into the first archive that holds none of its event ids yet. */
function withoutSharedIds(all) {
  const groups = [];
  for (const each of all) {
    const ids = each.allIds.filter(Boolean);
    let group = groups.find((known) => !ids.some((id) => known.ids.has(id)));
    if (group === undefined) groups.push((group = { ids: new Set(), cases: [] }));
    ids.forEach((id) => group.ids.add(id));
    group.cases.push(each);
  }
  return groups.map((group) => group.cases);
}

/** The file a case is scored on: what must be found in the copy that can be found, what must not be reported as it came. */
function scoredFile({ file, fixed, expected_hit: expected }) {
  return expected === true ? (fixed ?? file) : file;
}

async function runArchive(name, members, fileOf, period) {
  const logs = path.join(work, name, 'logs');
  for (const each of members) {
    const target = path.join(logs, fileOf(each));
    await mkdir(path.dirname(target), { recursive: true });
    await cp(path.join(folder, fileOf(each)), target);
  }
  const output = path.join(work, name, 'evidence');
  const done = spawnSync(process.execPath, [cli, 'run', '--logs', logs, '--period', period, '--output', output, '--pdf', 'never', '--fail-on', 'never'], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`The run failed (${done.status}): ${done.stderr}`);
  const pack = path.join(output, (await readdir(output))[0]);
  const run = JSON.parse(await readFile(path.join(pack, 'run.json'), 'utf8'));
  const queries = await Promise.all((await readdir(path.join(pack, 'queries'))).map((file) => readResults(pack, file)));
  return { queries, records: run.records, read: run.files.read, notRead: run.files.notRead, outside: run.files.outsideWindow };
}

async function readResults(pack, file) {
  const text = await readFile(path.join(pack, 'queries', file), 'utf8');
  const { id, expect, events } = parse(text.slice(text.indexOf('/*') + 2, text.indexOf('*/')));
  const rows = await readFile(path.join(pack, 'results', `${id}.jsonl`), 'utf8').catch(() => '');
  const ids = rows.split('\n').filter(Boolean).map((line) => JSON.parse(line)).flatMap((row) => [row.event_id, row.first_event_id, row.last_event_id]);
  return { id, expect, events, ids: new Set(ids.filter(Boolean)) };
}

function namesEvent(query, event) {
  return query.events !== 'any' && (query.events[event.source] ?? []).includes(event.name);
}

function queriesThatReport(each, queries) {
  return queries.flatMap((query) => {
    const reported = each.events.filter((event) => query.ids.has(event.id));
    return reported.length === 0 ? [] : [{ id: query.id, expect: query.expect, namesIt: reported.some((event) => namesEvent(query, event)) }];
  });
}
