import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/settings/amounts.ts
var UNITS = ["bytes", "KB", "MB", "GB", "TB", "PB"];
function size(bytes) {
  let [amount, power] = [bytes, 0];
  while (rounded(amount) >= 1e3 && power < UNITS.length - 1) [amount, power] = [amount / 1e3, power + 1];
  return `${rounded(amount)} ${bytes === 1 ? "byte" : UNITS[power]}`;
}
function rounded(amount) {
  return Number(amount.toFixed(amount >= 99.95 ? 0 : 1));
}
var LEAST_USD = 1e-4;
function usd(amount) {
  if (amount === 0) return "0 USD";
  if (amount < LEAST_USD) return `less than ${LEAST_USD} USD`;
  const fine = amount.toFixed(4);
  return `${Number(fine) < 0.1 ? fine : amount.toFixed(2)} USD`;
}

export {
  size,
  usd
};
