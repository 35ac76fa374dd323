/**
 * Something the user gave is wrong. The message is one sentence a person can act on: the input's name, what was found,
 * and what is allowed. The doors print it and exit 1; nothing has been written by then.
 */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
