import { parseArgs, type ParseArgsConfig } from 'node:util';
import { SettingsError } from '../settings/errors.js';
import { FLAGS } from '../settings/given-inputs.js';

type Options = NonNullable<ParseArgsConfig['options']>;
const TEXT = { type: 'string' } as const;
const TEXTS = { type: 'string', multiple: true } as const;
const SWITCH = { type: 'boolean' } as const;

/** Every command with its flags, and how many words it takes beside them. */
export const COMMANDS = {
  run: { options: FLAGS, words: 0 },
  check: { options: FLAGS, words: 0 },
  verify: { options: { 'previous-pack': TEXT }, words: 1 },
  decide: { options: { query: TEXTS, output: TEXT }, words: 1 },
  sample: { options: { query: TEXT, n: TEXT, seed: TEXT, output: TEXT }, words: 1 },
  reconcile: { options: { query: TEXT, list: TEXT, key: TEXTS, output: TEXT }, words: 1 },
  signoff: { options: { name: TEXT, role: TEXT, statement: TEXT, replace: SWITCH }, words: 1 },
  queries: { options: FLAGS, words: 1 },
  demo: { options: { output: TEXT, pdf: TEXT }, words: 0 },
} as const satisfies Readonly<Record<string, { readonly options: Options; readonly words: 0 | 1 }>>;
export type Command = keyof typeof COMMANDS;

export const isCommand = (word: string): word is Command => Object.hasOwn(COMMANDS, word);

export interface Arguments {
  readonly values: Readonly<Record<string, unknown>>;
  readonly positionals: readonly string[];
  readonly help: boolean;
}

/** node:util's parser, its complaints turned into ours. */
export function parseCommand(command: Command, args: readonly string[]): Arguments {
  const { options, words } = COMMANDS[command];
  const known: Options = { ...options, help: { type: 'boolean', short: 'h' } };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: known, allowPositionals: words > 0, strict: true });
    return { values, positionals, help: values['help'] === true };
  } catch (error) {
    // Told by its shape, since errors cross realms.
    const { message } = error as { readonly message: string };
    const sentence = message.split('. ')[0] ?? message;
    throw new SettingsError(`${sentence}; allowed are ${Object.keys(known).map((name) => `--${name}`).join(', ')}.`, { cause: error });
  }
}

/** The one folder a command is about. */
export function packIn(command: Command, { positionals }: Arguments): string {
  const [folder, ...more] = positionals;
  if (folder === undefined || more.length > 0) throw new SettingsError(`${command} takes one folder, an evidence pack; ${positionals.length} were given.`);
  return folder;
}

/** A flag's text; null where it was not given. */
export function textOf({ values }: Arguments, flag: string): string | null {
  const value = values[flag];
  return typeof value === 'string' ? value : null;
}

/** A flag that may be given more than once. */
export function textsOf({ values }: Arguments, flag: string): readonly string[] {
  const value = values[flag];
  return Array.isArray(value) ? value.map(String) : [];
}

/** A flag the command cannot do without. */
export function neededText(given: Arguments, flag: string, what: string): string {
  const text = textOf(given, flag);
  if (text === null || text.trim() === '') throw new SettingsError(`${flag}: nothing is given; ${what}.`);
  return text;
}
