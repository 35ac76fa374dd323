import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildManifest, evidenceId, parseManifest, renderChecksums, renderManifest, sha256Of, type Manifest } from '../../src/store/manifest.js';
import { verifyPack, type Verification } from '../../src/store/verify.js';
import { titleHolds } from '../../src/store/verify-content.js';
import { FACTS, freshFolder, PERIOD, writeSamplePack } from './sample-pack.js';

let room: string;
let pack: string;
let previous: string;
beforeAll(async () => {
  room = await freshFolder();
  const before = await writeSamplePack(room, { label: '2026-09' });
  previous = before.folder;
  const made = await writeSamplePack(room, { previous, pdf: smallPdf });
  pack = made.folder;
});
afterAll(async () => {
  await rm(room, { recursive: true, force: true });
});

/** The bytes a PDF's title stands in; the rest of a PDF is nothing to verify. */
function smallPdf(id: string): Uint8Array {
  return Buffer.from(`%PDF-1.4\n1 0 obj\n<</Title (SOC 2 evidence, evidence id ${id})>>\nendobj\n${'body '.repeat(2000)}\n%%EOF\n`, 'latin1');
}

let copies = 0;
async function copy(): Promise<string> {
  const place = join(room, `copy-${copies++}`);
  await cp(pack, place, { recursive: true });
  return place;
}

