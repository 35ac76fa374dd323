import type { Progress } from '../progress.js';

const BAR = 28;

/** A bar on a terminal; elsewhere a plain line as each part begins and ends. */
export function terminalProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(stream) : lines(stream);
}

function lines(stream: NodeJS.WritableStream): Progress {
  return {
    step: (title) => void stream.write(`${title} …\n`),
    count: () => undefined,
    done: (summary) => void stream.write(`  ${summary}\n`),
    warn: (sentence) => void stream.write(`  Note: ${sentence}\n`),
  };
}

function bar(stream: NodeJS.WriteStream): Progress {
  let title = '';
  const clear = (): void => void stream.write('\r\u001b[K');
  return {
    step: (next) => {
      title = next;
      stream.write(title);
    },
    count: (done, total) => {
      const filled = total === 0 ? BAR : Math.round((done / total) * BAR);
      clear();
      stream.write(`${title}  ${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done}/${total}`);
    },
    done: (summary) => {
      clear();
      stream.write(`${title}: ${summary}\n`);
    },
    warn: (sentence) => {
      clear();
      stream.write(`Note: ${sentence}\n`);
    },
  };
}
