import { textOf } from './body.ts';
import { rawJson } from './json.ts';
import { companiesPart, companyTickers, SEC_TERMS } from './sec-symbols.ts';
import type { SourceSpec } from './source.ts';

/** `company_tickers.json`: the same companies as `sec-symbols` without their exchanges, for when that file fails. */
export const SEC_TICKERS: SourceSpec = {
  id: 'sec-tickers',
  group: 'sec',
  title: 'SEC company symbols, short list',
  gives: 'Finds the company behind about 10,000 stock symbols, without the exchange, when the longer list cannot be read.',
  terms: SEC_TERMS,
  hosts: ['https://www.sec.gov/*'],
  access: 'required',
  schedule: { every: 'week', notBefore: '08:00' },
  fallback: null,
  requests: () => [{ key: 'companies', url: 'https://www.sec.gov/files/company_tickers.json', maxBytes: 8_000_000 }],
  async parse(body, _request, context) {
    const file = 'company_tickers.json';
    const json = rawJson(file, textOf(file, body));
    await context.pause();
    return companiesPart(companyTickers(file, json), context);
  },
};
