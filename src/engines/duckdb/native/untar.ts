const BLOCK = 512;
/** Fields of a header block (https://www.gnu.org/software/tar/manual/html_node/Standard.html): name, size in octal digits, kind. */
const NAME = [0, 100] as const;
const SIZE = [124, 136] as const;
const KIND = 156;
const REGULAR = ['0', '\0'];

export interface TarFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Regular files lying in a package's own folder, by their plain names; whatever else a tar may hold is passed over. */
export function packageFiles(tar: Buffer): readonly TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0; ) {
    const text = (from: number, to: number): string => tar.toString('latin1', at + from, at + to).replace(/\0.*$/s, '');
    const size = parseInt(text(...SIZE).trim(), 8);
    if (Number.isNaN(size) || at + BLOCK + size > tar.length) throw new Error('the package is cut short');
    const name = /^package\/([\w.-]+)$/.exec(text(...NAME))?.[1];
    const kind = String.fromCharCode(tar[at + KIND] ?? 0);
    if (name !== undefined && REGULAR.includes(kind)) files.push({ name, bytes: tar.subarray(at + BLOCK, at + BLOCK + size) });
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return files;
}
