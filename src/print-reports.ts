import type { Progress } from './progress.js';
import type { ReportInput } from './report/input.js';
import { PdfError } from './report/pdf/errors.js';
import { findChrome } from './report/pdf/find-chrome.js';
import { openPrinter } from './report/pdf/print-pdf.js';
import { compileTemplates } from './report/templates.js';
import { buildReport } from './report/view.js';
import { inParallel } from './sources/in-parallel.js';
import type { PackFolder } from './store/pack-folder.js';
import { readTemplateFiles } from './store/template-files.js';

interface Printing {
  readonly pack: PackFolder;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
}

export interface PrintedReports {
  /** Paths in the pack. */
  readonly reports: readonly string[];
  /** Why PDFs are missing; null when none is. */
  readonly problem: string | null;
}

/** Chrome lays out a page on one processor, in some hundred megabytes. */
const PRINTED_AT_ONCE = 2;

/** Writes each framework's report as Markdown, then as PDF. Without a Chrome the Markdown stands alone, and the problem is told. */
export async function printReports(inputs: readonly ReportInput[], { pack, env, progress }: Printing): Promise<PrintedReports> {
  const templates = compileTemplates(await readTemplateFiles());
  const reports: string[] = [];
  const pages: { readonly name: string; readonly html: string }[] = [];
  progress.step(`Write ${inputs.length} reports`);
  for (const input of inputs) {
    const view = buildReport(input);
    const path = `${input.framework.name}.md`;
    await pack.write(path, templates.markdown(view));
    reports.push(path);
    if (input.settings.pdf !== 'never') pages.push({ name: `${input.framework.name}.pdf`, html: templates.html(view) });
  }
  const [first] = inputs;
  if (first === undefined || pages.length === 0) {
    progress.done(reports.join(', '));
    return { reports, problem: null };
  }
  try {
    const printer = await openPrinter(findChrome(first.settings.chromePath, env), env);
    let done = 0;
    try {
      printer.warnings.forEach((warning) => progress.warn(warning));
      const printed = await inParallel(pages, PRINTED_AT_ONCE, async ({ name, html }) => {
        // Caught for each: another page may be on its way into the pack.
        const bytes = await printer.print(html, { instant: first.facts.generatedAt }).catch(asPdfError);
        if (bytes instanceof PdfError) return bytes;
        await pack.write(name, bytes);
        progress.count((done += 1), pages.length);
        return name;
      });
      reports.push(...printed.filter((one) => typeof one === 'string'));
      const failure = printed.find((one) => one instanceof PdfError);
      if (failure !== undefined) throw failure;
    } finally {
      await printer.close();
    }
    progress.done(reports.join(', '));
    return { reports, problem: null };
  } catch (error) {
    if (!(error instanceof PdfError)) throw error;
    progress.warn(error.message);
    progress.done(reports.join(', '));
    return { reports, problem: error.message };
  }
}

function asPdfError(error: unknown): PdfError {
  if (error instanceof PdfError) return error;
  throw error;
}
