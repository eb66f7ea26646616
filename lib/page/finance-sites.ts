/**
 * Hosts on which Tickmark reads without being asked: sites whose pages are for a good part articles about stocks, funds
 * and indices. A name covers the host itself and all its subdomains. Other sites are read on request, or after the
 * reader has given the browser's own permission for them.
 */
export const FINANCE_HOSTS: readonly string[] = [
  '247wallst.com',
  'advisorperspectives.com',
  'apnews.com',
  'axios.com',
  'barchart.com',
  'barrons.com',
  'benzinga.com',
  'bloomberg.com',
  'businessinsider.com',
  'businesswire.com',
  'chartmill.com',
  'cityam.com',
  'cnbc.com',
  'dividend.com',
  'economist.com',
  'economictimes.indiatimes.com',
  'etf.com',
  'etfdb.com',
  'etftrends.com',
  'fidelity.com',
  'financialpost.com',
  'finance.yahoo.com',
  'finviz.com',
  'fintechzoom.com',
  'fool.co.uk',
  'fool.com',
  'forbes.com',
  'fortune.com',
  'foxbusiness.com',
  'ft.com',
  'fxstreet.com',
  'gate.com',
  'globenewswire.com',
  'gurufocus.com',
  'hl.co.uk',
  'insidermonkey.com',
  'investing.com',
  'investopedia.com',
  'investors.com',
  'ishares.com',
  'kiplinger.com',
  'lseg.com',
  'macrotrends.net',
  'marketbeat.com',
  'markets.businessinsider.com',
  'marketscreener.com',
  'marketwatch.com',
  'moneyweek.com',
  'money.com',
  'money.usnews.com',
  'morningstar.com',
  'moomoo.com',
  'msci.com',
  'msn.com',
  'multpl.com',
  'nasdaq.com',
  'nerdwallet.com',
  'prnewswire.com',
  'qz.com',
  'realvision.com',
  'reuters.com',
  'schwab.com',
  'seekingalpha.com',
  'simplywall.st',
  'spglobal.com',
  'stockanalysis.com',
  'stocktwits.com',
  'talkmarkets.com',
  'thestreet.com',
  'tipranks.com',
  'tradingview.com',
  'valuewalk.com',
  'vaneck.com',
  'vanguard.com',
  'wisdomtree.com',
  'wsj.com',
  'ycharts.com',
  'zacks.com',
];

/**
 * The same list as extension match patterns, over HTTPS and over plain HTTP: `*://*.gate.com/*` matches gate.com itself
 * and every subdomain.
 */
export const FINANCE_SITES: readonly string[] = FINANCE_HOSTS.map((host) => `*://*.${host}/*`);

/** Whether a host name is one of the list or a subdomain of one. */
export function isFinanceHost(hostname: string): boolean {
  const name = hostname.toLowerCase();
  return FINANCE_HOSTS.some((host) => name === host || name.endsWith(`.${host}`));
}
