import { describe, expect, it } from '@jest/globals';
import { samePerson } from '../../src/evidence/sign-off.js';

describe('two texts name one person', () => {
  it.each([
    ['Dana Weiss', 'Dana Weiss'],
    ['Dana Weiss', 'dana  weiss '],
    ['Dana Weiss, Platform Security', 'Dana Weiss'],
    ['Dana Weiss, Platform Security', 'Dana Weiss (Head of Platform)'],
    ['Dana Weiss <dana@shop.example>', 'Dana Weiss'],
    ['Dana Weiss (@dweiss)', 'dweiss'],
    ['@dweiss', 'DWeiss'],
    ['Ｄana Weiss', 'Dana Weiss'],
  ])('%s and %s', (a, b) => {
    expect([samePerson(a, b), samePerson(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['Dana Weiss', 'Lee Park'],
    ['Dana Weiss, Platform', 'Lee Park, Platform'],
    ['Dana Weiss <dana@shop.example>', 'shop'],
    ['Dana Weiss', 'Dana'],
    [', Platform', ', Platform Security'],
    ['', ''],
    [' ', '@'],
    [null, null],
    ['Dana Weiss', null],
  ])('not %s and %s', (a, b) => {
    expect([samePerson(a, b), samePerson(b, a)]).toEqual([false, false]);
  });
});
