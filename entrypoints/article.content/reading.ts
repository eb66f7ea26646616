import type { PageReport } from '../../lib/check/report.ts';
import { detect } from '../../lib/detect/detect.ts';
import type { Detection } from '../../lib/detect/detection.ts';
import { fitToLimits, LIMITS } from '../../lib/messages/limits.ts';
import type { CheckPageRequest } from '../../lib/messages/protocol.ts';
import type { ShadowRootOf } from '../../lib/page/flows.ts';
import { readArticle, type PageReading } from '../../lib/page/read-article.ts';
import { giveWay, measured } from '../../lib/page/slices.ts';

/** The page as it was last read and checked. */
export interface CheckedPage {
  readonly reading: PageReading;
  readonly detection: Detection;
  readonly report: PageReport;
}

export type Outcome =
  | { readonly state: 'checked'; readonly page: CheckedPage }
  | { readonly state: 'not-article' | 'not-english' | 'nothing-found' };

export interface CheckOptions {
  readonly document: Document;
  readonly shadowRootOf: ShadowRootOf;
  readonly ask: (request: CheckPageRequest) => Promise<PageReport>;
  /** The last outcome of the same address: when what the page says is the same, nobody is asked again. */
  readonly before: CheckedPage | null;
  readonly signal: AbortSignal;
}

/** Reads the page, detects, and asks the worker when there is anything to ask about. */
export async function checkPage(options: CheckOptions): Promise<Outcome> {
  const { document, shadowRootOf, ask, before, signal } = options;
  const result = await readArticle(document, shadowRootOf, signal);
  if (result.state !== 'read') return { state: result.state };
  const { reading } = result;
  if (before !== null && before.reading.article.text === reading.article.text) {
    return { state: 'checked', page: { ...before, reading } };
  }
  await giveWay();
  signal.throwIfAborted();
  const detection = measured('detect', () => fitToLimits(detect(reading.article)));
  if (detection.claims.length === 0 && detection.mentions.length === 0) return { state: 'nothing-found' };
  if (before !== null && saysTheSame(before.detection, detection)) {
    return { state: 'checked', page: { reading, detection, report: before.report } };
  }
  const report = await ask({
    detection,
    title: reading.metadata.title?.slice(0, LIMITS.title) ?? null,
    published: reading.metadata.published,
    language: reading.metadata.language,
  });
  signal.throwIfAborted();
  return { state: 'checked', page: { reading, detection, report } };
}

/** Whether two detections differ in nothing but places: then the findings are the same. */
function saysTheSame(before: Detection, after: Detection): boolean {
  return withoutPlaces(before) === withoutPlaces(after);
}

const PLACES: ReadonlySet<string> = new Set(['span', 'valueSpan', 'words']);

function withoutPlaces(detection: Detection): string {
  return JSON.stringify(detection, (key, value: unknown) => (PLACES.has(key) ? undefined : value));
}
