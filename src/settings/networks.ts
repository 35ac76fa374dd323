import { isIP } from 'node:net';

/** What is wrong with an address range in CIDR form; null for a good one. Bits after the prefix must be zero: else something else was meant. */
export function networkFault(value: string): string | null {
  const range = rangeOf(value);
  return typeof range === 'string' ? range : null;
}

/**
 * First and last address of a range, as texts that compare as the addresses do: IPv4 as twelve decimal digits (`198051100007`), IPv6 as
 * 32 hexadecimal digits. Queries write the address of an event the same way (docs/writing-queries.md).
 */
export function addressRange(network: string): { readonly first: string; readonly last: string } {
  const range = rangeOf(network);
  if (typeof range === 'string') throw new Error(`${network} ${range}`);
  return range;
}

const FORM = 'must be a network in CIDR form, such as 198.51.100.0/24 or 2001:db8::/32';

function rangeOf(network: string): { readonly first: string; readonly last: string } | string {
  const [address = '', length, ...rest] = network.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0 || length === undefined || !/^(?:0|[1-9]\d{0,2})$/.test(length) || address.includes('%')) return FORM;
  const bits = version === 4 ? 32 : 128;
  if (Number(length) > bits) return FORM;
  const value = version === 4 ? numberOf(address.split('.'), 10, 8n) : numberOf(groupsOf(address), 16, 16n);
  const size = 1n << BigInt(bits - Number(length));
  if (value % size !== 0n) return `is no network: it has bits after the first ${length}; write the first address of the range, or /${bits} for one address`;
  const write = version === 4 ? writtenV4 : writtenV6;
  return { first: write(value), last: write(value + size - 1n) };
}

function numberOf(groups: readonly string[], base: 10 | 16, width: bigint): bigint {
  return groups.reduce((sum, group) => (sum << width) + BigInt(Number.parseInt(group, base)), 0n);
}

/** The eight groups of an IPv6 address, `::` and a dotted end written out. */
function groupsOf(address: string): readonly string[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const whole = dotted === null ? address : `${dotted[1] ?? ''}${pair(dotted[2], dotted[3])}:${pair(dotted[4], dotted[5])}`;
  const [before = '', after] = whole.split('::');
  const [left, right] = [before, after ?? ''].map((part) => (part === '' ? [] : part.split(':'))) as [string[], string[]];
  return after === undefined ? left : [...left, ...Array.from({ length: 8 - left.length - right.length }, () => '0'), ...right];
}

function pair(high: string | undefined, low: string | undefined): string {
  return ((Number(high) << 8) + Number(low)).toString(16);
}

function writtenV4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n).padStart(3, '0')).join('');
}

function writtenV6(value: bigint): string {
  return value.toString(16).padStart(32, '0');
}
