import { openRegular } from './safe-read.js';

const READ_BYTES = 1024 * 1024;
/** CloudTrail delivers no event of even a megabyte; a row is less. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** A file's lines without their line feeds, holding one chunk and one line. Errors are fragments that follow a file's name. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const { handle } = await openRegular(path);
  try {
    const buffer = Buffer.allocUnsafe(READ_BYTES);
    let begun: Buffer[] = [];
    let held = 0;
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, null);
      if (bytesRead === 0) break;
      let start = 0;
      for (let at = buffer.indexOf(LINE_FEED); at !== -1 && at < bytesRead; at = buffer.indexOf(LINE_FEED, start)) {
        yield Buffer.concat([...begun, buffer.subarray(start, at)]).toString('utf8');
        [begun, held, start] = [[], 0, at + 1];
      }
      // Copied: the next read fills the same buffer.
      begun.push(Buffer.from(buffer.subarray(start, bytesRead)));
      held += bytesRead - start;
      if (held > MAX_LINE_BYTES) throw new Error(`has a line of more than ${MAX_LINE_BYTES} bytes`);
    }
    if (held > 0) yield Buffer.concat(begun).toString('utf8');
  } finally {
    await handle.close();
  }
}
