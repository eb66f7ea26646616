import { expect, it } from 'vitest';
import { isEnglish } from '../../../lib/page/language.ts';

const ENGLISH =
  'The Russell 2000 was supposed to be the darling of bull markets. After all, small-cap companies pack more volatility and upside ' +
  'potential than their mega-cap counterparts. Yet since 2023 began, the fund has only climbed 19%, and it was outpaced by the S&P 500.';
const GERMAN =
  'Der Russell 2000 sollte der Liebling der Hausse werden. Schließlich bieten kleine Unternehmen mehr Schwankung und mehr Chancen als ' +
  'die großen. Seit Anfang 2023 ist der Fonds jedoch nur um 19 Prozent gestiegen, während der S&P 500 weit stärker zugelegt hat und alle überholte.';
const DUTCH =
  'De Russell 2000 zou de lieveling van de stijgende markt worden. Kleine bedrijven bieden immers meer beweging en meer kansen dan de ' +
  'grote. Sinds begin 2023 is het fonds echter met slechts 19 procent gestegen, terwijl de S&P 500 veel sterker is gestegen en hem inhaalde.';
const HOLDINGS = 'Apple 7.1% Microsoft 6.4% Nvidia 6.0% Amazon 3.9% Meta 2.8% Alphabet 2.2% Broadcom 1.9% Tesla 1.7% Berkshire 1.6% '.repeat(6);

it.each<[string, string, string | null, boolean]>([
  ['English, stated', ENGLISH, 'en-US', true],
  ['English, not stated', ENGLISH, null, true],
  ['English under a wrong statement', ENGLISH.repeat(2), 'de', true],
  ['German, stated', GERMAN, 'de', false],
  ['German under a template’s "en"', GERMAN, 'en', false],
  ['Dutch, not stated', DUTCH, null, false],
  ['a few words follow the statement', 'P/E 17.4', 'en', true],
  ['and are not English where the page says so', 'KGV 17,4', 'de', false],
  ['a list of names follows the statement', HOLDINGS, 'en', true],
  ['and is not taken for English without one', HOLDINGS, null, false],
  ['Chinese under a template’s "en"', '罗素两千 指数 市盈率 今年 上涨 小盘股 '.repeat(12), 'en', false],
])('%s', (_, text, declared, english) => {
  expect(isEnglish(text, declared)).toBe(english);
});
