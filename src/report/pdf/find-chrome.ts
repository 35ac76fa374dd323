import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import puppeteer from 'puppeteer';
import { PdfError } from './errors.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Variables other tools use to say where Chrome is, the most specific first. GitHub's runners set CHROME_BIN. */
const VARIABLES = ['PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH', 'CHROME_BIN'] as const;
const NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'chrome', 'msedge'] as const;
const STANDARD_PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

/**
 * Path of a Chrome to print with. A path that was asked for by name and is not there is an error: printing with another
 * browser than the one chosen would change the bytes of the report unseen.
 */
export function findChrome(chromePath: string | null, env: Environment): string {
  const asked = [['chrome-path', chromePath ?? undefined] as const, ...VARIABLES.map((name) => [name, env[name]] as const)].find(([, value]) => value !== undefined && value !== '');
  if (asked?.[1] !== undefined) {
    const found = isProgram(asked[1]) ? asked[1] : onPath(asked[1], env);
    if (found === null) throw new PdfError(`${asked[0]} says Chrome is at ${asked[1]}, where there is no program. Correct it, or remove it to search the usual places.`);
    return found;
  }
  const found = [...NAMES.map((name) => onPath(name, env)), ...(STANDARD_PLACES[process.platform] ?? []), puppeteerCache()].find((place) => place !== null && isProgram(place));
  if (found === undefined || found === null) {
    throw new PdfError('No Chrome was found to print the PDF with. Install Google Chrome or Chromium, or give its path as chrome-path; with pdf: never no PDF is made.');
  }
  return found;
}

function onPath(name: string, env: Environment): string | null {
  if (name.includes('/') || name.includes('\\')) return null;
  const endings = process.platform === 'win32' ? ['.exe', ''] : [''];
  const places = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return places.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))).find(isProgram) ?? null;
}

function isProgram(place: string): boolean {
  try {
    accessSync(place, constants.X_OK);
    return statSync(place).isFile();
  } catch {
    return false;
  }
}

function puppeteerCache(): string | null {
  try {
    const place: unknown = puppeteer.executablePath();
    return typeof place === 'string' ? place : null;
  } catch {
    return null;
  }
}
