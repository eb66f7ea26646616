/** Upper-case words that are not symbols unless the notation says so. */
export const ACRONYMS: ReadonlySet<string> = new Set(
  ('CEO CFO COO CTO IPO IPOS ETF ETFS GDP USA US UK EU UN AI ML EPS PE PEG PB PS ROE ROI EBITDA EBIT FCF YTD MTD QTD TTM NTM SEC FED FOMC CPI PPI PCE ' +
    'ISM PMI GAAP NYSE NASDAQ AMEX OTC CBOE FTSE DAX CAC TSX LSEG REIT REITS ADR ADRS NAV AUM USD EUR GBP JPY CNY FDIC IRS FTC DOJ FDA EPA EV EVS IT PC TV AM PM ET EST EDT PT ' +
    'GMT UTC CST Q1 Q2 Q3 Q4 FY H1 H2 CY YOY QOQ MOM WSJ CNBC BBC CNN NYC LA DC IRA IRAS HSA DRIP DCF CAGR CAPE ESG DEI KPI B2B SAAS API HR PR NFT BTC ETH XRP DOGE SOL USDT ' +
    'OK TBD TBA FAQ PDF HTML HTTP HTTPS URL WWW LLC INC CORP LTD PLC CO LP SA AG NV NBA NFL MLB NHL NCAA NATO OPEC WHO WTO IMF ECB BOE BOJ PBOC RBA NASA USDA CDC NIH HIV DNA RNA ' +
    'ALL AND ARE FOR NOT THE YOU CAN HAS HAD HER HIS OUT NEW OLD ONE TWO TOP BIG LOW HIGH BUY SELL HOLD LONG SHORT CALL PUT UP DOWN ON IN AT BY TO OF OR IF IS IT AN AS BE DO GO HE ME MY NO SO WE ' +
    'NOW WELL HOME SAFE KEY FIT EAT CAR FUN LIFE LOVE GOOD BEST REAL PLAY TRUE FAST NEXT OPEN FREE CASH COST TEAM WORK TECH DATA EDIT LINK MAIN SITE FILE NICE POST WHEN THEY THIS THAT WITH ' +
    'FROM HAVE MORE WILL YOUR WHAT JUST LIKE INTO OVER ONLY SOME THEM THAN THEN BACK ALSO MOST VERY AFTER SUCH MAKE EVEN HERE MUST HDMI USB LED LCD OLED GPU CPU RAM SSD DOW EOD ATH ATL DD YOLO FOMO ' +
    'IMO IMHO LOL WTF TLDR PSA AMA OP MM HF RH WSB TA FA EOW EOY IV OTM ITM ATM DTE NYFANG FANG FAANG WTI TIPS FX GOP MAGA ZIP PIN ID TSLAQ ' +
    'S&P M&A R&D P&L Q&A B C D E F G H I J K L M N O P Q R S T U V W X Y Z A').split(' '),
);

