import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { leftovers } from '../../leftovers.js';
import { PdfError } from './errors.js';
import type { Environment } from './find-chrome.js';
import { pageNumbers, wantsPageNumbers, withPageNumbers } from './page-numbers.js';
import { pinDates } from './pin-dates.js';

export interface PrintOptions {
  /** Instant that stands in the PDF as the time it was made, ISO 8601 UTC. */
  readonly instant: string;
}

/** One browser prints all reports of a run. */
export interface Printer {
  /** Page numbers are filled in where the HTML leaves room for them, `<span data-page="anchor"></span>`. */
  print(html: string, options: PrintOptions): Promise<Buffer>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
  /** What a reader of the run's log should know, for example that Chrome ran without its sandbox. */
  readonly warnings: readonly string[];
  /** "Chrome/151.0.7922.71". */
  readonly browserVersion: string;
}

const LAUNCH_TIMEOUT_MS = 60_000;
const CLOSE_TIMEOUT_MS = 10_000;
/** Time a page may take: a floor for a slow machine, and more for each megabyte of HTML. */
const PRINT_TIMEOUT_MS = 60_000;
const PRINT_TIMEOUT_MS_PER_MB = 30_000;

/** Chrome is given our own page and nothing to talk to. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
  // Whatever still tries to resolve a name finds none.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** Chrome's own words when the machine does not let it build a sandbox. */
const NO_SANDBOX_HERE = /no usable sandbox|without --no-sandbox|setuid sandbox|namespace sandbox/i;

/** Starts Chrome with a profile of its own and none of our environment: no tokens, no AWS variables. */
export async function openPrinter(chromePath: string, env: Environment = process.env): Promise<Printer> {
  const home = await mkdtemp(path.join(env['TMPDIR'] ?? tmpdir(), 'cloudtrail-evidence-chrome-'));
  leftovers.add(home);
  const warnings: string[] = [];
  try {
    const browser = await launch(chromePath, home, env, warnings);
    return {
      print: async (html, options) => {
        const filled = wantsPageNumbers(html) ? withPageNumbers(html, pageNumbers(await printTwice(browser, html, false))) : html;
        return pinDates(await printTwice(browser, filled, true), options.instant);
      },
      close: async () => {
        await end(browser);
        await removeProfile(home);
      },
      warnings,
      browserVersion: await browser.version(),
    };
  } catch (error) {
    await removeProfile(home);
    throw error instanceof PdfError ? error : new PdfError(`Chrome at ${chromePath} did not start: ${firstLine(error)}`, { cause: error });
  }
}

/** Opens a printer for one page. */
export async function printPdf(html: string, options: PrintOptions & { readonly chromePath: string }): Promise<Buffer> {
  const printer = await openPrinter(options.chromePath);
  try {
    return await printer.print(html, options);
  } finally {
    await printer.close();
  }
}

async function launch(chromePath: string, home: string, env: Environment, warnings: string[]): Promise<Browser> {
  const start = (args: readonly string[]): Promise<Browser> => puppeteer.launch({
    executablePath: chromePath,
    headless: true,
    pipe: true,
    args: [...FLAGS, ...args],
    env: scrubbed(home, env),
    userDataDir: path.join(home, 'profile'),
    timeout: LAUNCH_TIMEOUT_MS,
    handleSIGINT: true,
    handleSIGTERM: true,
  });
  const root = process.getuid?.() === 0;
  if (!root) {
    try {
      return await start([]);
    } catch (error) {
      if (!NO_SANDBOX_HERE.test(String(error))) throw error;
    }
  }
  warnings.push(`Chrome ran without its sandbox (${root ? 'the run is root' : 'this machine allows none'}). The page is our own, runs no scripts and reaches no network.`);
  return start(['--no-sandbox']);
}

/** What Chrome needs to start, and nothing of ours. */
const PASSED_ON = ['PATH', 'LANG', 'LC_ALL', 'SystemRoot', 'FONTCONFIG_PATH', 'FONTCONFIG_FILE', 'LD_LIBRARY_PATH'] as const;

export function scrubbed(home: string, env: Environment): Record<string, string> {
  const kept = PASSED_ON.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return { ...Object.fromEntries(kept), HOME: home, TMPDIR: home, TEMP: home, TMP: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home };
}

/** One more try: a busy machine now and then loses a page, and printing has no effect but its bytes. */
async function printTwice(browser: Browser, html: string, final: boolean): Promise<Buffer> {
  try {
    return await print(browser, html, final);
  } catch (error) {
    if (!browser.connected) throw error;
    return print(browser, html, final);
  }
}

/** `final`: with the tags and the outline that readers use; a draft is laid out the same and printed faster. */
async function print(browser: Browser, html: string, final: boolean): Promise<Buffer> {
  const timeout = PRINT_TIMEOUT_MS + PRINT_TIMEOUT_MS_PER_MB * (html.length / 1e6);
  const page = await browser.newPage().catch((error: unknown) => {
    throw new PdfError(`Chrome could not open a page: ${firstLine(error)}`, { cause: error });
  });
  try {
    await page.setJavaScriptEnabled(false);
    await refuseRequests(page);
    await page.setContent(html, { waitUntil: 'load', timeout });
    const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: final, outline: final, timeout });
    return Buffer.from(pdf);
  } catch (error) {
    throw new PdfError(`Chrome could not print the report: ${firstLine(error)}`, { cause: error });
  } finally {
    await page.close().catch(() => undefined);
  }
}

/** Only what the page carries itself is loaded. */
async function refuseRequests(page: Page): Promise<void> {
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const url = request.url();
    const own = url.startsWith('data:') || url === 'about:blank';
    (own ? request.continue() : request.abort('blockedbyclient')).catch(() => undefined);
  });
}

/** Ends the browser, also one that no longer answers. */
async function end(browser: Browser): Promise<void> {
  const program = browser.process();
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    browser.close().catch(() => undefined),
    new Promise((resolve) => {
      timer = setTimeout(resolve, CLOSE_TIMEOUT_MS);
    }),
  ]);
  clearTimeout(timer);
  program?.kill('SIGKILL');
}

async function removeProfile(home: string): Promise<void> {
  await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  leftovers.delete(home);
}

const firstLine = (error: unknown): string => (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
