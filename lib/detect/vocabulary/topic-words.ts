/**
 * Words that tell what a text is about and how it is written, each counted once a page. Two words are one term when
 * they follow each other. What has a plain sense too ("stock", "options", "calls", "rally") weighs less than what has none.
 */

/** Said of securities and of nothing else. */
const SURE =
  'stocks|investors|shareholders|shareholder|stockholders|equities|dividend|dividends|premarket|nasdaq|nyse|etf|etfs|ipo|ipos|ebitda|buyback|buybacks|bullish|bearish|megacap|megacaps|selloff|wallstreetbets|stonks|stonk|hodl|tendies|bagholder|bagholders|leaps|underweight|hedgies|constituents|robinhood|marketcap|' +
  'hedge fund|hedge funds|short squeeze|short squeezes|gamma squeeze|gamma squeezes|short interest|short seller|short sellers|price target|price targets|stock market|share price|share prices|stock price|stock prices|stock option|stock options|market cap|market caps|market capitalization|market capitalisation|wall street|small caps|small cap|mid cap|large caps|large cap|' +
  'mega cap|blue chip|blue chips|bull market|bull run|bear market|call option|call options|put option|put options|option chain|options chain|fund manager|fund managers|asset manager|asset managers|expense ratio|total return|per share|shares of|its shares|their shares|shares in|shares rose|shares fell|shares were|shares are|after hours|stop loss|market value|' +
  'treasury yields|basis points|stock split|pre market|stock buyback|common stock|stock rose|stock fell|the stock|this stock|growth stocks|s&p 500|cost basis|options book|order book|best bid|limit order|limit orders|market order|market maker|market makers|level 2|opening bell|closing bell|penny stock|bid ask|trading volume|retail investors|earnings report|earnings call|quarterly earnings|quarterly profit|quarterly results';

/** Likely said of securities, and of other things too. */
const LIKELY =
  'stock|shares|options|calls|puts|trading|traders|trader|trades|profit|profits|revenue|revenues|quarterly|quarter|market|markets|fund|funds|price|prices|analyst|analysts|investor|investment|investments|invest|investing|rally|rallied|forecast|forecasts|billion|guidance|valuation|valuations|undervalued|overvalued|margins|portfolio|' +
  'bank|banks|sales|yield|yields|volatility|broker|brokers|brokerage|brokers|inflation|earnings|shorts|shorted|futures|overweight|upgraded|downgraded|outperform|outperformed|underperformed|ticker|tickers|holdings|bonds|bond|hedge|treasury|fed|eps|peg|ytd|outlook|upside|downside|gained|tumbled|surged|plunged|slid|jumped|' +
  'parabolic|resistance|crypto|reit|reits|index|long|short|bought|sold|otm|itm|iv|expiry|strike|dilution|float|shill|play';

/** Said of companies. */
const BUSINESS =
  'inc|corp|plc|ltd|company|companies|firm|firms|million|ceo|cfo|industry|carrier|carriers|airline|airlines|automaker|automakers|maker|makers|chipmaker|chipmakers|retailer|retailers|drugmaker|drugmakers|lender|lenders|giant|giants|deal|merger|mergers|acquisition|acquire|acquired|stake|stakes|employees|workers|layoffs|jobs|spokesman|spokeswoman|spokesperson|' +
  'regulators|antitrust|growth|producers|producer|suppliers|supplier|factory|plants|output|demand|economy|reuters|own|owns|owned|owner|partnership|subsidiary|headquarters|customers|consumers|restaurants|production|manufacturer|manufacturers|startup|startups|vehicles|vehicle|hotels|bookings|corporate|business|businesses|competitors|rivals|peers|' +
  'chief executive|chief financial|market share';

/** Said in forums: slang of the trade and of the net. What is merely informal weighs nothing. */
const FORUM =
  'yolo|yoloed|hodl|tendies|bagholder|bagholders|bag holder|bag holders|bag holding|bagholding|wsb|wallstreetbets|degen|degens|fellow regards|hello regards|you regards|autist|autists|retard|retards|retarded|apes|ape|hedgies|mooning|lambo|fomo|fud|dyor|nfa|ath|lol|lmao|wtf|imo|imho|tldr|tl|amirite|gonna|wanna|gotta|dude|bro|yall|ya|' +
  'shit|shitty|bullshit|fuck|fucking|fucked|fukd|ass|damn|crap|bullcrap|idiot|idiots|dumb|dumpster|pamp|theyve|whos|dont|cant|didnt|isnt|doesnt|wasnt|wont|thats|im|ive|youre|theyre|upvote|upvotes|downvote|downvoted|subreddit|redd|edit :|edit 2|dm me|dd :|this sub|anyone else|anyone noticing|time lurker|diamond hands|paper hands|smooth brain|smooth brained|wife \'s boyfriend|' +
  'bullish af|degenerate|gamble|gambling|kinda|lotta|nah|yeah|yep|lads|boys|mods|btw|fyi|afaik|iirc|tbh|smh|rn|af|rofl|haha|hahaha|bruh|dang|goddamn|cuz|coz|ur|thx|pls|plz';

export type TopicKind = 'sure' | 'likely' | 'business' | 'forum';

/** Terms by what they tell, parted by `|`; one or two words, in lower case. */
export const TOPIC_TERMS: readonly (readonly [TopicKind, string])[] = [['sure', SURE], ['likely', LIKELY], ['business', BUSINESS], ['forum', FORUM]];
