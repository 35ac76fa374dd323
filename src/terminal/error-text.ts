import { AwsError } from '../aws/errors.js';
import { EngineError } from '../engines/engine.js';
import { PackError } from '../pack/errors.js';
import { PdfError } from '../report/pdf/errors.js';
import { PublishError } from '../publish/errors.js';
import { SettingsError } from '../settings/errors.js';
import { BrokenPackError, PackWriteError } from '../store/errors.js';

/** Errors whose message is a sentence for a person; of any other, the stack says more. */
const FOR_PEOPLE = [SettingsError, PackError, EngineError, PackWriteError, BrokenPackError, PdfError, PublishError, AwsError];
const CAUSE_CHARACTERS = 300;

/** What the doors print of an error: its sentence and, on a second line, the cause where the sentence does not say it already. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (!FOR_PEOPLE.some((type) => error instanceof type)) return error.stack ?? error.message;
  const cause = firstLine(error.cause);
  if (cause === '' || error.message.includes(cause.split('. ')[0] ?? cause)) return error.message;
  return `${error.message}\nCause: ${error instanceof EngineError ? upToQuote(cause) : cause}`;
}

/** Told by its shape, since errors cross realms. */
function firstLine(cause: unknown): string {
  if (typeof cause !== 'object' || cause === null || !('message' in cause) || typeof cause.message !== 'string') return '';
  const [line = ''] = cause.message.split(/[\r\n]/);
  return line.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').slice(0, CAUSE_CHARACTERS).trim();
}

/** An engine quotes the value it stumbled over. Values are text from the logs and may hold quotes themselves, so nothing after the first is shown. */
function upToQuote(text: string): string {
  return text.replace(/["'].*$/u, '…');
}
