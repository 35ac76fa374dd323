import { describe, expect, it } from '@jest/globals';
import { COMMAND_LINE_INPUTS, defaultOf, INPUT_GROUPS } from '../../src/settings/inputs.js';
import { runHelp } from '../../src/terminal/help.js';

describe('help of run', () => {
  const text = runHelp();
  const flat = text.replace(/\s+/g, ' ');

  it('says every input once, in groups, with its default on the command line', () => {
    for (const { name, value, description } of COMMAND_LINE_INPUTS) {
      const standard = value === null ? null : defaultOf(name, 'command line');
      expect(text.match(new RegExp(`^  --${name}(?![a-z-])`, 'gm'))).toHaveLength(1);
      expect(flat).toContain(`${description}${standard === null ? '' : ` [${standard}]`}`);
    }
    const titles: readonly string[] = Object.values(INPUT_GROUPS).map(({ title }) => title);
    expect(text.split('\n').filter((line) => titles.includes(line))).toEqual(titles);
  });

  it('names the older flag beside the new one', () => {
    expect(text).toContain('--output-dir, --output <folder>');
  });

  it('fits a terminal', () => {
    expect(text.split('\n').filter((line) => line.length > 120)).toEqual([]);
    expect(text).not.toMatch(/ $/m);
  });
});
