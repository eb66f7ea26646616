/** One article, from its text to the cards: detection, the data it asks for, the verdicts, the words. */
import { checkArticle } from '../../lib/check/check-article.ts';
import { placesOf } from '../../lib/check/places.ts';
import type { Database } from '../../lib/data/database.ts';
import { loadMarket } from '../../lib/data/queries.ts';
import { detect } from '../../lib/detect/detect.ts';
import { limitDetection } from '../../lib/detect/limit.ts';
import type { CheckPageReply, CheckPageRequest } from '../../lib/messages/protocol.ts';
import { viewsOf } from '../../lib/present/page-views.ts';

/**
 * Answers one `checkPage`. The database is asked only when the article holds a mention or a claim.
 *
 * @param url address of the page, for exports; null when it is not to be kept
 * @param today the reader's day, `YYYY-MM-DD`
 * @throws {NoDataError} when the database is empty.
 */
export async function checkPage(database: Database, request: CheckPageRequest, url: string | null, today: string): Promise<CheckPageReply> {
  const { article, title, published } = request;
  const detection = limitDetection(detect({ ...article, published }));
  if (detection.mentions.length === 0 && detection.claims.length === 0) return { state: 'nothing-found' };
  const market = await loadMarket(database, detection);
  const report = checkArticle(detection, { ...market, published, title, url, today });
  return { state: 'checked', report, views: viewsOf(report), places: placesOf(detection) };
}