/** Capitalised words that open sentences or stand in titles and are no names by themselves. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  ('the a an and or but if in on at by to of for from with without as is are was were be been it its this that these those he she they we you i his her their our your my ' +
    'what which who why how when where while although though because since until after before during over under between among through across despite amid also even just only still yet ' +
    'however meanwhile moreover furthermore therefore thus instead indeed overall historically recently currently today yesterday tomorrow now then here there not no yes all any some many most more less few both each every either neither ' +
    'other another such same new old first second third last next one two three four five six seven eight nine ten ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun ' +
    'u s us uk eu american america united states europe european china chinese japan japanese germany german france french canada canadian india indian london paris tokyo seoul washington york california texas wall street ' +
    'fed federal reserve congress senate house treasury white president trump biden obama powell yellen ' +
    'stock stocks share shares index indexes indices fund funds etf etfs market markets investor investors trader traders analyst analysts company companies earnings revenue sales profit profits price prices ' +
    'dividend dividends yield yields return returns growth value valuation valuations sector sectors portfolio risk performance volatility inflation interest rate rates economy economic report quarter year years week month day ' +
    'small large mid cap caps mega big high higher low lower top bottom best worst total net gross average annual long short term note source sources according conclusion introduction summary overview update outlook ' +
    'energy financials industrials materials utilities healthcare technology tech consumer discretionary staples communication services real estate information ' +
    'read see click here subscribe sign photo image video getty reuters bloomberg cnbc morningstar factset lseg refinitiv barron forbes fool motley yahoo zacks seeking alpha ' +
    'ceo cfo chief executive officer chairman director strategist economist mr mrs ms dr ai ipo gdp cpi usd ytd eps p e vs versus etc co excluding including compared based given among buying selling holding investing trading ' +
    'only nearly almost about around roughly approximately more less over under up down off out another plus minus take consider add let look think remember ' +
    'excl neg incl yr approx holders owners members shareholders bitcoin ether ethereum dogecoin crypto gold silver oil crude brent copper').split(' '),
);

/** Words after a name or symbol, or before it, that make it a security. */
export const SECURITY_WORDS: ReadonlySet<string> = new Set(
  ('stock stocks share shares etf etfs fund funds index shareholders ticker tickers holdings holding equity equities investors calls puts call put options position positions inc corp plc ltd dividend dividends earnings ' +
    'valuation market-cap buy buying sell selling bought sold long short bullish bearish yolo shorts squeeze moon trades traded trading quotes').split(' '),
);

/** Exchanges as written before a colon, by operating MIC; two words are written as one. Source: ISO 10383. */
export const EXCHANGES: ReadonlyMap<string, string> = new Map(Object.entries({
  nasdaq: 'XNAS', nasdaqgs: 'XNAS', nasdaqgm: 'XNAS', nasdaqcm: 'XNAS', nasdaqgsm: 'XNAS', nasdaqgis: 'XNAS', nas: 'XNAS', nasd: 'XNAS', nyse: 'XNYS', nysearca: 'ARCX', nyseamerican: 'XASE', nyseamer: 'XASE', nysemkt: 'XASE', nyseamex: 'XASE', amex: 'XASE', arca: 'ARCX',
  cboe: 'BATS', cboebzx: 'BATS', bats: 'BATS', otc: 'OTCM', otcmkts: 'OTCM', otcmarkets: 'OTCM', otcqx: 'OTCM', otcqb: 'OTCM', otcpk: 'OTCM', otcpink: 'OTCM', otcbb: 'OTCM', asx: 'XASX', tsx: 'XTSE', tsxv: 'XTSX', lse: 'XLON', aim: 'XLON', cse: 'XCNQ', hkex: 'XHKG', sehk: 'XHKG', nse: 'XNSE', bse: 'XBOM', sgx: 'XSES', jse: 'XJSE', fra: 'XFRA', etr: 'XETR', xetra: 'XETR', epa: 'XPAR', tyo: 'XTKS', tse: 'XTKS', krx: 'XKRX',
}));

/** Exchanges of the United States: symbols of others are not in the directory, whatever trades under their letters there. */
export const HOME_EXCHANGES: ReadonlySet<string> = new Set(['XNAS', 'XNYS', 'ARCX', 'XASE', 'BATS', 'OTCM']);

/** Foreign indices and markets, coins and rates: they take figures but are not in the directory, so a figure of theirs must not pass to someone else. */
export const OUTSIDE: ReadonlySet<string> = new Set(
  ('dax ftse cac nikkei stoxx kospi hang seng sensex nifty tsx ibex topix msci bovespa shanghai shenzhen csi asx eafe euro bitcoin btc ether ethereum eth dogecoin doge xrp solana crypto gold silver oil crude brent wti copper ' +
    'treasury treasuries bond bonds yen dollar euro pound yuan payrolls unemployment jobless inflation cpi gdp wages exports imports rent rents turnout').split(' '),
);

/** Publishers of market figures, by the word that stands for them. Named as a source, they are not whom a figure is about. */
export const VENDORS: ReadonlySet<string> = new Set('apollo ishares vanguard factset bloomberg lseg refinitiv goldman jpmorgan morningstar blackrock wsj birinyi yardeni shiller ssga fidelity invesco'.split(' '));
