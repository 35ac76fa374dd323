import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PRODUCT = 'cloudtrail-evidence';

/** Folders the product reads at run time; they lie beside package.json, not in the bundle. */
export type ProductFolder = 'queries' | 'frameworks' | 'templates' | 'schemas' | '__tests__/cases';

/** The folder of the product's package.json, whether this code runs from src/ or from dist/. */
export function productRoot(from: string = import.meta.url): string {
  for (let folder = dirname(fileURLToPath(from)); ; folder = dirname(folder)) {
    if (packageOf(folder)?.name === PRODUCT) return folder;
    if (folder === dirname(folder)) {
      throw new Error(`No package.json of ${PRODUCT} above ${fileURLToPath(from)}: keep dist/ inside the product's folder, beside queries/ and frameworks/.`);
    }
  }
}

export function productFolder(name: ProductFolder): string {
  return join(productRoot(), name);
}

export function productVersion(): string {
  return packageOf(productRoot())?.version ?? 'unknown';
}

function packageOf(folder: string): { readonly name?: string; readonly version?: string } | null {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { name?: string; version?: string }) : null;
}
