import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PdfError } from '../../src/report/pdf/errors.js';
import { findChrome } from '../../src/report/pdf/find-chrome.js';
import { pageNumbers, wantsPageNumbers, withPageNumbers } from '../../src/report/pdf/page-numbers.js';
import { pinDates } from '../../src/report/pdf/pin-dates.js';
import { type Printer, openPrinter, printPdf, scrubbed } from '../../src/report/pdf/print-pdf.js';
import { buildReport } from '../../src/report/view.js';
import { type Product, product } from './documents.js';
import { sampleInput } from './sample-input.js';

const INSTANT = '2026-11-02T06:00:00Z';
const page = (body: string): string => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Title here</title></head><body><h1>One</h1>${body}</body></html>`;
const info = (pdf: Buffer): string => pdf.toString('latin1');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pdf-test-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('finding Chrome', () => {
  const program = async (name: string): Promise<string> => {
    const place = path.join(folder, name);
    await writeFile(place, '#!/bin/sh\n', { mode: 0o755 });
    return place;
  };

  it('takes the path of the settings, then the variables in their order, then the names on PATH', async () => {
    const [a, b, c, d] = [await program('a'), await program('b'), await program('c'), await program('d')];
    const onPath = await program('chromium');
    const env = { PUPPETEER_EXECUTABLE_PATH: b, CHROME_PATH: c, CHROME_BIN: d, PATH: folder };
    expect(findChrome(a, env)).toBe(a);
    expect(findChrome(null, env)).toBe(b);
    expect(findChrome(null, { ...env, PUPPETEER_EXECUTABLE_PATH: '' })).toBe(c);
    expect(findChrome(null, { CHROME_BIN: d, PATH: folder })).toBe(d);
    expect(findChrome(null, { PATH: folder })).toBe(onPath);
    expect(findChrome('chromium', { PATH: folder })).toBe(onPath);
  });

  it('refuses a path that was asked for and is not there, rather than print with another', async () => {
    await program('chromium');
    expect(() => findChrome('/nowhere/chrome', { PATH: folder })).toThrow(new PdfError('chrome-path says Chrome is at /nowhere/chrome, where there is no program. Correct it, or remove it to search the usual places.'));
    expect(() => findChrome(null, { CHROME_BIN: folder, PATH: folder })).toThrow(/CHROME_BIN says/);
  });

  it('says what to do when there is none', () => {
    // Only where no browser is installed in a standard place of this system.
    if (process.platform === 'linux') expect(() => findChrome(null, { PATH: '/nowhere' })).toThrow(/Install Google Chrome or Chromium, or give its path as chrome-path/);
  });
});

describe('pinning the dates', () => {
  it('puts the report’s instant in both places at the same length', () => {
    const before = Buffer.from("x /CreationDate (D:20260102030405+01'30')\n/ModDate (D:20260102030406-05'00') \u00ff", 'latin1');
    const after = pinDates(before, INSTANT);
    expect(after.length).toBe(before.length);
    expect(after.toString('latin1')).toBe("x /CreationDate (D:20261102060000+00'00')\n/ModDate (D:20261102060000+00'00') \u00ff");
  });
});

describe('the environment Chrome is given', () => {
  it('holds nothing of ours', () => {
    const env = scrubbed('/tmp/home', { PATH: '/bin', LANG: 'C.UTF-8', HOME: '/root', AWS_SECRET_ACCESS_KEY: 's', AWS_SESSION_TOKEN: 's', GITHUB_TOKEN: 's', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 's', NODE_OPTIONS: 's', HTTPS_PROXY: 'http://u:p@proxy' });
    expect(env).toEqual({ PATH: '/bin', LANG: 'C.UTF-8', HOME: '/tmp/home', TMPDIR: '/tmp/home', TEMP: '/tmp/home', TMP: '/tmp/home', XDG_CONFIG_HOME: '/tmp/home', XDG_CACHE_HOME: '/tmp/home' });
  });
});

describe('printing', () => {
  let printer: Printer;
  let server: Server;
  let asked: string[];
  beforeAll(async () => {
    printer = await openPrinter(findChrome(null, process.env));
    asked = [];
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('x');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await printer.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('makes a tagged PDF in the document’s language, with its title and the pinned dates', async () => {
    const pdf = await printer.print(page('<p>x</p>'), { instant: INSTANT });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    for (const part of ['/Title (Title here)', "/CreationDate (D:20261102060000+00'00')", "/ModDate (D:20261102060000+00'00')", '/StructTreeRoot', '/Lang (en)', '/Outlines']) expect(info(pdf)).toContain(part);
  });

  it('asks no server and opens no file', async () => {
    const { port } = server.address() as AddressInfo;
    const base = `http://127.0.0.1:${port}`;
    await printer.print(page([
      `<img src="${base}/img"><iframe src="${base}/frame"></iframe><iframe src="file:///etc/passwd"></iframe><object data="${base}/object"></object>`,
      `<link rel="stylesheet" href="${base}/css"><link rel="preload" as="font" href="${base}/preload"><link rel="prefetch" href="${base}/prefetch"><link rel="dns-prefetch" href="//evil.example">`,
      `<style>@import "${base}/import"; body { background: url(${base}/bg) } @font-face { font-family: F; src: url(${base}/font) } p { font-family: F }</style><p>text</p>`,
      `<script>fetch("${base}/script"); document.title = "changed"</script><video src="${base}/video"></video><svg><image href="${base}/svg"/></svg>`,
    ].join('')), { instant: INSTANT });
    // A page that leaves itself may not get printed; it still goes nowhere.
    await printer.print(page(`<meta http-equiv="refresh" content="0;url=${base}/refresh">`), { instant: INSTANT }).catch((error: unknown) => expect(error).toBeInstanceOf(PdfError));
    expect(asked).toEqual([]);
  });

  it('runs no scripts', async () => {
    const pdf = await printer.print(page('<script>document.title = "changed"</script>'), { instant: INSTANT });
    expect(info(pdf)).toContain('/Title (Title here)');
  });

  it('says when it runs without a sandbox', () => {
    if (process.getuid?.() === 0) expect(printer.warnings).toEqual([expect.stringContaining('without its sandbox')]);
  });

  describe('a whole report', () => {
    let given: Product;
    let html: string;
    beforeAll(async () => {
      given = await product();
      html = given.templates.html(buildReport(sampleInput(given.soc2, given.queries)));
    });

    it('is the same to the byte from two browsers', async () => {
      const chromePath = findChrome(null, process.env);
      const [first, second] = [await printPdf(html, { instant: INSTANT, chromePath }), await printer.print(html, { instant: INSTANT })];
      expect(first.equals(second)).toBe(true);
    });

    it('has the evidence id in its title and every section in its outline', async () => {
      const pdf = info(await printer.print(html, { instant: INSTANT }));
      expect(pdf).toMatch(/\/Title \([^)]*evidence id [0-9a-f]{64}\)/);
      for (const title of ['Summary', 'Information produced by the entity', 'Criterion matrix', 'Exceptions register', 'Sign-off', 'SQL of the queries', 'Integrity']) expect(pdf).toContain(title);
    });

    it('says in its contents on which page each section stands, and filling that in moves nothing', async () => {
      const pages = pageNumbers(await printer.print(html, { instant: INSTANT }));
      const filled = withPageNumbers(html, pages);
      expect(wantsPageNumbers(html)).toBe(true);
      expect(wantsPageNumbers(filled)).toBe(false);
      expect(pageNumbers(await printer.print(filled, { instant: INSTANT }))).toEqual(pages);
      // After the cover and two pages of contents.
      expect(pages.get('use')).toBe(4);
      const ids = given.soc2.criteria.flatMap((criterion) => criterion.queries.map((query) => `query-${query.id.toLowerCase()}`));
      expect(ids.filter((id) => !pages.has(id))).toEqual([]);
    });

    it('uses the bundled fonts', async () => {
      const pdf = info(await printer.print(html, { instant: INSTANT }));
      const fonts = new Set(Array.from(pdf.matchAll(/\/BaseFont \/[A-Z]{6}\+([A-Za-z0-9-]+)/g), (match) => match[1]));
      expect([...fonts].sort().filter((font) => !/^(SourceSans3|SourceCodePro|DejaVuSansMono)/.test(font ?? ''))).toEqual([]);
      expect(pageCount(pdf)).toBeGreaterThan(20);
    });
  });
});

