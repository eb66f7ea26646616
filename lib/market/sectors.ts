/** GICS sectors with the names under which articles write them. Source: MSCI and S&P, GICS structure of March 2023. */
export const SECTORS: readonly { readonly name: string; readonly aliases: readonly string[] }[] = [
  { name: 'Industrials', aliases: ['industrials', 'industrial', 'industrial stocks', 'industrial companies', 'industrial sector'] },
  { name: 'Financials', aliases: ['financials', 'financial', 'financial services', 'financial stocks', 'finance', 'banks, insurers and the like'] },
  { name: 'Health Care', aliases: ['health care', 'healthcare', 'health'] },
  { name: 'Technology', aliases: ['technology', 'tech', 'information technology', 'infotech', 'it', 'technology stocks', 'tech stocks'] },
  { name: 'Consumer Discretionary', aliases: ['consumer discretionary', 'discretionary', 'consumer cyclical', 'consumer cyclicals'] },
  { name: 'Consumer Staples', aliases: ['consumer staples', 'staples', 'consumer defensive'] },
  { name: 'Energy', aliases: ['energy', 'energy stocks', 'oil and gas'] },
  { name: 'Materials', aliases: ['materials', 'basic materials'] },
  { name: 'Real Estate', aliases: ['real estate', 'reits'] },
  { name: 'Utilities', aliases: ['utilities', 'utility', 'utility stocks'] },
  { name: 'Communication Services', aliases: ['communication services', 'communications', 'communication', 'telecom', 'telecommunications', 'telecommunication services'] },
];

/** The name above for a sector as a file or a page writes it ("Information Technology", "Communication"); null for none. */
export function sectorNamed(text: string): string | null {
  const wanted = text.trim().toLowerCase();
  return SECTORS.find(({ name, aliases }) => name.toLowerCase() === wanted || aliases.includes(wanted))?.name ?? null;
}
