/** Writes the generated parts of setup/: policies, from the list of calls the program makes, and the table. A test compares them with what stands there. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '..');

/** The TypeScript that renders the files, as one module that Node can import. */
async function renderers() {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'src', 'terminal', 'setup-files.ts')], bundle: true, platform: 'node', format: 'esm', write: false, logLevel: 'warning',
    banner: { js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);" },
  });
  // A file, since a module without one has nothing that require could start from.
  const file = path.join(root, 'node_modules', '.cache', `write-policy-${process.pid}.mjs`);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, outputFiles[0].contents);
  try {
    return await import(pathToFileURL(file).href);
  } finally {
    await rm(file);
  }
}

const { SETUP_FILES } = await renderers();
for (const [name, render] of Object.entries(SETUP_FILES)) {
  const place = path.join(root, name);
  const found = await readFile(place, 'utf8').catch(() => '');
  const written = render(found);
  if (written !== found) await writeFile(place, written);
  console.log(`${name}: ${written === found ? 'is current' : 'written'}`);
}
