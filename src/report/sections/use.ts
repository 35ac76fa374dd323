import type { PreviousPack } from '../../evidence/trend.js';
import { incidentInput } from '../../settings/incident.js';
import type { Settings } from '../../settings/settings.js';
import { type Section, code, facts, line, link, list, note, para, section, strong } from '../blocks.js';
import { type Context } from './context.js';

/** The same run on a copy of the logs. What lies elsewhere on another machine stands in angle brackets. */
export function reperformCommand(settings: Settings, previous: PreviousPack | null): string {
  const day = (instant: string): string => (instant.endsWith('T00:00:00Z') ? instant.slice(0, 10) : instant);
  return [
    'cloudtrail-evidence run \\',
    '  --logs <copy of the log archive> \\',
    `  --period ${day(settings.period.start)}..${day(settings.period.end)} \\`,
    `  --frameworks ${settings.frameworks.join(',')} \\`,
    ...(settings.settingsFile === null ? [] : [`  --settings-file ${settings.settingsFile.path} \\`]),
    ...(settings.decisions === null ? [] : [`  --decisions-file ${settings.decisions.path} \\`]),
    ...(settings.ownQueries === null ? [] : [`  --own-queries ${inShell(settings.ownQueries)} \\`]),
    ...(settings.incident === null ? [] : [`  --incident ${inShell(incidentInput(settings.incident))} \\`]),
    ...(settings.allowOpenPeriod ? ['  --allow-open-period \\'] : []),
    ...(settings.selfTest ? ['  --self-test \\'] : []),
    ...(previous === null ? [] : ['  --previous-pack <the pack before this one> \\']),
    '  --run-facts <this pack>/run.json \\',
    '  --output-dir reperformed',
  ].join('\n');
}

/** In quotes where a shell would read it otherwise. */
function inShell(text: string): string {
  return /^[\w./:=,@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

export function useSection(context: Context): Section {
  const { input } = context;
  const framework = input.framework.name;
  return section('use', '1', 'How to use and verify this report', [
    para(`This report is one file of an evidence pack. The pack holds every row as data, the SQL as run and a hash over each file. Results are in the words of `, link('Appendix E', 'appendix-e'), '; what they rest on is in ', link('section 4', 'reliability'), '; what CloudTrail cannot show is in ', link('Appendix B', 'appendix-b'), '.'),
  ], {
    sections: [
      section('use-verify', '1.1', 'Verify', [
        para('From inside the pack’s folder. The first command needs nothing of ours.'),
        code(['sha256sum -c SHA256SUMS', 'cloudtrail-evidence verify .'].join('\n'), 'sh'),
        para(`The second prints the evidence id. It must equal the one on the cover: `, { kind: 'data', text: input.evidenceId }, '. A changed, missing or added file is named, and the command’s exit code is 5.'),
      ], { level: 3 }),
      section('use-reperform', '1.2', 'Re-perform', [
        list([
          line(`Take a copy of the log objects of the period and the days around it, with the digests, and the settings file${input.settings.decisions === null ? ' whose hash is' : ' and the decisions file whose hashes are'} in `, link('Appendix A', 'appendix-a'), input.settings.ownQueries === null ? '.' : ', and management’s own queries, whose hashes stand beside them.'),
          line(`Take version ${input.facts.tool.version} of the program and run the command below. In the program’s own folder, “cloudtrail-evidence” is written “node dist/cli.js”.`),
          line('Compare the evidence ids. The same logs, period, settings, decisions and version give the same evidence id, on any machine. With the facts of the first run (its run.json) the reports are the same too.'),
        ], true),
        code(reperformCommand(input.settings, input.trend.previous), 'sh'),
        para('To check one row by hand: each event row names its event id and the log object it stands in (source_file). Each query’s SQL is in ', link('Appendix C', 'appendix-c'), `, written in the SQL that Athena engine version 3 and DuckDB share; this pack was made with ${input.facts.engineVersion}.`),
      ], { level: 3 }),
      section('use-files', '1.3', 'Files of the pack', [
        facts(['File', 'What it holds'], [
          [`${framework}.pdf, ${framework}.md`, line(`This report: the same sections and the same numbers${input.settings.frameworks.length > 1 ? '; other reports of the pack bear the names of their frameworks' : ''}`)],
          ['results/<ID>.csv', line('Every row of a query, safe to open in a spreadsheet')],
          ['results/<ID>.jsonl', line('Every row, exact values')],
          ['queries/<ID>.sql', line('The query with its lists written in')],
          ['results.json, coverage.csv', line('Results and reasons; where and when logs are accounted for')],
          ['exceptions.csv, decisions.json', line('How each exception stands; management’s decisions on exceptions, as they were made')],
          ['run.json, integrity.json, engine/', line('When, by whom and with what; files read and not read; the SQL that builds events from records')],
          ['trend.json', line('What changed since the previous pack, and what the next one compares with')],
          ...(input.settings.selfTest ? [['self-test.json', line('What each query did with its own test events')] as const] : []),
          ['manifest.json, SHA256SUMS', line('Every file with its hash')],
        ]),
      ], { level: 3 }),
      section('use-handle', '1.4', 'Handling', [
        note(strong('This report holds personal data as logged: '), 'names, addresses and resource names of people who used the accounts. Give it to those who need it for the examination. Text from the logs is set in fixed-width type; it was written by whoever called AWS. Do not follow addresses found in it.'),
        para('Characters that hide or reorder text are shown by their code point, for example U+202E in angle brackets. A line feed is shown as a return sign. The exact value is in the JSONL file.'),
      ], { level: 3 }),
    ],
    page: 'new',
  });
}
