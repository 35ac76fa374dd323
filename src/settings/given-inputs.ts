import type { ParseArgsConfig } from 'node:util';
import { SettingsError } from './errors.js';
import { ACTION_INPUTS, COMMAND_LINE_INPUTS, type InputName } from './inputs.js';

/** What was given, as text; an input that is absent, or empty, was not. */
export type GivenInputs = Readonly<Partial<Record<InputName, string>>>;

type Environment = Readonly<Record<string, string | undefined>>;

/** What the runner hands over is in variables: `INPUT_`, then the name in capitals. Where a workflow gives none, they hold action.yml's default, or nothing. */
export function givenFromActionInputs(env: Environment): GivenInputs {
  return Object.fromEntries(ACTION_INPUTS.flatMap(({ name, secret }) => {
    const text = secret === true ? '' : actionInput(name, env);
    return text === '' ? [] : [[name, text]];
  }));
}

/** The token to publish with; empty where none was given. It goes to GitHub's client and nowhere else. */
export function githubToken(env: Environment): string {
  return actionInput('github-token', env);
}

function actionInput(name: InputName, env: Environment): string {
  return env[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
}

/** Flags of a run, for node:util's parser. */
export const FLAGS: NonNullable<ParseArgsConfig['options']> = Object.fromEntries(COMMAND_LINE_INPUTS.flatMap(({ name, alias, value }) => {
  const type = value === null ? 'boolean' : 'string';
  return [name, ...(alias === undefined ? [] : [alias])].map((flag) => [flag, { type }] as const);
}));

/** The values node:util's parser found for FLAGS; an older name counts as the name. */
export function givenFromFlags(values: Readonly<Record<string, unknown>>): GivenInputs {
  return Object.fromEntries(COMMAND_LINE_INPUTS.flatMap(({ name, alias }) => {
    const older = alias === undefined ? undefined : values[alias];
    const value = values[name] ?? older;
    if (older !== undefined && values[name] !== undefined) throw new SettingsError(`${name}: it is given twice, as --${name} and as --${alias}; give one of them.`);
    return typeof value === 'string' || typeof value === 'boolean' ? [[name, String(value)]] : [];
  }));
}

/** A region, and the variable it stands in. */
export interface RegionVariable {
  readonly text: string;
  readonly variable: string;
}

/** The SDK's own variable, then the older one that other tools set. */
export function regionOf(env: Environment): RegionVariable | null {
  for (const variable of ['AWS_REGION', 'AWS_DEFAULT_REGION']) {
    const text = env[variable]?.trim() ?? '';
    if (text !== '') return { text, variable };
  }
  return null;
}
