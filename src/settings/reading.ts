import { SettingsError } from './errors.js';
import type { GivenInputs } from './given-inputs.js';
import { oneOf, raise, yesOrNo } from './input-forms.js';
import { defaultOf, type Door, type InputName } from './inputs.js';

/** A value being read: `known` at once, null where it cannot be used; `get` once nothing is wrong. */
export interface Reading<T> {
  readonly known: T | null;
  readonly get: () => T;
}

/** Reads inputs one by one and goes on after a wrong one, so that a person is told of all of them together. */
export class InputReader {
  private readonly problems = new Set<string>();

  constructor(private readonly given: GivenInputs, private readonly door: Door) {}

  /** What was given, else the default, else null. */
  text(name: InputName): string | null {
    const text = this.given[name]?.trim() ?? '';
    return text === '' ? defaultOf(name, this.door) : text;
  }

  /** True when something else than the default was given: a runner hands defaults over like what a person wrote. */
  isGiven(name: InputName): boolean {
    const text = this.text(name);
    return text !== null && text.toLowerCase() !== defaultOf(name, this.door);
  }

  read<T>(value: () => T): Reading<T> {
    try {
      const known = value();
      return { known, get: () => known };
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error;
      this.problems.add(error.message);
      return { known: null, get: () => { throw error; } };
    }
  }

  /** An input that has a default, or must be given: `otherwise` says what to give. */
  needed<T>(name: InputName, form: (text: string) => T, otherwise = 'give one'): Reading<T> {
    return this.read(() => form(this.text(name) ?? raise(`${name}: nothing is given; ${otherwise}.`)));
  }

  choice<T extends string>(name: InputName, allowed: readonly T[]): Reading<T> {
    return this.needed(name, (text) => oneOf(name, text, allowed));
  }

  yesOrNo(name: InputName): Reading<boolean> {
    return this.needed(name, (text) => yesOrNo(name, text));
  }

  optional<T>(name: InputName, form: (text: string) => T): Reading<T | null> {
    return this.read(() => {
      const text = this.text(name);
      return text === null ? null : form(text);
    });
  }

  /** Throws what was found wrong, a line each. */
  finish(): void {
    if (this.problems.size > 0) throw new SettingsError([...this.problems].join('\n'));
  }
}
