import type { Detection } from '../detect/detection.ts';
import { isDay } from '../market/calendar.ts';
import { METRICS } from '../market/metrics/index.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import { mergeCopies } from './copies.ts';
import { sizeFamilyOfGroup } from './families.ts';
import type { Claim, Directory, EvidenceStore } from './finding.ts';
import { judgeClaim } from './judge.ts';
import type { Parties } from './judge.ts';
import type { JudgeContext } from './judgement.ts';
import type { PageReport } from './report.ts';
import { resolve } from './resolve.ts';
import { tickerSummaries } from './tickers.ts';

export interface CheckOptions {
  readonly directory: Directory;
  /** Loaded for what `evidenceKeys` asked for. */
  readonly evidence: EvidenceStore;
  /** `YYYY-MM-DD`, or null when the page has no date. */
  readonly published: string | null;
  readonly title: string | null;
  /** Address of the page; left out for text that came from none. */
  readonly url?: string | null;
  /** The day the reader reads: there is no clock in here. */
  readonly today: string;
  readonly metrics?: readonly MetricSpec[];
}

/** From what was read to what is said about it: who is meant, what the data say, copies once, tickers. Pure. */
export function checkArticle(detection: Detection, options: CheckOptions): PageReport {
  const { directory, evidence, title, url = null, today, metrics = METRICS } = options;
  // What a page calls its date is anybody's text; a day that is none would stop the calendar.
  const published = options.published !== null && isDay(options.published) ? options.published : null;
  const { mentions, claims } = resolve(detection, directory, metrics);
  const context: JudgeContext = { directory, evidence, metrics, published, today };
  const findings = claims.map((claim) => judgeClaim(withDays(claim), partiesOf(claim, detection), contextOf(claim, context)));
  const merged = mergeCopies(findings);
  return {
    title,
    url,
    published,
    today,
    dataEnd: evidence.dataEnd,
    findings: merged,
    tickers: tickerSummaries(mentions, merged, context),
    words: detection.words,
  };
}

/** What an entry says, it says on its own day. */
function contextOf({ entryDay }: Claim, context: JudgeContext): JudgeContext {
  return entryDay !== null && isDay(entryDay) ? { ...context, published: entryDay } : context;
}

function withDays(claim: Claim): Claim {
  const { statedDate } = claim;
  const isDated = statedDate === null || (isDay(statedDate.from) && isDay(statedDate.to) && statedDate.from <= statedDate.to);
  return isDated ? claim : { ...claim, statedDate: null };
}

/** Whether the text names an index or only a size of company. */
function partiesOf(claim: Claim, detection: Detection): Parties {
  return {
    subjectFamily: sizeFamilyOfGroup(claim.group),
    benchmarkFamily: sizeFamilyOfGroup(claim.benchmarkGroup),
    isNamed: (detection.claims[claim.id]?.subjects.length ?? 0) > 0,
  };
}
