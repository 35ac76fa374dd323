import { visibleLine } from '../report/visible-text.js';

/**
 * A line for the log of a job, of which the runner reads lines that begin with `::`, and `##[` anywhere, as commands to itself
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands): in what is said here they are mere text.
 */
export function logLine(text: string): string {
  return visibleLine(text)
    .replace(/^(\s*):(?=:)/, '$1⟨U+003A⟩')
    .replaceAll('##[', '#⟨U+0023⟩[');
}
