import { describe, expect, it } from '@jest/globals';
import { actionsProgress } from '../../src/terminal/actions-progress.js';
import { logLine } from '../../src/terminal/log-line.js';

describe('a line of a job’s log', () => {
  it.each([
    ['::set-output name=result::complete', '⟨U+003A⟩:set-output name=result::complete'],
    ['  ::stop-commands::x', '  ⟨U+003A⟩:stop-commands::x'],
    ['said ##[error]so', 'said #⟨U+0023⟩[error]so'],
    ['one\n::error::two', 'one⏎::error::two'],
    ['one\r::error::two', 'one⟨U+000D⟩::error::two'],
    ['\u001b[31mred', '⟨U+001B⟩[31mred'],
    ['arn:aws:iam::111122223333:role/audit', 'arn:aws:iam::111122223333:role/audit'],
  ])('shows %j as %j', (text, shown) => {
    const line = logLine(text);
    expect(line).toBe(shown);
    // What the runner takes for a command: https://github.com/actions/runner, ActionCommand.cs.
    expect(line.trimStart().startsWith('::') || line.includes('##[')).toBe(false);
  });
});

describe('progress in a job', () => {
  function told(work: (progress: ReturnType<typeof actionsProgress>) => void): readonly string[] {
    const lines: string[] = [];
    work(actionsProgress({ startGroup: (name) => void lines.push(`[${name}`), endGroup: () => void lines.push(']'), info: (text) => void lines.push(text), warning: (text) => void lines.push(`! ${text}`) }));
    return lines;
  }

  it('is a group a part, and its result below', () => {
    expect(told((progress) => {
      progress.step('Read 2 files');
      progress.count(1, 2);
      progress.done('6 records');
      progress.step('Write reports');
      progress.warn('No Chrome was found.');
      progress.done('soc2.md');
    })).toEqual(['[Read 2 files', '1 of 2', ']', '6 records', '[Write reports', '! No Chrome was found.', ']', 'soc2.md']);
  });

  it('counts in tenths, however much there is to do', () => {
    expect(told((progress) => {
      progress.step('Read');
      for (let done = 1; done <= 100_000; done += 1) progress.count(done, 100_000);
    })).toHaveLength(11);
  });

  it('closes a part that a failure left open', () => {
    expect(told((progress) => {
      progress.step('One');
      progress.step('Two');
    })).toEqual(['[One', ']', '[Two']);
  });
});
