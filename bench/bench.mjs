/**
 * npm run bench [-- --events 1000000 --files 2000]
 *
 * Times `run` without PDF over generated logs against baseline.sql on the same files, in one go on one machine: quote the ratio, not the
 * seconds. Then prints the demo's SOC 2 report as PDF. Logs are made once and kept in bench-output/ (git-ignored).
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { generateBenchLogs } from './generate.mjs';

const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' }, files: { type: 'string' }, runs: { type: 'string', default: '5' } } });
const events = Number(values.events);
const files = Number(values.files ?? Math.max(1, Math.round(events / 500)));
const pairs = Number(values.runs);
const root = path.join(import.meta.dirname, '..');
const output = path.join(root, 'bench-output');
const cli = path.join(root, 'dist', 'cli.js');
const logs = path.join(output, `logs-${events}-${files}`);

if (!existsSync(path.join(logs, 'complete'))) {
  console.log(`Writing ${events} events in ${files} files …`);
  await rm(logs, { recursive: true, force: true });
  await mkdir(logs, { recursive: true });
  await generateBenchLogs(logs, { events, files });
  await writeFile(path.join(logs, 'complete'), '');
}

console.log(`\n${events} events, ${files} files, ${availableParallelism()} processors, Node ${process.versions.node}\n`);
const baseline = [await timedBaseline()];
const runs = [];
// In turns, and each run against the two baselines beside it: a machine that slows down slows both.
for (let index = 0; index < pairs; index += 1) {
  runs.push(await timedRun());
  baseline.push(await timedBaseline());
}
const ratios = runs.map(({ seconds }, index) => seconds / ((baseline[index].seconds + baseline[index + 1].seconds) / 2));
const run = runs.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(runs.length / 2)];
const each = (measurements) => measurements.map(({ seconds }) => seconds.toFixed(1)).join(' ');
console.log(`baseline.sql   ${median(baseline.map(({ seconds }) => seconds)).toFixed(2)} s (median of ${baseline.length}: ${each(baseline)}), peak ${mib(Math.max(...baseline.map(({ peak }) => peak)))}`);
console.log(`run            ${run.seconds.toFixed(2)} s (median of ${runs.length}: ${each(runs)}), peak ${mib(Math.max(...runs.map(({ peak }) => peak)))}`);
console.log(`ratio          ${median(ratios).toFixed(2)} (median of ${ratios.length}: ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`);
console.log(`events/s       ${Math.round(events / run.seconds).toLocaleString('en')}`);
console.log('where the time went');
for (const { title, seconds } of run.steps) console.log(`  ${seconds.toFixed(2).padStart(7)} s  ${title}`);

await benchPdf();

async function timedBaseline() {
  const { text, peak } = await measured([path.join(import.meta.dirname, 'baseline.mjs'), logs]);
  return { seconds: Number(text), peak };
}

async function timedRun() {
  const target = path.join(output, 'pack');
  await rm(target, { recursive: true, force: true });
  const started = performance.now();
  const { peak, lines } = await measured([cli, 'run', '--logs', logs, '--period', '2026-10', '--output', target, '--pdf', 'never', '--fail-on', 'never']);
  return { seconds: (performance.now() - started) / 1000, peak, steps: stepsOf(lines, performance.now() - started) };
}

async function benchPdf() {
  const demo = path.join(output, 'demo');
  await measured([cli, 'demo', '--output', demo, '--pdf', 'never']);
  const target = path.join(output, 'pdf');
  await rm(target, { recursive: true, force: true });
  const { lines, total } = await measured([cli, 'run', '--logs', path.join(demo, 'logs'), '--settings-file', path.join(demo, 'settings.yml'), '--period', '2026-10', '--output', target, '--frameworks', 'soc2', '--pdf', 'required', '--fail-on', 'never']);
  const step = stepsOf(lines, total).find(({ title }) => title.startsWith('Write'));
  const pages = readFileSync(path.join(target, '2026-10', 'soc2.pdf'), 'latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  console.log(`\nPDF            ${pages} pages, with its Markdown, in ${step?.seconds.toFixed(2)} s`);
}

/** Runs Node on the arguments; the lines it writes to stderr with their time, what it prints, and its peak memory in bytes (Linux). */
function measured(args) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const lines = [];
    let text = '';
    let peak = 0;
    const watch = setInterval(() => (peak = Math.max(peak, peakOf(child.pid))), 50);
    child.stdout.on('data', (data) => (text += data));
    child.stderr.on('data', (data) => lines.push(...String(data).split('\n').filter(Boolean).map((line) => ({ line, at: performance.now() - started }))));
    child.on('close', (code) => {
      clearInterval(watch);
      if (code === 0) resolve({ text, lines, peak, total: performance.now() - started });
      else reject(new Error(`${args.join(' ')} ended with ${code}\n${lines.map(({ line }) => line).join('\n')}`));
    });
  });
}

function peakOf(pid) {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    // The process has just ended, or this is not Linux: what was seen so far stands.
    return 0;
  }
}

/** Each step's time, from the line that opens it to the next that opens one. */
function stepsOf(lines, total) {
  const opened = lines.filter(({ line }) => line.endsWith(' …'));
  const ends = [...opened.slice(1).map(({ at }) => at), total];
  return [{ title: 'Start', seconds: (opened[0]?.at ?? 0) / 1000 }, ...opened.map(({ line, at }, index) => ({ title: line.slice(0, -2), seconds: (ends[index] - at) / 1000 }))];
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

function mib(bytes) {
  return bytes === 0 ? 'not measured' : `${Math.round(bytes / 1024 / 1024)} MiB`;
}
