import type { Instrument } from './instrument.ts';

/**
 * Names whose final 's is part of the name, as keys without the apostrophe. Everything else that ends in 's is read as
 * a possessive ("Apple's margins"): the apostrophe alone cannot tell the two apart, and symbol lists print these names
 * without one ("LOWES COMPANIES INC").
 */
const OWN_POSSESSIVE = new Set(
  (
    'albertsons arbys barrons bjs bojangles brinks campbells caseys chilis christies churchills dennys dicks dillards ' +
    'dominos friendlys hersheys johns kelloggs kohls lands levis lowes macys mcdonalds moodys nathans ollies peoples ' +
    'poors ruths sallys sams sothebys wendys zaxbys'
  ).split(' '),
);

const LETTERS_NFKD_LEAVES: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', œ: 'oe' };

/**
 * The key under which a company, fund or index name is looked up. Two spellings of one name have one key: lower case,
 * accents and Unicode punctuation folded, `&` as "and", apostrophes and a closing possessive 's dropped, dots inside
 * abbreviations dropped ("U.S." and "US", "Amazon.com" and "Amazoncom"), hyphens and other punctuation as a space, white
 * space folded. An empty string has no name in it.
 */
export function nameKey(text: string): string {
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[æøßłđœ]/g, (letter) => LETTERS_NFKD_LEAVES[letter] ?? letter)
    .replace(/[\u2018\u2019\u201b\u02bc\u2032`\u00b4]/g, "'")
    .replace(/&amp;|&/g, ' and ')
    .replace(/[.*!\u00ae\u2122\u2120]/g, '')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
  const words = folded.split(' ').map((word, at, all) => plainWord(word, at === all.length - 1));
  return words.filter((word) => word !== '').join(' ');
}

function plainWord(word: string, isLast: boolean): string {
  const joined = word.replaceAll("'", '');
  if (isLast && word.endsWith("'s") && !OWN_POSSESSIVE.has(joined)) return joined.slice(0, -1);
  return joined;
}

/** Endings that state the legal form or the class of share, as key words; the longest that matches goes first. */
const FORMS: readonly (readonly string[])[] = [
  'incorporated|inc|corporation|corp|company|co|cos|companies|cos inc|limited|ltd|plc|nv|sa|ag|se|ab|asa|oyj|spa|kgaa|llc|lp|llp|bv|na',
  'sab de cv|s a b de c v|s a|n v|a g|l p|and co|and company|pty ltd|co ltd',
  'common stock|common shares|ordinary shares|ordinary share|american depositary shares|american depositary receipt',
  'sponsored adr|unsponsored adr|adr|ads|class a|class b|class c|class d|cl a|cl b|cl c|series a|series b|series c',
  'class a common stock|class b common stock|class c capital stock|the|new|de',
]
  .flatMap((line) => line.split('|'))
  .map((form) => form.split(' '))
  .sort((a, b) => b.length - a.length);

/** Endings that belong to the name but that readers leave out where something distinctive remains. */
const LOOSE_ENDINGS = ['holdings', 'holding', 'group', 'trust', 'companies', 'international holdings'].map((form) =>
  form.split(' '),
);

/** Endings of fund names that readers leave out. */
const FUND_ENDINGS = ['etf trust', 'index fund', 'etf', 'fund', 'trust', 'shares', 'index', 'etf shares'].map((form) =>
  form.split(' '),
);

/** Words too general to name one company, alone or with each other ("American International", "First Financial"). */
const GENERAL = new Set(
  (
    'advanced advantage allied american america americas applied associated bank bancorp bancshares basic capital care ' +
    'central city commerce commercial common communications community consolidated credit data digital direct east ' +
    'eastern energy enterprise enterprises entertainment equity euro european federal financial first fund gas general ' +
    'global gold growth health home house in income independence independent industrial industries insurance ' +
    'international investment investors kinetic land life live management market markets media medical metals mid ' +
    'modern mutual national natural network new next north northern of oil one open pacific partners people power ' +
    'premier prime products public pure real realty regional republic resource resources retail royal science security ' +
    'service services silver site solutions south southern standard star state states strategic summit sun systems ' +
    'technologies technology the tool total trade trans travel tri trust union united universal urban us utilities ' +
    'value water west western white world'
  ).split(' '),
);

/**
 * Everyday English words and family names that are also names of listed companies, so that a capital letter alone says
 * nothing. Used to set `commonWord` for companies that arrive by a symbol list, and to keep derived one-word keys out of
 * the directory.
 */
const EVERYDAY = new Set(
  (
    'accelerate access accolade achieve action active acuity adapt advance affirm agenda agile air alarm align ' +
    'alkaline all allegiant alliance ally alpha alto amplify anchor angel annex answer apache apex apogee arch archer ' +
    'arena array artisan aspen aspire assembly atlas aurora avalon avenue aviat avid axis axon baker balance ' +
    'ball banner bark beacon beam bill bird black blend blink block bloom blue bond booking boot box bridge ' +
    'bright brink brown buckle build builders bumble cable cactus calm camp camping cannon canopy cardinal care ' +
    'carnival cars carter catalyst celestial certain champion chart charter chase chef choice chord cipher ' +
    'citizens civic clarity clean clear clearwater clover coach coffee coherent collegium comfort compass ' +
    'concentrix constellation construction cooper core corsair crane cross crown cruise crystal dave day delta ' +
    'deluxe denali diamond digital diligent dime discover discovery dole domino dover dow dragonfly dream dutch ' +
    'dynamics eagle east eastern edge edison element embark ember emerald empire enact encompass encore endeavor ' +
    'energizer ensign envision epic equitable era escalade essential eve everest evergreen evolve excelsior ' +
    'express extreme fair fairway falcon fathom ferguson figure first five flex flowers fluent focus forge ' +
    'forward fossil foundation fox franchise freedom fresh frontier fulcrum full fury gallagher gap gates genie ' +
    'genius gentle glacier globe grace graham granite graphite gray green grid grind ground guardian guess ' +
    'guidance gulf harbor harley harmonic harmony haven hawk hawkins heartland helix heritage hilltop hippo home ' +
    'honest hope horizon hub humble hunter icon ideal immersion impact imperial income independent infinite ' +
    'innovate inspire integral intuitive invitation iron jack jacobs jet johnson joint jones key kind kite lam ' +
    'lamb lantern lazy leader lear legacy lemonade lending liberty light lion liquid live loop lucid lumber ' +
    'marathon marine mark marker marsh mask match media mercury meridian merit meta metro miller mission model ' +
    'monarch monday monster morgan mosaic moving murphy nail nano natural nature navigator neon nerdy news noble ' +
    'nova now oak oil old on one open opera option oracle orange orchid organ origin outbrain outlook owl oxford ' +
    'pacer palace paramount park parsons path pathfinder patriot paycheck pearl peloton penguin perfect perform ' +
    'permian phoenix photon pilgrim pinnacle pioneer plains planet playboy plug polaris pool post power premier ' +
    'press pride primo principal pro progress progressive prospect prosperity provident prudential public pulse ' +
    'pure quest quiver radiant range ranger rapid realty red redwood regal regions relay reliance remark remedy ' +
    'repay republic resolute resources revolution rocket rogers root roper ross rover royal rumble rush ryder ' +
    'safe safety sage samsara scholastic science sea seaboard seal select semi sentinel service shell shift ' +
    'shore signet silk simply sinclair sky skyline slide smart smith snap snow solar solid sonic sound south ' +
    'southern spark spire spirit spring sprinkle sprout sprouts square standard star state stem sterling stitch ' +
    'stone stride strong summit sun sunrise super surge switch synergy tandem target teams tempest tempo ' +
    'terminal texture thunder tidewater tile tilt titan toast torrid tower trade transcend tribune trinity ' +
    'triumph trump trust turning twist two ultra under union unity universal upstart urban valley value vector ' +
    'velocity venture veritas vertex vertical via victory visa vision vista vita vital vivid volt vulcan wave ' +
    'weather weave webster williams wolf woodward world yellow yeti young zip zoom'
  ).split(' '),
);

/** True for a word that states the legal form: "Corp.", "Inc". */
export function isLegalForm(word: string): boolean {
  return FORMS.some((form) => form.length === 1 && form[0] === word);
}

/** True for words too general to name one company: no short form of "Bank of America" is "Bank". */
export function isGeneralWord(word: string): boolean {
  return GENERAL.has(word);
}

/** True when a one-word key is an everyday word or a family name, or too general or too short to name a company by itself. */
export function isEverydayKey(key: string): boolean {
  return key.length <= 2 || EVERYDAY.has(key) || GENERAL.has(key);
}

/**
 * Every key under which a reader may write this instrument: the name, its aliases, and the name without "The", class of
 * share and legal form; without Holdings, Group or Trust, too, where what remains is still distinctive. A derived key
 * that is a single everyday word is left out: such a name must be given as an alias, so that somebody decided it. So is
 * any single word that is left of a fund's name: it is what the fund holds ("Solana ETF"), not the fund.
 */
export function nameKeys(instrument: Instrument): readonly string[] {
  const given = [instrument.name, ...instrument.aliases].map(nameKey).filter((key) => key !== '');
  const derived = new Set<string>();
  const full = given[0];
  if (full !== undefined) {
    for (const key of shorterNames(full.split(' '), instrument.kind === 'fund')) derived.add(key);
  }
  const keys = new Set(given);
  for (const key of derived) {
    if (!key.includes(' ') && (instrument.kind === 'fund' || instrument.commonWord || isEverydayKey(key))) continue;
    keys.add(key);
  }
  // Funds of lists without names are called by their symbol ("USE fund"): the letters are a symbol, not a name.
  if (instrument.kind === 'fund' && instrument.symbol !== null) keys.delete(instrument.symbol.toLowerCase());
  return [...keys];
}

function shorterNames(words: readonly string[], isFund: boolean): readonly string[] {
  const found: string[] = [];
  let rest = words[0] === 'the' && words.length > 1 ? words.slice(1) : [...words];
  found.push(rest.join(' '));
  const endings = isFund ? [...FORMS, ...FUND_ENDINGS] : FORMS;
  rest = withoutEndings(rest, endings, found);
  if (!isFund) withoutEndings(rest, [...LOOSE_ENDINGS, ...FORMS], found);
  return found.filter((key) => isDistinctive(key.split(' ')));
}

/** Takes endings off one by one, noting each stage, until none matches. A name never loses its last word. */
function withoutEndings(words: readonly string[], endings: readonly (readonly string[])[], found: string[]): string[] {
  let rest = [...words];
  for (;;) {
    const ending = endings.find(
      (form) => form.length < rest.length && form.every((word, at) => rest[rest.length - form.length + at] === word),
    );
    if (ending === undefined) return rest;
    rest = rest.slice(0, rest.length - ending.length);
    if (rest.at(-1) === 'and' && rest.length > 1) rest = rest.slice(0, -1);
    found.push(rest.join(' '));
  }
}

/** Three general words together are a name ("Universal Health Services"); two are not ("First Financial"). */
function isDistinctive(words: readonly string[]): boolean {
  return words.length > 2 || words.some((word) => word.length > 1 && !GENERAL.has(word) && word !== 'and' && word !== 'of');
}

/**
 * A symbol in the form used everywhere inside: upper case, a dot before the class of share (`brk-b`, `BRK/B` → `BRK.B`),
 * without the market that Reuters appends (`FLR.N`, `AAPL.O`; no class of share in the United States is called N or O).
 * A symbol without a separator stays as it is: `BRKB` cannot be told from a four-letter symbol.
 */
export function canonicalSymbol(text: string): string {
  const symbol = text.trim().replace(/^\$/, '').toUpperCase();
  return symbol.replace(/\.(?:N|OQ?)$/, '').replace(/^([A-Z]{1,5})[-/]([A-Z])$/, '$1.$2');
}
