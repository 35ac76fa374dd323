import { describe, expect, it } from '@jest/globals';
import { EngineError } from '../../src/engines/engine.js';
import { PackError } from '../../src/pack/errors.js';
import { PdfError } from '../../src/report/pdf/errors.js';
import { SettingsError } from '../../src/settings/errors.js';
import { PackWriteError } from '../../src/store/errors.js';
import { errorText } from '../../src/terminal/error-text.js';

const cause = new Error('ENOSPC: no space left on device, write\n    more');

describe('what is printed of an error', () => {
  it.each([
    ['a setting', new SettingsError('logs: nothing is given.')],
    ['a file of the product', new PackError(['queries/x.sql:1: The header is empty.', 'queries/y.sql:2: The id is taken.'])],
    ['the engine', new EngineError('DuckDB could not be started.')],
    ['the disk', new PackWriteError('Cannot write evidence: the disk is full.')],
    ['Chrome', new PdfError('Chrome could not open a page.')],
  ])('is its sentence alone: %s', (_name, error) => {
    expect(errorText(error)).toBe(error.message);
  });

  it.each([SettingsError, EngineError, PackWriteError, PdfError])('is its sentence and the first line of its cause: %p', (type) => {
    expect(errorText(new type('Something went wrong.', { cause }))).toBe('Something went wrong.\nCause: ENOSPC: no space left on device, write');
  });

  it('leaves out a cause that the sentence says already, is empty or is no error', () => {
    const said = new Error("Unknown option '--x'. To give a value that begins with a dash, write it so");
    expect(errorText(new SettingsError("Unknown option '--x'; allowed are --logs.", { cause: said }))).toBe("Unknown option '--x'; allowed are --logs.");
    for (const nothing of [new Error(''), 'text', null, 7, { message: 7 }]) expect(errorText(new SettingsError('Wrong.', { cause: nothing }))).toBe('Wrong.');
  });

  it('shows nothing of the logs that an engine quotes, and nothing that moves a cursor', () => {
    const quoting = new Error('Conversion Error: Could not convert string "arn:aws:iam::1:user/ada\' to \'x" and \'open');
    expect(errorText(new EngineError('ROOT-01: DuckDB stopped.', { cause: quoting }))).toBe('ROOT-01: DuckDB stopped.\nCause: Conversion Error: Could not convert string …');
    expect(errorText(new EngineError('Stopped.', { cause: new Error('a\u001b[2Kb\u202ec\rd') }))).toBe('Stopped.\nCause: a[2Kbc');
    expect(errorText(new PdfError('Stopped.', { cause: new Error('x'.repeat(9000)) })).length).toBeLessThan(400);
  });

  it('is the stack of an error nobody wrote a sentence for', () => {
    const bug = new TypeError('x is not a function');
    expect(errorText(bug)).toBe(bug.stack);
    expect(errorText('thrown text')).toBe('thrown text');
  });
});
