/** Amounts in words, the same wherever people read them: settings' limits, warnings, reports, the job summary. */

/** As AWS counts them: a GB is 1,000,000,000 bytes. */
const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** `0 bytes`, `1 byte`, `1.5 MB`, `10 MB`, `124 GB`: at most one decimal, none from a hundred on and none that is nought. */
export function size(bytes: number): string {
  let [amount, power] = [bytes, 0];
  // Told by what will be written: 999,950 bytes are 1 MB and not 1000 KB.
  while (rounded(amount) >= 1000 && power < UNITS.length - 1) [amount, power] = [amount / 1000, power + 1];
  return `${rounded(amount)} ${bytes === 1 ? 'byte' : UNITS[power]}`;
}

function rounded(amount: number): number {
  return Number(amount.toFixed(amount >= 99.95 ? 0 : 1));
}

/** The least amount that four decimals can write. */
const LEAST_USD = 0.0001;

/** `0 USD`, `0.0123 USD`, `0.25 USD`, `12.50 USD`: four decimals below ten cents, since a statement may cost 0.0001, two from there on. */
export function usd(amount: number): string {
  if (amount === 0) return '0 USD';
  if (amount < LEAST_USD) return `less than ${LEAST_USD} USD`;
  const fine = amount.toFixed(4);
  return `${Number(fine) < 0.1 ? fine : amount.toFixed(2)} USD`;
}
