/**
 * Caps on what one message may hold, without zod so that the content script can keep to them before it sends.
 * The receiver refuses what is above them.
 */
import type { Detection, DraftClaim, Mention } from '../detect/detection.ts';

export const LIMITS = {
  mentions: 3_000,
  claims: 1_000,
  /** Characters of a mention, a symbol, a sector or a vendor. */
  name: 300,
  /** Characters of a quote or a sentence. */
  quote: 2_000,
  /** Characters of a page's title. */
  title: 1_000,
  /** Characters of a host name (RFC 1035). */
  host: 253,
  /** Mentions that one claim may have as candidates for its subject or benchmark. */
  candidates: 50,
  /** Words of one page; above it is a misreading. */
  words: 20_000_000,
} as const;

/**
 * The part of a detection that fits into one `checkPage`: the first mentions and claims in reading order, long texts
 * cut. References to mentions that were left out are dropped. Returns the same object when nothing has to go.
 */
export function fitToLimits(detection: Detection): Detection {
  const { mentions, claims } = detection;
  const fits =
    mentions.length <= LIMITS.mentions &&
    claims.length <= LIMITS.claims &&
    detection.articleSubjects.length <= LIMITS.candidates &&
    mentions.every(mentionFits) &&
    claims.every(claimFits);
  if (fits) return detection;
  const keptMentions = mentions.slice(0, LIMITS.mentions).map(cutMention);
  const kept = new Set(keptMentions.map((mention) => mention.id));
  return {
    ...detection,
    mentions: keptMentions,
    claims: claims.slice(0, LIMITS.claims).map((claim) => cutClaim(claim, kept)),
    articleSubjects: detection.articleSubjects.filter((id) => kept.has(id)).slice(0, LIMITS.candidates),
  };
}

function mentionFits(mention: Mention): boolean {
  return mention.text.length <= LIMITS.name && (mention.symbol?.length ?? 0) <= LIMITS.name;
}

function claimFits(claim: DraftClaim): boolean {
  return (
    claim.quote.length <= LIMITS.quote &&
    claim.sentence.length <= LIMITS.quote &&
    claim.subjects.length <= LIMITS.candidates &&
    claim.benchmarks.length <= LIMITS.candidates &&
    claim.componentMentions.length <= LIMITS.candidates &&
    (claim.vendor?.length ?? 0) <= LIMITS.name &&
    (claim.component?.length ?? 0) <= LIMITS.name
  );
}

function cutMention(mention: Mention): Mention {
  if (mentionFits(mention)) return mention;
  return {
    ...mention,
    text: mention.text.slice(0, LIMITS.name),
    symbol: mention.symbol?.slice(0, LIMITS.name) ?? null,
  };
}

function cutClaim(claim: DraftClaim, kept: ReadonlySet<number>): DraftClaim {
  const known = (ids: readonly number[]): readonly number[] =>
    ids.filter((id) => kept.has(id)).slice(0, LIMITS.candidates);
  return {
    ...claim,
    subjects: known(claim.subjects),
    benchmarks: known(claim.benchmarks),
    componentMentions: known(claim.componentMentions),
    component: claim.component?.slice(0, LIMITS.name) ?? null,
    vendor: claim.vendor?.slice(0, LIMITS.name) ?? null,
    quote: claim.quote.slice(0, LIMITS.quote),
    sentence: claim.sentence.slice(0, LIMITS.quote),
  };
}
