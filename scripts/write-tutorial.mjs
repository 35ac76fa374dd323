/**
 * Tells the story of docs/tutorial.md once more and puts what came of it into the page: texts between its markers, pictures beside it.
 * Needs Chrome (CHROME_PATH, else /usr/bin/chromium), and pdftoppm and pdftotext (Debian: poppler-utils).
 */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import MarkdownIt from 'markdown-it';
import puppeteer from 'puppeteer';

const root = path.join(import.meta.dirname, '..');
const page = path.join(root, 'docs', 'tutorial.md');
const pictures = path.join(root, 'docs', 'tutorial');
const PIXELS_PER_INCH = 80;

/** Pages of reports, found by a text that stands on no other page before them, and what GitHub would show. */
const PAGES = {
  'august-register.png': ['august', 'soc2.pdf', 'Exceptions register'],
  'september-changes.png': ['september', 'soc2.pdf', 'Changes since the previous pack'],
  'september-register.png': ['september', 'soc2.pdf', 'Exceptions register'],
  'october-sign-off.png': ['october', 'soc2.pdf', 'Sign-off and review of the previous pack'],
};
const TEXTS = {
  'august-pull-request.png': ['august', 'pull-request.md'],
  'august-issue.png': ['august', 'issue-1.md'],
  'september-summary.png': ['september', 'summary.md'],
};

/** Near enough to GitHub's page to be recognised. */
const STYLE = `
  body { font: 15px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328; margin: 24px 32px; }
  h1 { font-size: 24px; font-weight: 400; border-bottom: 1px solid #d1d9e0; padding-bottom: 8px; } h2, h3 { font-weight: 600; margin: 20px 0 8px; }
  a { color: #0969da; text-decoration: none; } code { background: #818b981f; border-radius: 6px; padding: 2px 5px; font-size: 85%; }
  table { border-collapse: collapse; } th, td { border: 1px solid #d1d9e0; padding: 5px 12px; } tr:nth-child(2n) { background: #f6f8fa; } ul { padding-left: 26px; margin: 6px 0; }`;

const told = await mkdtemp(path.join(tmpdir(), 'tutorial-'));
try {
  tell();
  await mkdir(pictures, { recursive: true });
  for (const [picture, [month, report, heading]] of Object.entries(PAGES)) pageOf(path.join(told, month, report), heading, path.join(pictures, picture));
  await photograph();
  await fill();
} finally {
  await rm(told, { recursive: true, force: true });
}

function tell() {
  const { status } = spawnSync(process.execPath, ['--experimental-vm-modules', '--no-warnings', path.join('node_modules', 'jest', 'bin', 'jest.js'), '__tests__/story'], { cwd: root, stdio: 'inherit', env: { ...process.env, STORY_OUTPUT: told } });
  if (status !== 0) throw new Error('The story did not end as its test says; nothing was written.');
}

/** The last page whose text has the heading on a line of its own, after the table of contents, as a picture. */
function pageOf(pdf, heading, picture) {
  const pages = run('pdftotext', ['-layout', pdf, '-']).split('\f');
  const number = pages.findLastIndex((text) => text.split('\n').some((line) => new RegExp(`^\\s*[\\d.]+\\s+${heading}\\s*$`).test(line))) + 1;
  if (number === 0) throw new Error(`${pdf} has no page with the heading "${heading}".`);
  run('pdftoppm', ['-png', '-singlefile', '-r', String(PIXELS_PER_INCH), '-f', String(number), '-l', String(number), pdf, picture.replace(/\.png$/, '')]);
}

function run(program, args) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${program}: ${error?.message ?? stderr}`);
  return stdout;
}

/** Markdown as GitHub shows it, near enough to be recognised. */
async function photograph() {
  const markdown = new MarkdownIt({ html: true });
  const browser = await puppeteer.launch({ executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
  try {
    const tab = await browser.newPage();
    await tab.setViewport({ width: 860, height: 400, deviceScaleFactor: 1 });
    for (const [picture, file] of Object.entries(TEXTS)) {
      const text = (await readFile(path.join(told, ...file), 'utf8')).replaceAll('- [ ] ', '- ☐ ');
      await tab.setContent(`<style>${STYLE}</style>${markdown.render(text)}`);
      await tab.screenshot({ path: path.join(pictures, picture), fullPage: true });
    }
  } finally {
    await browser.close();
  }
}

/** `<!-- shown: commands/sample.txt -->` and the fenced text after it, up to `<!-- /shown -->`. */
async function fill() {
  const found = await readFile(page, 'utf8');
  const parts = [...found.matchAll(/<!-- shown: (\S+) -->\n[\s\S]*?<!-- \/shown -->/g)];
  let written = found;
  for (const [whole, file] of parts) {
    const text = (await readFile(path.join(told, file), 'utf8')).trimEnd();
    written = written.replace(whole, () => `<!-- shown: ${file} -->\n\`\`\`${/\.ya?ml$/.test(file) ? 'yaml' : 'text'}\n${text}\n\`\`\`\n<!-- /shown -->`);
  }
  await writeFile(page, written);
}
