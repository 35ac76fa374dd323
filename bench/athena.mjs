/**
 * npm run bench:athena [-- --runs 5]
 *
 * What a run in Athena costs beside Athena: bytes scanned of the log table, staged and not, as the loopback gateway counts them over the demo
 * month; the engine's own time when every statement is answered at once; how soon the action starts, and how large it is. Each figure stands
 * beside its limit, and the exit code is 1 where one is over. Times are the least of a few, since others may be using the machine.
 */
import { readdirSync, statSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const root = path.join(import.meta.dirname, '..');
const output = path.join(root, 'bench-output', 'athena');
const s3 = path.join(output, 's3');
const BUCKET = 'example-shop-cloudtrail-logs';
const STARTS = 7;
const LIMITS = { stagedScans: 1.05, overheadSeconds: 3, firstLineMs: 400, distMB: 10 };

const {
  athenaClient, cloudTrailTable, deliveryWindow, duckDbBackend, estimate, executable, generateDemo, inParallel, listLocalLogs, loadQueries, openAthena, parsePeriod,
  parseSettingsFile, readTable, readsOfRun, runStep, s3Client, splitByWindow, startGateway, statementKind, writeTableFiles,
} = await sources();

await rm(output, { recursive: true, force: true });
await mkdir(path.join(s3, 'results'), { recursive: true });
console.log('Writing the demo month as a log table …');
const demo = await generateDemo(path.join(output, 'demo'));
await writeTableFiles(demo.logs, path.join(s3, BUCKET));
await addDaysOutside();

const settingsFile = parseSettingsFile('settings.yml', await readFile(demo.settingsFile));
const lists = { ...settingsFile.lists, accounts: settingsFile.scope.accounts.map(({ id }) => id) };
const queries = await loadQueries();
const period = parsePeriod(demo.period, '2026-11-21T06:00:00Z');
const hive = cloudTrailTable({ database: 'audit', name: 'trail', layout: 'setup', logs: `s3://${BUCKET}/AWSLogs/` });
const listed = (await listLocalLogs(path.join(s3, BUCKET))).files.filter(({ kind }) => kind === 'log');
const files = splitByWindow(listed, deliveryWindow(period)).inside.map((file) => ({ ...file, path: `s3://${BUCKET}/${file.key}` }));
const windowBytes = sum(files.map(({ bytes }) => bytes));
let over = 0;

console.log(`\n${queries.length} queries; ${demo.records} records in ${files.length} objects of the window (${mb(windowBytes)}), ${mb(sum(listed.map(({ bytes }) => bytes)))} in the table; ${availableParallelism()} processors, load ${loadavg()[0].toFixed(1)}, Node ${process.versions.node}\n`);
const answers = await benchScans();
await benchOverhead('no rows', null);
await benchOverhead('the demo month’s rows', answers);
await benchStart();
process.exitCode = over === 0 ? 0 : 1;

/**
 * Bytes scanned by each statement, staged and not; gives the results of the staged run by the text of their statements. The gateway counts a
 * table as often as the text reads from it. Athena reads it again wherever a query names `events` again, so unstaged this is the least.
 */
async function benchScans() {
  const backend = await duckDbBackend({ root: s3, tables: [hive] });
  const results = new Map();
  const scans = [];
  const watched = watching(backend, async (statement) => {
    const result = await backend.execute(statement);
    results.set(statement.sql, result);
    scans.push({ readsTable: statement.sql.includes('"audit"."trail"'), bytes: result.bytesScanned });
    return result;
  });
  const scansOf = async (staging) => {
    scans.length = 0;
    await withEngine({ backend: watched, staging }, (open) => runAll(open()));
    const of = (some) => sum(some.map(({ bytes }) => bytes)) / windowBytes;
    const raw = scans.filter(({ readsTable }) => readsTable);
    return { raw: of(raw), statements: raw.length, all: of(scans), expected: estimate({ files, reads: readsOfRun(queries)[staging === 'always' ? 'staged' : 'direct'], staged: staging === 'always', wholeTable: false }).bytes / windowBytes };
  };
  const staged = await scansOf('always');
  const answers = new Map(results);
  const direct = await scansOf('never');
  await backend.close();
  say('bytes of the table, staged', `${staged.raw.toFixed(3)}x one scan of the window, in ${staged.statements} statement`, staged.raw, LIMITS.stagedScans, 'x');
  say('bytes of the table, unstaged', `at least ${direct.raw.toFixed(1)}x, in ${direct.statements} statements`);
  say('bytes in all, staged', `at least ${staged.all.toFixed(1)}x, with what statements read of the stage; estimated before the run ${staged.expected.toFixed(1)}x`);
  return answers;
}

/** From the engine's opening to its close, over a back end that answers at once. The gateway's work is in it, since it is in this process. */
async function benchOverhead(name, answers) {
  const backend = watching({ engineVersion: 'Athena engine version 3', table: () => hive, close: () => Promise.resolve() }, ({ sql }) => {
    const answer = answers?.get(sql) ?? { kind: statementKind(sql), columns: [{ name: 'rows_in_result', type: 'bigint' }], rows: [], bytesScanned: 0 };
    return Promise.resolve(answer);
  });
  const runs = [];
  for (let run = 0; run < Number(values.runs); run += 1) {
    await withEngine({ backend, staging: 'always' }, async (open) => {
      const [cpu, started] = [process.cpuUsage(), performance.now()];
      const rows = await runAll(open());
      const { user, system } = process.cpuUsage(cpu);
      runs.push({ seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6, rows });
    });
  }
  const least = (of) => Math.min(...runs.map(of));
  const seconds = least((run) => run.seconds);
  say(`overhead, ${name}`, `${seconds.toFixed(2)} s (least of ${runs.map((run) => run.seconds.toFixed(2)).join(' ')}), CPU ${least(({ cpu }) => cpu).toFixed(2)} s, ${runs[0].rows} rows`, seconds, LIMITS.overheadSeconds, ' s');
}

async function benchStart() {
  const main = path.join(root, 'dist', 'index.js');
  const starts = [];
  for (let start = 0; start < STARTS; start += 1) starts.push((await runStep({ main, room: output })).firstLineMs);
  const median = starts.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)];
  say('first line of dist/index.js', `${Math.round(median)} ms (median of ${starts.map(Math.round).join(' ')})`, median, LIMITS.firstLineMs, ' ms');
  const dist = readdirSync(path.join(root, 'dist'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = sum(dist.map((entry) => statSync(path.join(entry.parentPath, entry.name)).size));
  say('size of dist', `${mb(bytes)}, ${dist.length} files`, bytes / 1e6, LIMITS.distMB, ' MB');
}

/** A back end that finds no fault in a statement's text and runs it as told. */
function watching(backend, execute) {
  return { engineVersion: backend.engineVersion, table: (...name) => backend.table(...name), syntaxFault: () => Promise.resolve(null), execute, close: () => Promise.resolve() };
}

/** Over a gateway and clients of its own, at the pace of a real run. Each names what it stages alike, so that its statements are the same. */
async function withEngine({ backend, staging }, work) {
  const gateway = await startGateway({ backend, root: s3, workgroups: { audit: { output: 's3://results/athena/' } } });
  process.env.AWS_ENDPOINT_URL = gateway.url;
  const pace = { wait: (ms) => new Promise((done) => setTimeout(done, ms)), random: Math.random };
  const access = { region: 'eu-west-1', credentials: () => Promise.resolve({ accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'none' }) };
  const [athena, objects] = [athenaClient(access, pace), s3Client(access, pace)];
  const settings = { database: 'audit', table: 'trail', workgroup: 'audit', output: null, staging, maxScanBytes: null, allowFullScan: false };
  const calling = { ...pace, now: Date.now };
  try {
    const table = await readTable(athena, settings, calling);
    await work(() => openAthena({ athena, s3: objects, calling, settings, table, scope: { accounts: [], regions: [] }, period, files, queries, runId: 'bench' }));
  } finally {
    athena.destroy();
    objects.destroy();
    await gateway.close();
  }
}

/** Load, the whole pack, close. */
async function runAll(engine) {
  let rows = 0;
  try {
    await engine.load();
    await inParallel(queries, engine.queriesAtOnce, async (query) => {
      for await (const chunk of (await engine.run(executable(query, lists))).chunks) rows += chunk.length;
    });
  } finally {
    await engine.close();
  }
  return rows;
}

/** The demo's logs are those of its window alone; a table holds other days too, which no run is to scan: a week before and a week after. */
async function addDaysOutside() {
  const days = Array.from({ length: 7 }, (_, day) => [`2026/09/${23 + day}`, `2026/11/${String(2 + day).padStart(2, '0')}`]).flat();
  const entries = await readdir(path.join(s3, BUCKET), { recursive: true, withFileTypes: true });
  for (const { parentPath, name } of entries.filter((entry) => entry.isFile() && entry.parentPath.endsWith('/2026/09/30') && entry.parentPath.includes('/CloudTrail/'))) {
    for (const day of days) {
      const place = parentPath.replace('2026/09/30', day);
      await mkdir(place, { recursive: true });
      await copyFile(path.join(parentPath, name), path.join(place, name.replace('20260930', day.replaceAll('/', ''))));
    }
  }
}

function say(title, text, figure, limit, unit = '') {
  const isOver = limit !== undefined && figure > limit;
  if (isOver) over += 1;
  console.log(`${title.padEnd(36)}${text}${limit === undefined ? '' : `; limit ${limit}${unit}${isOver ? '  OVER' : ''}`}`);
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

/** The TypeScript that is measured, and the counterparts, as one module that Node can import. */
async function sources() {
  const modules = [
    'src/aws/clients', 'src/demo/generate-demo', 'src/engines/athena/engine', 'src/engines/athena/estimate', 'src/engines/athena/plan', 'src/pack/executable-query', 'src/pack/load-queries', 'src/settings/period',
    'src/settings/settings-file', 'src/sources/delivery-window', 'src/sources/in-parallel', 'src/sources/list-local-logs', '__tests__/counterparts/backend', '__tests__/counterparts/demo-table',
    '__tests__/counterparts/duckdb-backend', '__tests__/counterparts/gateway', '__tests__/counterparts/hive-table', '__tests__/counterparts/runner',
  ];
  // As deep as their own folders are, since some find the repository's files by the way up from there.
  const file = path.join(root, 'node_modules', '.cache', `bench-athena-${process.pid}.mjs`);
  await build({
    stdin: { contents: modules.map((module) => `export * from './${module}.js';`).join('\n'), resolveDir: root },
    outfile: file, bundle: true, packages: 'external', platform: 'node', format: 'esm', logLevel: 'warning',
  });
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file);
  }
}
