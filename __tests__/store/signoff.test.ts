import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BrokenPackError } from '../../src/store/errors.js';
import { SettingsError } from '../../src/settings/errors.js';
import { canonicalJson } from '../../src/store/canonical-json.js';
import { type Signing, signOffPack } from '../../src/store/signoff.js';
import { parseSignOff } from '../../src/store/signoff-json.js';
import { verifyPack } from '../../src/store/verify.js';
import { HOSTILE } from './hostile.js';
import { freshFolder, writeSamplePack } from './sample-pack.js';

const LEE: Signing = { name: 'Lee Park', role: 'Head of Platform', statement: 'I reviewed this evidence.', signedOn: '2026-11-05', replace: false };

let room: string;
let pack: Awaited<ReturnType<typeof writeSamplePack>>;
beforeAll(async () => {
  room = await freshFolder();
  pack = await writeSamplePack(room);
});
afterAll(async () => {
  await rm(room, { recursive: true, force: true });
});

let copies = 0;
async function copy(): Promise<string> {
  const place = join(room, `copy-${copies++}`);
  await cp(pack.folder, place, { recursive: true });
  return place;
}

const signOffOf = async (place: string): Promise<string> => readFile(join(place, 'signoff.json'), 'utf8');

describe('signing a pack off', () => {
  it('writes who, as what, what and when, over both hashes, and touches nothing else', async () => {
    const place = await copy();
    const before = await readdir(place);
    await signOffPack(place, LEE);
    expect(JSON.parse(await signOffOf(place))).toEqual({
      schemaVersion: 1, name: 'Lee Park', role: 'Head of Platform', statement: 'I reviewed this evidence.', signedOn: '2026-11-05', evidenceId: pack.evidenceId, manifestSha256: pack.manifestSha256,
    });
    expect((await readdir(place)).filter((name) => !before.includes(name))).toEqual(['signoff.json']);
    expect((await verifyPack(place)).problems).toEqual([]);
  });

  it('tells the signer what is still undecided', async () => {
    const { exceptions, preliminary, ownPreparer } = await signOffPack(await copy(), LEE);
    expect({ exceptions, preliminary, ownPreparer }).toEqual({ exceptions: { total: 2, undecided: 1 }, preliminary: false, ownPreparer: null });
  });

  it('keeps the lines of a statement', async () => {
    const place = await copy();
    await signOffPack(place, { ...LEE, statement: ' I reviewed this.\nSee OPS-12. ' });
    expect(parseSignOff(await signOffOf(place)).statement).toBe('I reviewed this.\nSee OPS-12.');
  });

  it('refuses a pack that is broken', async () => {
    const place = await copy();
    await writeFile(join(place, 'notes.txt'), 'x');
    await writeFile(join(place, 'soc2.md'), 'x');
    const signing = signOffPack(place, LEE);
    await expect(signing).rejects.toThrow(BrokenPackError);
    await expect(signing).rejects.toThrow(/copy-\d+: notes\.txt is not in manifest\.json, and 1 more; a broken pack is not signed\. See: cloudtrail-evidence verify /);
    expect(await readdir(place)).not.toContain('signoff.json');
  });

  it.each([['a folder that is not there', 'nowhere'], ['a folder of something else', '.']])('refuses %s', async (_name, folder) => {
    await expect(signOffPack(join(room, folder), LEE)).rejects.toThrow(BrokenPackError);
  });

  it('keeps a sign-off that is there, unless it is to be replaced', async () => {
    const place = await copy();
    await signOffPack(place, LEE);
    await expect(signOffPack(place, { ...LEE, name: 'Dana Weiss' })).rejects.toThrow(/signoff\.json is there already; give --replace to sign again in its place\.$/);
    expect(parseSignOff(await signOffOf(place)).name).toBe('Lee Park');
    await signOffPack(place, { ...LEE, name: 'Dana Weiss', replace: true });
    expect(parseSignOff(await signOffOf(place)).name).toBe('Dana Weiss');
    expect((await verifyPack(place)).problems).toEqual([]);
  });

  it('replaces what is no sign-off, a link included, and writes to nothing it leads to', async () => {
    const [wrong, linked] = [await copy(), await copy()];
    await writeFile(join(wrong, 'signoff.json'), 'agreed');
    const elsewhere = join(room, 'elsewhere.json');
    await writeFile(elsewhere, 'mine');
    await symlink(elsewhere, join(linked, 'signoff.json'));
    for (const place of [wrong, linked]) {
      await signOffPack(place, { ...LEE, replace: true });
      expect((await verifyPack(place)).problems).toEqual([]);
    }
    expect(await readFile(elsewhere, 'utf8')).toBe('mine');
  });

  it.each([
    ['no name', { name: '  ' }, /^name: nothing is given; a sign-off says who signs/],
    ['a role longer than a line', { role: 'x'.repeat(201) }, /^role: 201 characters are given; at most 200 are allowed\.$/],
    ['a name over two lines', { name: 'Lee\nPark' }, /^name: the text holds a character that cannot be seen/],
    ['a statement that reads backwards', { statement: 'I do \u202eton\u202c agree' }, /^statement: the text holds a character that cannot be seen/],
    ['a carriage return in a statement', { statement: 'I do not\rI agree' }, /^statement: the text holds a character that cannot be seen/],
  ])('refuses %s, before it looks at the pack', async (_name, change, sentence) => {
    const signing = signOffPack(join(room, 'nowhere'), { ...LEE, ...change });
    await expect(signing).rejects.toThrow(SettingsError);
    await expect(signing).rejects.toThrow(sentence);
  });
});

