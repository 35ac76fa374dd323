import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { productFolder } from '../pack/product-files.js';
import type { TemplateFiles } from '../report/templates.js';

/** Reads `templates/`: Handlebars files as text by their path inside the folder, fonts as base64 by file name. */
export async function readTemplateFiles(folder: string = productFolder('templates')): Promise<TemplateFiles> {
  const texts: Record<string, string> = {};
  for (const inside of ['', 'partials']) {
    for (const name of (await readdir(path.join(folder, inside))).filter((each) => each.endsWith('.hbs')).sort()) {
      texts[inside === '' ? name : `${inside}/${name}`] = await readFile(path.join(folder, inside, name), 'utf8');
    }
  }
  const fonts: Record<string, string> = {};
  for (const name of (await readdir(path.join(folder, 'fonts'))).filter((each) => each.endsWith('.woff2')).sort()) {
    fonts[name] = await readFile(path.join(folder, 'fonts', name), 'base64');
  }
  return { texts, fonts };
}

/** One of them, as text. */
export async function readTemplate(name: string, folder: string = productFolder('templates')): Promise<string> {
  return readFile(path.join(folder, name), 'utf8');
}
