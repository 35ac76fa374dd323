import { SettingsError } from './errors.js';
import type { InputName } from './inputs.js';
import { INPUTS } from './inputs.js';
import { parsePeriod, isOpen, type Period } from './period.js';
import { DEFAULT_REPORT_TEXTS, parseSettingsFile, type SettingsFile } from './settings-file.js';
import type { FailOn, PdfMode, Settings } from './settings.js';

export type GivenInputs = Readonly<Partial<Record<InputName, string>>>;

/** What parsing needs from outside: the clock, the files, the names of the frameworks that ship. */
export interface SettingsWorld {
  /** ISO 8601 instant. */
  readonly now: string;
  /** Bytes of a file; null where there is none. */
  readonly readFile: (path: string) => Uint8Array | null;
  readonly frameworkNames: readonly string[];
}

/** Checks all inputs and the settings file; every problem found is in one SettingsError, a line each. */
export function parseSettings(given: GivenInputs, world: SettingsWorld): Settings {
  const problems: string[] = [];
  const attempt = <T>(read: () => T, fallback: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      problems.push(error.message);
      return fallback;
    }
  };
  const value = (name: InputName): string | null => {
    const text = given[name]?.trim();
    return text === undefined || text === '' ? (INPUTS.find((input) => input.name === name)?.default ?? null) : text;
  };
  const needed = (name: InputName): string => value(name) ?? raise(`${name}: nothing is given; it takes ${INPUTS.find((input) => input.name === name)?.help ?? 'a value'}.`);

  const logs = attempt(() => needed('logs'), '');
  const allowOpenPeriod = attempt(() => oneOf('allow-open-period', value('allow-open-period') ?? 'false', ['true', 'false']) === 'true', false);
  const period = attempt(() => closedPeriod(needed('period'), allowOpenPeriod, world.now), NO_PERIOD);
  const frameworks = attempt(() => frameworkList(value('frameworks') ?? '', world.frameworkNames), []);
  const pdf = attempt(() => oneOf<PdfMode>('pdf', value('pdf') ?? '', ['auto', 'required', 'never']), 'auto');
  const failOn = attempt(() => oneOf<FailOn>('fail-on', value('fail-on') ?? '', ['incomplete', 'exceptions', 'both', 'never']), 'incomplete');
  const memoryLimitMb = attempt(() => memory(value('memory-limit-mb') ?? ''), 896);
  const settingsPath = value('settings-file');
  const file = attempt(() => readSettingsFile(settingsPath, given['settings-file'] !== undefined, world), null);
  if (problems.length > 0) throw new SettingsError(problems.join('\n'));
  return Object.freeze<Settings>({
    engine: 'duckdb',
    logs,
    athena: null,
    aws: null,
    publish: { to: [], artifactName: '', retentionDays: null, allowPublic: false },
    checkOnly: false,
    duckdbBindingsPath: null,
    period,
    allowOpenPeriod,
    frameworks,
    output: value('output') ?? 'evidence',
    pdf,
    chromePath: value('chrome-path'),
    failOn,
    previousPack: value('previous-pack'),
    memoryLimitMb,
    tempDir: value('temp-dir'),
    scope: file?.scope ?? { accounts: [], regions: [] },
    lists: file?.lists ?? {},
    dataEvents: file?.dataEvents ?? [],
    report: file?.report ?? DEFAULT_REPORT_TEXTS,
    settingsFile: file === null || settingsPath === null ? null : { path: settingsPath, sha256: file.sha256 },
  });
}

const NO_PERIOD: Period = { start: '', end: '', label: '' };

function raise(sentence: string): never {
  throw new SettingsError(sentence);
}

function oneOf<T extends string>(name: InputName, found: string, allowed: readonly T[]): T {
  return allowed.find((each) => each === found) ?? raise(`${name}: "${found}" is not one of ${allowed.join(', ')}.`);
}

function closedPeriod(text: string, allowOpen: boolean, now: string): Period {
  const period = parsePeriod(text);
  if (!allowOpen && isOpen(period, now)) {
    raise(`period: "${text}" ends at ${period.end}, and logs settle 3 hours later; it is ${now} now. Choose a period that is over, or give --allow-open-period for a preliminary pack.`);
  }
  return period;
}

function frameworkList(text: string, known: readonly string[]): readonly string[] {
  const names = [...new Set(text.split(',').map((name) => name.trim()).filter((name) => name !== ''))];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) raise(`frameworks: "${unknown.join(', ')}" is not known; allowed are ${known.join(', ')}.`);
  return names.length > 0 ? names : raise(`frameworks: none is named; allowed are ${known.join(', ')}.`);
}

function memory(text: string): number {
  const number = Number(text);
  return Number.isInteger(number) && number >= 256 && number <= 1_048_576 ? number : raise(`memory-limit-mb: "${text}" is not a whole number of MiB between 256 and 1048576.`);
}

/** The default path is optional; one that was given must be there. */
function readSettingsFile(path: string | null, isGiven: boolean, world: SettingsWorld): SettingsFile | null {
  if (path === null) return null;
  const bytes = world.readFile(path);
  if (bytes !== null) return parseSettingsFile(path, bytes);
  return isGiven ? raise(`settings-file: "${path}" cannot be read; give the path of a YAML file.`) : null;
}
