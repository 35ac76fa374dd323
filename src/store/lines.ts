import { BrokenPackError } from './errors.js';
import { openRegular } from './safe-read.js';

const READ_BYTES = 1024 * 1024;
/** A row may hold long texts; more than this is no row of ours. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;
const LINE_FEED = 0x0a;

/** Lines without their line feeds. Only the line feed ends one: a row may hold U+2028. */
export async function* linesOf(path: string): AsyncGenerator<Buffer> {
  const { handle } = await openRegular(path);
  try {
    let rest: Buffer = Buffer.alloc(0);
    for (;;) {
      // A buffer of its own for each read: lines are views of it.
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(READ_BYTES), 0, READ_BYTES, null);
      if (bytesRead === 0) break;
      const chunk = buffer.subarray(0, bytesRead);
      let from = 0;
      for (let end = chunk.indexOf(LINE_FEED); end !== -1; end = chunk.indexOf(LINE_FEED, from)) {
        const line = chunk.subarray(from, end);
        yield rest.length === 0 ? line : Buffer.concat([rest, line]);
        rest = Buffer.alloc(0);
        from = end + 1;
      }
      rest = Buffer.concat([rest, chunk.subarray(from)]);
      if (rest.length > MAX_LINE_BYTES) throw new BrokenPackError(`${path} holds a line of more than ${MAX_LINE_BYTES} bytes.`);
    }
    if (rest.length > 0) yield rest;
  } finally {
    await handle.close();
  }
}
