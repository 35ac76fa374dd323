import { hash } from 'node:crypto';

/** Numbers that look thrown and are the same on every machine: each name starts a row of its own (sfc32, seeded by SHA-256). */
export class Dice {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(name: string) {
    const seed = hash('sha256', name, 'buffer');
    this.a = seed.readInt32LE(0);
    this.b = seed.readInt32LE(4);
    this.c = seed.readInt32LE(8);
    this.d = seed.readInt32LE(12);
  }

  /** 32 bits. */
  bits(): number {
    const sum = (this.a + this.b + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum | 0;
    return sum >>> 0;
  }

  /** In [0, 1). */
  fraction(): number {
    return this.bits() / 4294967296;
  }

  /** A whole number in [0, below). */
  whole(below: number): number {
    return Math.floor(this.fraction() * below);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  uuid(): string {
    const word = (): string => this.bits().toString(16).padStart(8, '0');
    return asUuid(`${word()}${word()}${word()}${word()}`);
  }
}

export function sha256(content: string): string {
  return hash('sha256', content, 'hex');
}

/** The same UUID for the same name, whatever else is made. */
export function uuidOf(name: string): string {
  return asUuid(sha256(name));
}

/** Capitals and digits as in AWS's unique ids. */
export function capitalsOf(name: string, length: number): string {
  return spelled(name, length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
}

/** Letters and digits as in the names of log files. */
export function lettersOf(name: string, length: number): string {
  return spelled(name, length, 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789');
}

function spelled(name: string, length: number, alphabet: string): string {
  const bytes = hash('sha256', name, 'buffer');
  let text = '';
  for (let index = 0; index < length; index += 1) text += alphabet[(bytes[index] ?? 0) % alphabet.length];
  return text;
}

function asUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
