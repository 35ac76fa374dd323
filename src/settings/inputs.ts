/** Every input of a run, once: command-line flags and, under the same names, action inputs. */
export interface InputDescription {
  readonly name: InputName;
  /** What goes in its place in help: `<folder>`; null for a switch. */
  readonly value: string | null;
  readonly help: string;
  readonly default: string | null;
}

export type InputName =
  | 'logs' | 'period' | 'output' | 'settings-file' | 'frameworks' | 'pdf' | 'chrome-path' | 'fail-on'
  | 'allow-open-period' | 'previous-pack' | 'memory-limit-mb' | 'temp-dir' | 'run-facts';

export const INPUTS: readonly InputDescription[] = [
  { name: 'logs', value: '<folder|file|glob>', default: null, help: 'CloudTrail log files: a folder at any depth, one file, or a pattern in quotes' },
  { name: 'period', value: '<period>', default: null, help: 'a month (2026-10), a quarter (2026-Q3), or a..b of days or instants in UTC; b is not part' },
  { name: 'output', value: '<folder>', default: 'evidence', help: 'the pack becomes a folder in it, named after the period' },
  { name: 'settings-file', value: '<file>', default: '.github/cloudtrail-evidence.yml', help: 'scope, lists and texts; the default is read only where it exists' },
  { name: 'frameworks', value: '<names>', default: 'soc2,gdpr', help: 'reports to write, separated by commas' },
  { name: 'pdf', value: 'auto|required|never', default: 'auto', help: 'auto: the pack is written without PDFs when there is no Chrome; required: that is an error' },
  { name: 'chrome-path', value: '<file>', default: null, help: 'Chrome or Chromium to print with; else it is looked for' },
  { name: 'fail-on', value: 'incomplete|exceptions|both|never', default: 'incomplete', help: 'what makes the exit code other than 0' },
  { name: 'allow-open-period', value: null, default: 'false', help: 'write a preliminary pack over a period that has not ended, or ended under 3 h ago' },
  { name: 'previous-pack', value: '<folder>', default: null, help: 'the pack before this one: its manifest hash goes into this one' },
  { name: 'memory-limit-mb', value: '<MiB>', default: '896', help: 'memory the embedded engine may take before it goes to disk' },
  { name: 'temp-dir', value: '<folder>', default: null, help: 'where it goes to disk; else the system\'s folder for temporary files' },
  { name: 'run-facts', value: '<run.json>', default: null, help: 'take time, person and ids from an earlier pack\'s run.json, to make the same bytes again' },
];
