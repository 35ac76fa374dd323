import { describe, expect, it } from '@jest/globals';
import { size, usd } from '../../src/settings/amounts.js';

describe('amounts in words', () => {
  it.each([
    [0, '0 bytes'], [1, '1 byte'], [2, '2 bytes'], [999, '999 bytes'],
    [1_000, '1 KB'], [1_049, '1 KB'], [1_500, '1.5 KB'], [99_949, '99.9 KB'], [99_950, '100 KB'], [123_456, '123 KB'], [999_499, '999 KB'],
    // Not "1000 KB".
    [999_500, '1 MB'], [999_949, '1 MB'], [999_950, '1 MB'], [1_000_000, '1 MB'], [1_500_000, '1.5 MB'],
    // What a statement is charged for at least.
    [10_000_000, '10 MB'], [11_000_000, '11 MB'], [123_456_789, '123 MB'], [999_950_000, '1 GB'],
    [2.5e9, '2.5 GB'], [1000e9, '1 TB'], [7.25e12, '7.3 TB'], [1e15, '1 PB'], [5e18, '5000 PB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(size(bytes)).toBe(words);
  });

  it.each([
    [0, '0 USD'], [0.000_01, 'less than 0.0001 USD'], [0.0001, '0.0001 USD'], [0.000_25, '0.0003 USD'], [0.099_94, '0.0999 USD'],
    // Not "0.1000 USD".
    [0.099_96, '0.10 USD'], [0.1, '0.10 USD'], [0.675, '0.68 USD'], [0.999, '1.00 USD'], [1, '1.00 USD'], [1.005, '1.00 USD'], [2.5, '2.50 USD'], [1234.567, '1234.57 USD'],
  ])('%d dollars are %s', (amount, words) => {
    expect(usd(amount)).toBe(words);
  });
});