async function edit(place: string, file: string, change: (text: string) => string): Promise<void> {
  const path = join(place, file);
  const before = await readFile(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

/** What someone does who edits files and then makes manifest and SHA256SUMS agree with them. */
async function reseal(place: string, change: (manifest: Manifest) => Manifest = (manifest) => manifest): Promise<void> {
  const old = parseManifest(await readFile(join(place, 'manifest.json'), 'utf8'));
  const names = (await readdir(place, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(place.length + 1));
  const files = await Promise.all(
    names.filter((name) => !['manifest.json', 'SHA256SUMS', 'signoff.json'].includes(name)).map(async (path) => {
      const bytes = await readFile(join(place, path));
      return { path, bytes: bytes.length, sha256: sha256Of(bytes) };
    }),
  );
  const text = renderManifest(change(buildManifest(files, old)));
  await writeFile(join(place, 'manifest.json'), text);
  await writeFile(join(place, 'SHA256SUMS'), renderChecksums(JSON.parse(text) as Manifest, sha256Of(text)));
}

function named({ problems }: Verification): string[] {
  return [...new Set(problems.map((problem) => problem.file))].sort();
}

describe('a whole pack', () => {
  it('verifies, alone and against the pack before it', async () => {
    const id = parseManifest(await readFile(join(pack, 'manifest.json'), 'utf8')).evidenceId;
    expect(await verifyPack(pack)).toEqual({ problems: [], evidenceId: id, filesChecked: 18 });
    expect((await verifyPack(pack, { previous })).problems).toEqual([]);
  });

  it('has an evidence id anyone can compute with sort and sha256sum', async () => {
    const script = "LC_ALL=C sort -k2 SHA256SUMS | grep -E '  (results/|queries/|coverage.csv|exceptions.csv|decisions.json|results.json)' | sha256sum";
    const found = execFileSync('sh', ['-c', script], { cwd: pack, encoding: 'utf8' }).slice(0, 64);
    expect((await verifyPack(pack)).evidenceId).toBe(found);
  });
});

/** Each fault by name, what is done to the pack, and every file that must be named: no more, no fewer. */
const FAULTS: [string, (place: string) => Promise<unknown>, string[]][] = [
  ['a missing file', (place) => rm(join(place, 'results/IAM-01.csv')), ['results/IAM-01.csv']],
  ['an extra file', (place) => writeFile(join(place, 'results/extra.csv'), 'x'), ['results/extra.csv']],
  ['an extra hidden file', (place) => writeFile(join(place, '.DS_Store'), 'x'), ['.DS_Store']],
  ['an extra file with a name that would draw on a terminal', (place) => writeFile(join(place, 'a\u001b[31m\nb'), 'x'), ['a⟨U+001B⟩[31m⏎b']],
  ['a renamed file', (place) => rename(join(place, 'run.json'), join(place, 'ran.json')), ['ran.json', 'run.json']],
  [
    'two files swapped',
    async (place) => {
      await rename(join(place, 'queries/IAM-01.sql'), join(place, 'x'));
      await rename(join(place, 'queries/ROOT-01.sql'), join(place, 'queries/IAM-01.sql'));
      await rename(join(place, 'x'), join(place, 'queries/ROOT-01.sql'));
    },
    ['queries/IAM-01.sql', 'queries/ROOT-01.sql'],
  ],
  ['a cell edited', (place) => edit(place, 'results/IAM-01.csv', (text) => text.replace('e-2', 'e-9')), ['results/IAM-01.csv']],
  ['line ends turned into CRLF', (place) => edit(place, 'results/ROOT-01.csv', (text) => text.replaceAll('\n', '\r\n')), ['results/ROOT-01.csv']],
  ['a byte order mark', (place) => edit(place, 'coverage.csv', (text) => `\ufeff${text}`), ['coverage.csv']],
  ['a file cut off', (place) => edit(place, 'results/IAM-01.jsonl', (text) => text.slice(0, -5)), ['results/IAM-01.jsonl']],
  ['a file emptied', (place) => writeFile(join(place, 'soc2.md'), ''), ['soc2.md']],
  ['a row added', (place) => edit(place, 'results/ROOT-01.jsonl', (text) => `${text}{}\n`), ['results/ROOT-01.jsonl']],
  ['a file replaced by a link to its copy', async (place) => (await rename(join(place, 'run.json'), `${place}.run`), symlink(`${place}.run`, join(place, 'run.json'))), ['run.json']],
  ['a folder replaced by a link', async (place) => (await rename(join(place, 'engine'), `${place}.engine`), symlink(`${place}.engine`, join(place, 'engine'))), ['engine', 'engine/events.sql']],
  ['a file replaced by a folder', async (place) => (await rm(join(place, 'run.json')), mkdir(join(place, 'run.json'))), ['run.json']],
  ['a file replaced by a pipe', async (place) => (await rm(join(place, 'run.json')), execFileSync('mkfifo', [join(place, 'run.json')])), ['run.json']],
  ['a sign-off that is a link', (place) => symlink('/etc/hostname', join(place, 'signoff.json')), ['signoff.json']],
  ['no manifest', (place) => rm(join(place, 'manifest.json')), ['manifest.json']],
  ['no SHA256SUMS', (place) => rm(join(place, 'SHA256SUMS')), ['SHA256SUMS']],
  ['a manifest that is a pipe', async (place) => (await rm(join(place, 'manifest.json')), execFileSync('mkfifo', [join(place, 'manifest.json')])), ['manifest.json']],
  ['a line of SHA256SUMS removed', (place) => edit(place, 'SHA256SUMS', (text) => text.split('\n').slice(1).join('\n')), ['SHA256SUMS']],
  ['SHA256SUMS with spaces at the end', (place) => edit(place, 'SHA256SUMS', (text) => `${text} `), ['SHA256SUMS']],
  ['a tool version edited in the manifest', (place) => edit(place, 'manifest.json', (text) => text.replace('"0.1.0"', '"0.1.1"')), ['SHA256SUMS', 'manifest.json']],
  ['a manifest indented otherwise', async (place) => edit(place, 'manifest.json', (text) => JSON.stringify(JSON.parse(text))), ['SHA256SUMS', 'manifest.json']],

  ['rows edited and resealed, the reports left as they were', async (place) => (await edit(place, 'results/IAM-01.csv', (text) => text.replace('e-2', 'e-9')), reseal(place)), ['README.md', 'soc2.md', 'soc2.pdf']],
  ['a row dropped and resealed with the id put into the reports', async (place) => {
    await edit(place, 'results/IAM-01.csv', (text) => text.split('\n').slice(0, -2).join('\n') + '\n');
    await edit(place, 'results/IAM-01.jsonl', (text) => text.split('\n').slice(0, -2).join('\n') + '\n');
    await printNewId(place);
  }, ['results/IAM-01.csv', 'results/IAM-01.jsonl']],
  ['an exception hidden in results.json, all else resealed', async (place) => (await edit(place, 'results.json', (text) => text.replace('"undecided": 1', '"undecided": 0')), printNewId(place)), ['results.json']],
  ['an exception counted as decided in results.json', forged('results.json', (text) => text.replace('"decided": 1', '"decided": 2').replace('"expired": 1', '"expired": 0').replace('"undecided": 1', '"undecided": 0')), ['results.json']],
  ['an expired decision that counts in exceptions.csv', forged('exceptions.csv', (text) => text.replace('"expired"', '"decided"')), ['exceptions.csv']],
  ['an exception left out of exceptions.csv', forged('exceptions.csv', (text) => text.split('\n').slice(0, -2).join('\n') + '\n'), ['exceptions.csv']],
  ['an exception too many in exceptions.csv', forged('exceptions.csv', (text) => `${text}"ROOT-01-0123456789ab","ROOT-01","undecided",,\n`), ['exceptions.csv']],
  ['an exceptions.csv without the names of its columns', forged('exceptions.csv', (text) => text.split('\n').slice(1).join('\n')), ['exceptions.csv']],
  ['a decision whose expiry was put off', forged('decisions.json', (text) => text.replace('"2026-10-20"', '"2027-10-20"')), ['exceptions.csv']],
  ['a decision that was about another exception', forged('decisions.json', (text) => text.replaceAll('ROOT-01-0123456789ab', 'ROOT-01-0123456789ac')), ['exceptions.csv']],
  ['a flag taken from a decision', forged('decisions.json', (text) => text.replace('"flags": [\n        "unused"\n      ]', '"flags": []')), ['decisions.json']],
  ['a decision counted otherwise', forged('decisions.json', (text) => text.replace('"exceptions": 1', '"exceptions": 2')), ['decisions.json']],
  ['decisions out of order', forged('decisions.json', (text) => text.replace('"number": 1', '"number": 9')), ['decisions.json']],
  ['decisions of another form', forged('decisions.json', (text) => text.replace('"expected-authorised"', '"approved"')), ['decisions.json']],
  ['an exception’s id changed in its row', forged('results/ROOT-01.jsonl', (text) => text.replace('ROOT-01-ba9876543210', 'ROOT-01-ba9876543211')), ['exceptions.csv']],
  ['a row that is not JSON', forged('results/ROOT-01.jsonl', (text) => text.replace('{', '[')), ['exceptions.csv']],
  ['a row of another query', forged('results/ROOT-01.jsonl', (text) => text.replace('ROOT-01-ba', 'ROOT-02-ba')), ['exceptions.csv']],
  ['a row with a list in a cell', forged('results/ROOT-01.jsonl', (text) => text.replace('"e-2"', '["e-2"]')), ['exceptions.csv']],
  ['exceptions noted turned into none', async (place) => (await edit(place, 'results.json', (text) => text.replace('"exceptions",', '"no-exceptions",')), printNewId(place)), ['results.json']],
  ['SQL exchanged and resealed', async (place) => (await writeFile(join(place, 'queries/ROOT-01.sql'), 'SELECT 1\n'), printNewId(place)), ['queries/ROOT-01.sql']],
  ['a query no result speaks of', async (place) => (await writeFile(join(place, 'queries/NEW-01.sql'), 'SELECT 1\n'), printNewId(place)), ['queries/NEW-01.sql']],
  ['the SQL of a failed query removed and resealed', async (place) => (await rm(join(place, 'queries/ROOT-02.sql')), printNewId(place)), ['queries/ROOT-02.sql']],
  ['rows removed and resealed', async (place) => (await rm(join(place, 'results/IAM-01.jsonl')), printNewId(place)), ['results/IAM-01.jsonl']],
  ['a required file removed and resealed', async (place) => (await rm(join(place, 'integrity.json')), reseal(place)), ['integrity.json']],
  ['results about another period', async (place) => (await edit(place, 'results.json', (text) => text.replace('2026-11-01', '2026-11-02')), printNewId(place)), ['results.json']],
  ['another previous pack in the manifest alone', (place) => reseal(place, (manifest) => ({ ...manifest, previousPackManifestSha256: 'a'.repeat(64) })), ['trend.json']],
  ['another evidence id in the manifest alone', (place) => reseal(place, (manifest) => ({ ...manifest, evidenceId: 'a'.repeat(64) })), ['README.md', 'manifest.json', 'soc2.md', 'soc2.pdf']],
  ['a role given falsely', (place) => reseal(place, (manifest) => ({ ...manifest, files: manifest.files.map((file) => (file.path === 'soc2.md' ? { ...file, role: 'run' as const } : file)) })), ['manifest.json']],
  ['a manifest out of order', (place) => reseal(place, (manifest) => ({ ...manifest, files: [...manifest.files].reverse() })), ['manifest.json']],
  ['a file listed twice', (place) => reseal(place, (manifest) => ({ ...manifest, files: [...manifest.files, ...manifest.files.slice(0, 1)] })), ['manifest.json']],
  ['the manifest in the manifest', (place) => reseal(place, (manifest) => ({ ...manifest, files: [...manifest.files, { path: 'manifest.json', bytes: 1, sha256: 'a'.repeat(64), mediaType: 'application/json', role: 'run' as const }] })), ['manifest.json']],
];

/** What a forger does to one file, with everything made to agree with it that only hashes decide. */
function forged(file: string, change: (text: string) => string): (place: string) => Promise<void> {
  return async (place) => {
    await edit(place, file, change);
    await printNewId(place);
  };
}

/** The forger's last step: the new evidence id goes into every report. */
async function printNewId(place: string): Promise<void> {
  const old = parseManifest(await readFile(join(pack, 'manifest.json'), 'utf8')).evidenceId;
  await reseal(place);
  const id = parseManifest(await readFile(join(place, 'manifest.json'), 'utf8')).evidenceId;
  for (const report of ['README.md', 'soc2.md', 'soc2.pdf']) {
    await writeFile(join(place, report), (await readFile(join(place, report), 'latin1')).replaceAll(old, id), 'latin1');
  }
  await reseal(place);
}

describe('faults, each named with its file', () => {
  it.each(FAULTS)('%s', async (_name, damage, files) => {
    const place = await copy();
    await damage(place);
    expect(named(await verifyPack(place))).toEqual(files);
  });

  it('a previous pack that is not the one chained', async () => {
    const other = await writeSamplePack(join(room, 'other'), { label: '2026-09', firstUser: 'x' });
    expect((await verifyPack(pack, { previous: other.folder })).problems[0]?.what).toMatch(/follows a pack whose manifest has the hash/);
    expect(named(await verifyPack(previous, { previous: other.folder }))).toEqual(['manifest.json']);
    expect((await verifyPack(pack, { previous: join(room, 'nowhere') })).problems[0]?.what).toMatch(/cannot be compared/);
  });

  it('a comparison that is not the one of the two packs, sealed anew', async () => {
    const place = await copy();
    const path = join(place, 'trend.json');
    await writeFile(path, (await readFile(path, 'utf8')).replace('"gone": 0', '"gone": 7'));
    await reseal(place);
    expect((await verifyPack(place)).problems).toEqual([]);
    expect((await verifyPack(place, { previous })).problems).toEqual([{ file: 'trend.json', what: 'is not what comparing the two packs gives' }]);
  });

  it('a previous pack of which the compared part is damaged', async () => {
    const before = await copy();
    await rm(before, { recursive: true });
    await cp(previous, before, { recursive: true });
    await rm(join(before, 'results.json'));
    expect((await verifyPack(pack, { previous: before })).problems).toEqual([{ file: 'trend.json', what: 'cannot be compared again: the previous pack cannot be compared with: its results.json is missing' }]);
  });

  it('reports that print another id than the manifest', async () => {
    const { folder } = await writeSamplePack(join(room, 'misprint'), { printedId: 'f'.repeat(64), pdf: smallPdf });
    expect(named(await verifyPack(folder))).toEqual(['README.md', 'soc2.md', 'soc2.pdf']);
  });
});

describe('one byte changed anywhere', () => {
  it('is found and its file named, for every byte of every file', async () => {
    const { folder } = await writeSamplePack(join(room, 'flips'), { small: true });
    const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    const missed: string[] = [];
    let flips = 0;
    for (const file of files) {
      const path = join(folder, file);
      const bytes = await readFile(path);
      for (let index = 0; index < bytes.length; index++) {
        const flipped = Buffer.from(bytes);
        flipped[index] = (bytes[index] as number) ^ (1 << index % 8);
        await writeFile(path, flipped);
        if (!named(await verifyPack(folder)).includes(file)) missed.push(`${file} byte ${index}`);
        flips += 1;
      }
      await writeFile(path, bytes);
    }
    expect(missed).toEqual([]);
    expect(flips).toBeGreaterThan(5_000);
    expect((await verifyPack(folder)).problems).toEqual([]);
  });

  it('is found in a PDF', async () => {
    const place = await copy();
    const bytes = await readFile(join(place, 'soc2.pdf'));
    for (let index = 0; index < bytes.length; index += 997) {
      const flipped = Buffer.from(bytes);
      flipped[index] = (bytes[index] as number) ^ 1;
      await writeFile(join(place, 'soc2.pdf'), flipped);
      expect(named(await verifyPack(place))).toEqual(['soc2.pdf']);
    }
  });
});

describe('a hostile pack', () => {
  const file = { path: 'README.md', bytes: 1, sha256: 'a'.repeat(64), mediaType: 'text/markdown', role: 'readme' };
  const whole = { schemaVersion: 1, tool: FACTS.tool, period: PERIOD, evidenceId: evidenceId([]), previousPackManifestSha256: null, files: [file] };
  const manifests: [string, string][] = [
    ['nothing', ''],
    ['not JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['nesting a million deep', '['.repeat(1_000_000)],
    ['closed nesting a million deep', '['.repeat(1_000_000) + ']'.repeat(1_000_000)],
    ['a million wrong entries', JSON.stringify({ ...whole, files: Array(1_000_000).fill(0) })],
    ['a million unknown keys', `{${Array.from({ length: 1_000_000 }, (_, index) => `"k${index}":0`).join(',')}}`],
    ['more than any manifest', ' '.repeat(17 * 1024 * 1024)],
    ['no files', JSON.stringify({ ...whole, files: undefined })],
    ['an unknown key', JSON.stringify({ ...whole, extra: 1 })],
    ['an unknown key that would draw on a terminal', JSON.stringify({ ...whole, 'a\u001b[31m\u202e\n': 1 })],
    ['a media type that would draw on a terminal', JSON.stringify({ ...whole, files: [{ ...file, mediaType: '\u001b[31m\u202e' }] })],
    ['a __proto__ key', JSON.stringify(whole).replace('{', '{"__proto__":{"files":[]},')],
    ['another schema version', JSON.stringify({ ...whole, schemaVersion: 2 })],
    ['a size that is text', JSON.stringify({ ...whole, files: [{ ...file, bytes: '1' }] })],
    ['a negative size', JSON.stringify({ ...whole, files: [{ ...file, bytes: -1 }] })],
    ['a size beyond numbers', JSON.stringify(whole).replace('"bytes":1', '"bytes":1e400')],
    ['an upper-case hash', JSON.stringify({ ...whole, files: [{ ...file, sha256: 'A'.repeat(64) }] })],
    ...['../../etc/passwd', '/etc/passwd', 'results/../../x.csv', 'a\\b.md', 'C:x.md', 'x\n.md', '.git/config', '', '.', 'NUL.md', 'a/b/c.md'].map(
      (path): [string, string] => [`a file named ${JSON.stringify(path)}`, JSON.stringify({ ...whole, files: [{ ...file, path }] })],
    ),
  ];

  it.each(manifests)('with a manifest of %s', async (_name, text) => {
    const place = await copy();
    await writeFile(join(place, 'manifest.json'), text);
    const found = await verifyPack(place);
    expect(named(found)).toContain('manifest.json');
    expect(found.evidenceId).toBeNull();
    for (const { what } of found.problems) {
      expect(what.length).toBeLessThan(2_000);
      expect(what).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
  });

  const documents: [string, string][] = [
    ['nesting a million deep', '['.repeat(1_000_000)],
    ['a wrong type', '{"schemaVersion":1,"period":7,"queries":{}}'],
    ['a query that is null', JSON.stringify({ schemaVersion: 1, period: PERIOD, queries: [null] })],
    ['an id that leads outside', JSON.stringify({ schemaVersion: 1, period: PERIOD, queries: [{ id: '../X-01' }] })],
    ['an unknown key', JSON.stringify({ schemaVersion: 1, period: PERIOD, queries: [], score: 100 })],
  ];
  it.each(documents)('with results.json holding %s, resealed', async (_name, text) => {
    const place = await copy();
    await writeFile(join(place, 'results.json'), text);
    await printNewId(place);
    expect(named(await verifyPack(place))).toContain('results.json');
  });

  it('that is not there, or is a file', async () => {
    expect(named(await verifyPack(join(room, 'nowhere')))).toEqual(['.']);
    expect(named(await verifyPack(join(pack, 'run.json')))).toEqual(['.']);
  });

  it('with folders without end', async () => {
    const place = await copy();
    await mkdir(join(place, ...Array<string>(40).fill('d')), { recursive: true });
    expect(named(await verifyPack(place))).toEqual(['.']);
  });
});

describe('the title of a PDF', () => {
  const id = evidenceId([]);
  const wide = [...`é ${id}`].map((char) => `00${Buffer.from(char, 'latin1').toString('hex')}`).join('');
  it.each([
    ['a literal', `/Title (SOC 2 \\(x\\) ${id})`, true],
    ['UTF-16 in hexadecimal', `/Title <FEFF${wide.toUpperCase()}>`, true],
    ['UTF-16 as a literal', `/Title (\xfe\xff${[...id].map((char) => `\0${char}`).join('')})`, true],
    ['an outline title first', `/Title (Cover) ${'x'.repeat(9000)} /Title (${id})`, true],
    ['text elsewhere only', `/Author (${id}) /Title ${' '.repeat(9000)}`, false],
    ['another id', `/Title (${id.replace(/^./, 'x')})`, false],
  ])('is read as %s', (_name, text, found) => {
    expect(titleHolds(Buffer.from(text, 'latin1'), id)).toBe(found);
  });
});