describe('a sign-off beside a pack', () => {
  const signed = (more: object = {}): Record<string, unknown> => ({ schemaVersion: 1, name: 'Lee Park', role: 'Head', statement: 'Reviewed.', signedOn: '2026-11-05', evidenceId: pack.evidenceId, manifestSha256: pack.manifestSha256, ...more });

  it.each([
    ['another evidence id', { evidenceId: 'a'.repeat(64) }, /^signs the evidence id a{64}, and this pack's is /],
    ['another manifest', { manifestSha256: 'a'.repeat(64) }, /^signs a manifest with the hash a{64}, and this pack's has /],
    ['a key more', { verdict: 'compliant' }, /^has not the shape/],
    ['a day there never was', { signedOn: '2026-02-30' }, /^has not the shape .* signedOn/],
    ['no name', { name: ' ' }, /^has not the shape .* name/],
    ['a statement without end', { statement: 'x'.repeat(4_001) }, /^has not the shape .* statement/],
  ])('of %s is a problem', async (_name, change, what) => {
    const place = await copy();
    await writeFile(join(place, 'signoff.json'), canonicalJson(signed(change)));
    expect((await verifyPack(place)).problems).toEqual([{ file: 'signoff.json', what: expect.stringMatching(what) }]);
  });

  it.each([
    ['no JSON', 'agreed', 'is not JSON'],
    ['empty', '', 'is not JSON'],
    ['larger than any sign-off', ' '.repeat(64 * 1024 + 1), 'is larger than 65536 bytes'],
  ])('that is %s is a problem', async (_name, text, what) => {
    const place = await copy();
    await writeFile(join(place, 'signoff.json'), text);
    expect((await verifyPack(place)).problems).toEqual([{ file: 'signoff.json', what }]);
  });

  it('with a key written twice is a problem: readers would differ on it', async () => {
    const place = await copy();
    await writeFile(join(place, 'signoff.json'), canonicalJson(signed()).replace('"name"', '"name": "Dana Weiss",\n  "name"'));
    expect((await verifyPack(place)).problems).toEqual([{ file: 'signoff.json', what: 'is not in the form this program writes' }]);
  });

  it.each(HOSTILE)('holding %s is checked, and breaks nothing', async (_name, text) => {
    const place = await copy();
    await writeFile(join(place, 'signoff.json'), canonicalJson(signed({ name: text.slice(0, 200), statement: text.slice(0, 4_000) })));
    for (const { file, what } of (await verifyPack(place)).problems) expect([file, what]).toEqual(['signoff.json', expect.not.stringMatching(/\p{C}/u)]);
  });

  it('is the only file a pack may hold beside those of its manifest', async () => {
    const place = await copy();
    await mkdir(join(place, 'results', 'deeper'));
    for (const name of ['signoff.json.new', 'SIGNOFF.json', 'results/signoff.json', 'results/deeper/signoff.json']) await writeFile(join(place, name), canonicalJson(signed()));
    expect((await verifyPack(place)).problems.map(({ file }) => file)).toEqual(['SIGNOFF.json', 'results/deeper/signoff.json', 'results/signoff.json', 'signoff.json.new']);
  });

  it('fits its schema exactly when the program takes it', async () => {
    const fits = new Ajv({ strict: true }).compile(JSON.parse(await readFile('schemas/signoff.schema.json', 'utf8')) as object);
    const without = Object.keys(signed()).map((key) => Object.fromEntries(Object.entries(signed()).filter(([each]) => each !== key)));
    for (const each of [signed(), signed({ x: 1 }), signed({ schemaVersion: 2 }), signed({ name: '' }), signed({ name: ' ' }), signed({ role: 'x'.repeat(201) }), signed({ statement: 'x'.repeat(4_001) }), signed({ signedOn: '5 November' }), signed({ evidenceId: 'abc' }), signed({ manifestSha256: 1 }), ...without]) {
      expect([each, accepts(canonicalJson(each))]).toEqual([each, fits(each)]);
    }
  });
});

function accepts(text: string): boolean {
  try {
    parseSignOff(text);
    return true;
  } catch {
    return false;
  }
}
