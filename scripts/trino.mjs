/**
 * A real Trino server for tests: fetched once from Maven Central into a cache outside the clone, started on a free port of this machine,
 * stopped afterwards. The ready-made server archive is left aside: its libraries, and the one plug-in used here, are a fifth of its size.
 *
 *   node scripts/trino.mjs check            says whether it could run here
 *   node scripts/trino.mjs test [jest …]    runs the suite of jest.trino.config.js against it; skips it, and says so, where it cannot
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';

/** The last that runs on Java 17; Athena engine version 3 follows Trino (https://docs.aws.amazon.com/athena/latest/ug/engine-versions-reference-0003.html). */
export const TRINO_VERSION = '435';
const DEPENDENCY_PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';
const OLDEST_JAVA = 17;
const START_MS = 180_000;
const cache = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'cloudtrail-evidence', `trino-${TRINO_VERSION}`);

/** Why Trino cannot run here, in one sentence; null when it can. */
export function trinoObstacle() {
  const java = spawnSync('java', ['-version'], { encoding: 'utf8' });
  if (java.error) return `Java is not on the PATH: install a JDK of version ${OLDEST_JAVA} or newer.`;
  const version = Number(/version "(\d+)/.exec(`${java.stderr}${java.stdout}`)?.[1]);
  if (!(version >= OLDEST_JAVA)) return `Java ${version} is too old: install a JDK of version ${OLDEST_JAVA} or newer.`;
  if (existsSync(cache)) return null;
  for (const [program, what] of [['javac', `a JDK of version ${OLDEST_JAVA} or newer`], ['mvn', 'Maven']]) {
    if (spawnSync(program, ['-version']).error) return `${program} is not on the PATH, and Trino is not in the cache yet: install ${what}.`;
  }
  return null;
}

/** Fetches Trino unless it is there; an interrupted fetch leaves nothing that looks whole. */
function fetchTrino() {
  if (existsSync(cache)) return;
  console.log(`Fetching Trino ${TRINO_VERSION} from Maven Central (about 300 MB, once) …`);
  mkdirSync(path.dirname(cache), { recursive: true });
  const folder = mkdtempSync(`${cache}.`);
  try {
    writeFileSync(path.join(folder, 'pom.xml'), POM);
    maven(folder, `${DEPENDENCY_PLUGIN}:copy-dependencies`, '-DincludeScope=runtime', `-DoutputDirectory=${path.join(folder, 'lib')}`);
    maven(folder, `${DEPENDENCY_PLUGIN}:unpack`, `-Dartifact=io.trino:trino-hive:${TRINO_VERSION}:zip`, `-DoutputDirectory=${path.join(folder, 'plugin')}`);
    writeFileSync(path.join(folder, 'StartTrino.java'), 'public class StartTrino { public static void main(String[] args) { new io.trino.server.Server().start(args[0]); } }\n');
    const javac = spawnSync('javac', ['-cp', path.join(folder, 'lib', '*'), '-d', folder, path.join(folder, 'StartTrino.java')], { encoding: 'utf8' });
    if (javac.status !== 0) throw new Error(`javac failed: ${javac.stderr}`);
    renameSync(folder, cache);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>trino</groupId><artifactId>server</artifactId><version>1</version><packaging>pom</packaging>
  <dependencies><dependency><groupId>io.trino</groupId><artifactId>trino-main</artifactId><version>${TRINO_VERSION}</version></dependency></dependencies>
</project>
`;

function maven(folder, ...args) {
  const mvn = spawnSync('mvn', ['-B', '-q', ...args], { cwd: folder, encoding: 'utf8' });
  if (mvn.status !== 0) throw new Error(`Maven could not fetch Trino ${TRINO_VERSION}: ${/ERROR\] (.*)/.exec(mvn.stdout)?.[1] ?? 'no reason told'}`);
}

/** Starts Trino with a Hive catalogue over the S3 that listens, or will listen, on a port of this machine. */
export async function startTrino({ s3Port }) {
  fetchTrino();
  const port = await freePort();
  const folder = mkdtempSync(path.join(tmpdir(), 'trino-'));
  mkdirSync(path.join(folder, 'catalog'));
  writeFileSync(path.join(folder, 'config.properties'), serverProperties(port, path.join(folder, 'catalog')));
  writeFileSync(path.join(folder, 'log.properties'), 'io.trino=WARN\n');
  writeFileSync(path.join(folder, 'catalog', 'hive.properties'), hiveProperties(s3Port));
  const logFile = path.join(folder, 'trino.log');
  const log = openSync(logFile, 'w');
  const server = spawn('java', [...JVM, `-Dconfig=${path.join(folder, 'config.properties')}`, `-Dlog.levels-file=${path.join(folder, 'log.properties')}`,
    '-cp', `${cache}${path.delimiter}${path.join(cache, 'lib', '*')}`, 'StartTrino', TRINO_VERSION], { cwd: folder, stdio: ['ignore', log, log] });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await untilReady(port, server);
  } catch (error) {
    const said = readFileSync(logFile, 'utf8').split('\n').filter((line) => /ERROR|Exception|^\d+\)/.test(line)).slice(0, 10);
    await stop();
    throw new Error([error.message, ...said].join('\n'), { cause: error });
  }
  return { url: `http://127.0.0.1:${port}`, stop };
}

const JVM = [
  // Statements are many and their data is little: what the second compiler costs it never earns back, but where each scans every log object.
  ...(process.env.TRINO_DIRECT === undefined ? ['-XX:TieredStopAtLevel=1'] : []),
  '-Xmx2g', '-XX:+UseG1GC', '-XX:G1HeapRegionSize=32M', '-XX:ReservedCodeCacheSize=256M', '-XX:-UsePerfData',
  '-Djdk.attach.allowAttachSelf=true', '-Djdk.nio.maxCachedBufferSize=2000000', '--add-opens=java.base/java.nio=ALL-UNNAMED',
];

function serverProperties(port, catalog) {
  return `coordinator=true
node-scheduler.include-coordinator=true
node.environment=test
node.id=test
node.bind-ip=127.0.0.1
node.internal-address=127.0.0.1
http-server.http.port=${port}
discovery.uri=http://127.0.0.1:${port}
plugin.dir=${path.join(cache, 'plugin')}
catalog.config-dir=${catalog}
query.max-memory=1GB
query.max-memory-per-node=1GB
memory.heap-headroom-per-node=400MB
query.max-length=1000000
task.concurrency=2
enable-dynamic-filtering=false
optimizer.join-reordering-strategy=NONE
web-ui.enabled=false
`;
}

/** The catalogue's own files lie in the bucket \`metastore\`, so every folder that stands for S3 has a catalogue of its own. */
function hiveProperties(s3Port) {
  return `connector.name=hive
hive.metastore=file
hive.metastore.catalog.dir=s3://metastore/
hive.metastore.user=test
hive.security=allow-all
hive.non-managed-table-writes-enabled=true
hive.recursive-directories=true
hive.table-statistics-enabled=false
hive.collect-column-statistics-on-write=false
hive.partition-projection-enabled=true
hive.allow-register-partition-procedure=true
fs.hadoop.enabled=false
fs.native-s3.enabled=true
s3.endpoint=http://127.0.0.1:${s3Port}
s3.region=us-east-1
s3.path-style-access=true
s3.aws-access-key=TRINO
s3.aws-secret-key=TRINO
s3.streaming.part-size=64MB
`;
}

async function untilReady(port, server) {
  for (const end = performance.now() + START_MS; performance.now() < end;) {
    if (server.exitCode !== null) throw new Error(`Trino ended while it started, with code ${server.exitCode}.`);
    if (await hasStarted(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`Trino was not ready within ${START_MS / 1000} s.`);
}

/** Whether the server says that it has started. One that does not answer yet, or stops amid its answer, has not. */
async function hasStarted(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/info`, { signal: AbortSignal.timeout(2_000) });
    return (await answer.json()).starting === false;
  } catch {
    return false;
  }
}

export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function runSuite(args) {
  const s3Port = await freePort();
  const trino = await startTrino({ s3Port });
  // A run that is stopped stops its server too.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void trino.stop().then(() => process.exit(1)));
  const root = path.join(import.meta.dirname, '..');
  const jest = spawn(process.execPath, ['--experimental-vm-modules', '--no-warnings', path.join(root, 'node_modules', 'jest', 'bin', 'jest.js'), '--config', path.join(root, 'jest.trino.config.js'), '--runInBand', ...args], {
    cwd: root, stdio: 'inherit', env: { ...process.env, TRINO_URL: trino.url, TRINO_S3_PORT: String(s3Port) },
  });
  const code = await new Promise((resolve) => jest.once('exit', resolve));
  await trino.stop();
  return code ?? 1;
}

async function main([command, ...args]) {
  const obstacle = trinoObstacle();
  if (obstacle !== null) {
    console.log(`Trino suite skipped: ${obstacle}`);
    return command === 'test' ? 0 : 1;
  }
  if (command === 'test') return runSuite(args);
  console.log(`Trino ${TRINO_VERSION} can run here.`);
  return 0;
}

if (process.argv[1] === import.meta.filename) process.exitCode = await main(process.argv.slice(2));
