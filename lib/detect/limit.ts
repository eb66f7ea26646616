import type { Detection, DraftClaim, Mention } from './detection.ts';

/** More mentions or claims than any article holds; what is above them comes from a page that means harm, or a data dump. */
export const MAX_MENTIONS = 3_000;
export const MAX_CLAIMS = 1_000;
/** Characters of a claim's quote. A sentence without an end may be as long as the page. */
export const MAX_QUOTE = 2_000;
/** Characters of a mention, a component or a vendor. */
export const MAX_NAME = 300;
/** Mentions that one claim may have as candidates for its subject, and that may stand for the article. */
export const MAX_CANDIDATES = 50;

/**
 * The part of a detection that is worth checking: the first mentions and claims in reading order, long texts cut, so
 * that no page decides how much is looked up, judged, stored and sent back. References to mentions that were left out
 * are dropped.
 */
export function limitDetection(detection: Detection): Detection {
  return {
    ...detection,
    mentions: detection.mentions.slice(0, MAX_MENTIONS).map(cutMention),
    claims: detection.claims.slice(0, MAX_CLAIMS).map(cutClaim),
    articleSubjects: known(detection.articleSubjects),
  };
}

function cutMention(mention: Mention): Mention {
  return { ...mention, text: mention.text.slice(0, MAX_NAME), symbol: cut(mention.symbol) };
}

function cutClaim(claim: DraftClaim): DraftClaim {
  return {
    ...claim,
    subjects: known(claim.subjects),
    benchmarks: known(claim.benchmarks),
    componentMentions: known(claim.componentMentions),
    component: cut(claim.component),
    vendor: cut(claim.vendor),
    quote: claim.quote.slice(0, MAX_QUOTE),
  };
}

function cut(name: string | null): string | null {
  return name?.slice(0, MAX_NAME) ?? null;
}

/** A mention's id is its position, so those that stay are the ones below the cap. */
function known(ids: readonly number[]): readonly number[] {
  return ids.filter((id) => id < MAX_MENTIONS).slice(0, MAX_CANDIDATES);
}
