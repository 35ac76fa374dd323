import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);

// src/sources/delivery-window.ts
var HOUR_MS = 60 * 60 * 1e3;
var LEAD_IN_HOURS = 36;
var LATE_DELIVERY_HOURS = 24;
function deliveryWindow(period) {
  const first = Date.parse(period.start) - LEAD_IN_HOURS * HOUR_MS;
  const afterLast = Date.parse(period.end) + LATE_DELIVERY_HOURS * HOUR_MS;
  return { firstDay: dayOf(first), lastDay: dayOf(afterLast - 1) };
}
function isInWindow(file, window) {
  return file.deliveryDay === null || file.deliveryDay >= window.firstDay && file.deliveryDay <= window.lastDay;
}
function splitByWindow(files, window) {
  return {
    inside: files.filter((file) => isInWindow(file, window)),
    outside: files.filter((file) => !isInWindow(file, window)).map((file) => ({ file, outcome: { list: "outside-window" } }))
  };
}
function dayOf(time) {
  return new Date(time).toISOString().slice(0, 10);
}

export {
  LEAD_IN_HOURS,
  deliveryWindow,
  isInWindow,
  splitByWindow
};