describe('Chrome that does not work', () => {
  // Profiles are made in the test's own folder, so that other Chromes on the machine are not counted.
  const env = (): Record<string, string | undefined> => ({ ...process.env, TMPDIR: folder });

  it('is an error that names it, and leaves no profile behind', async () => {
    const broken = path.join(folder, 'broken');
    await writeFile(broken, '#!/bin/sh\necho not a browser >&2\nexit 1\n', { mode: 0o755 });
    await expect(openPrinter(broken, env())).rejects.toThrow(new RegExp(`^Chrome at ${broken} did not start: `));
    await expect(openPrinter(broken, env())).rejects.toBeInstanceOf(PdfError);
    expect(await profiles()).toEqual([]);
  });

  it('removes its profile when it is closed', async () => {
    const printer = await openPrinter(findChrome(null, process.env), env());
    const during = await profiles();
    await printer.close();
    expect([during.length, await profiles()]).toEqual([1, []]);
  });

  it('is an error when it dies while printing, and can still be closed', async () => {
    const printer = await openPrinter(findChrome(null, process.env), env());
    await printer.close();
    await expect(printer.print(page('<p>x</p>'), { instant: INSTANT })).rejects.toBeInstanceOf(PdfError);
    await printer.close();
  });
});

const profiles = async (): Promise<readonly string[]> => (await readdir(folder)).filter((name) => name.startsWith('cloudtrail-evidence-chrome-')).sort();
const pageCount = (pdf: string): number => Math.max(...Array.from(pdf.matchAll(/\/Type \/Pages[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type \/Pages/g), (match) => Number(match[1] ?? match[2])), 0);
