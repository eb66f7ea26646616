/** One article, from its text to the cards: detection, the data it asks for, the verdicts, the words. */
import { checkArticle } from '../../lib/check/check-article.ts';
import { withoutCorrected } from '../../lib/check/corrections.ts';
import { placesOf } from '../../lib/check/places.ts';
import { listCorrections } from '../../lib/data/corrections.ts';
import type { Database } from '../../lib/data/database.ts';
import { loadMarket } from '../../lib/data/queries.ts';
import { detect } from '../../lib/detect/detect.ts';
import { limitDetection } from '../../lib/detect/limit.ts';
import type { CheckPageReply, CheckPageRequest } from '../../lib/messages/protocol.ts';
import { ENGLISH, type Language } from '../../lib/present/language.ts';
import { viewsOf } from '../../lib/present/page-views.ts';

/** Where the article stands. */
export interface PageAddress {
  /** For exports; null when it is not to be kept. */
  readonly url: string | null;
  /** For what the reader muted there. */
  readonly host: string | null;
}

/**
 * Answers one `checkPage`. The database is asked only when the article holds a mention or a claim.
 *
 * @param today the reader's day, `YYYY-MM-DD`
 * @param language of the cards
 * @throws {NoDataError} when the database is empty.
 */
export async function checkPage(
  database: Database,
  request: CheckPageRequest,
  { url, host }: PageAddress,
  today: string,
  language: Language = ENGLISH,
): Promise<CheckPageReply> {
  const { article, title, published } = request;
  const detection = limitDetection(detect({ ...article, published }));
  if (detection.mentions.length === 0 && detection.claims.length === 0) return { state: 'nothing-found' };
  const [market, corrections] = await Promise.all([loadMarket(database, detection), listCorrections(database)]);
  const whole = checkArticle(detection, { ...market, published, title, url, today });
  const spans = new Map(detection.mentions.map(({ id, span }) => [id, span]));
  const wordsOf = (mentionId: number): string => article.text.slice(spans.get(mentionId)?.start, spans.get(mentionId)?.end);
  const report = withoutCorrected(whole, wordsOf, corrections, host);
  return { state: 'checked', report, views: viewsOf(report, language), places: placesOf(detection) };
}
