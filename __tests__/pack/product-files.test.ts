import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { existsSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { productFolder, productRoot, productVersion } from '../../src/pack/product-files.js';

describe('the product\'s own files', () => {
  let folder = '';
  beforeEach(async () => {
    folder = realpathSync(await mkdtemp(join(tmpdir(), 'product-')));
    await mkdir(join(folder, 'dist', 'node_modules', 'other'), { recursive: true });
    await writeFile(join(folder, 'package.json'), '{"name":"cloudtrail-evidence","version":"9.8.7"}');
    await writeFile(join(folder, 'dist', 'package.json'), '{"type":"module"}');
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('are found from src/', () => {
    expect(existsSync(join(productRoot(), 'src', 'pack', 'product-files.ts'))).toBe(true);
    expect(productFolder('queries')).toBe(join(productRoot(), 'queries'));
  });

  it('are found from the bundle, past packages of other names', () => {
    expect(productRoot(pathToFileURL(join(folder, 'dist', 'cli.js')).href)).toBe(folder);
  });

  it('have a version', () => {
    expect(productVersion()).toMatch(/^\d+\.\d+\.\d+/);
  });

  it('are missed with a sentence that says what to do', async () => {
    await writeFile(join(folder, 'package.json'), '{"name":"other"}');
    expect(() => productRoot(pathToFileURL(join(folder, 'dist', 'cli.js')).href)).toThrow("keep dist/ inside the product's folder");
  });
});
