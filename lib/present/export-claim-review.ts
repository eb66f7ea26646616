import type { Finding, Verdict } from '../check/finding.ts';
import type { PageReport } from '../check/report.ts';
import { ENGLISH, type Language } from './language.ts';
import { passageLink } from './quote-selector.ts';
import { noteSentences, reasonSentence } from './reasons.ts';
import { verdictName } from './summary.ts';
import { isWebAddress } from './web-address.ts';

/** Rating on a scale from 1 (wrong) to 5 (right). What cannot be checked has words and no number. */
const RATING: Record<Verdict, number | null> = {
  supported: 5,
  'definition-dependent': 3,
  outdated: 3,
  contradicted: 1,
  unverifiable: null,
};

/** One `ClaimReview` of schema.org, as far as it is used here. */
export interface ClaimReview {
  readonly '@type': 'ClaimReview';
  readonly claimReviewed: string;
  readonly datePublished: string;
  readonly author: { readonly '@type': 'Organization'; readonly name: string };
  readonly reviewBody: string;
  readonly reviewRating: {
    readonly '@type': 'Rating';
    readonly alternateName: string;
    readonly ratingValue?: number;
    readonly bestRating?: number;
    readonly worstRating?: number;
  };
  readonly itemReviewed: {
    readonly '@type': 'Claim';
    readonly datePublished?: string;
    readonly appearance: { readonly '@type': 'Article'; readonly url?: string; readonly headline?: string; readonly datePublished?: string };
  };
  readonly citation: readonly { readonly '@type': 'CreativeWork'; readonly name: string; readonly url?: string }[];
}

export interface ClaimReviews {
  readonly '@context': 'https://schema.org';
  readonly '@graph': readonly ClaimReview[];
}

/** One review for each finding. See https://schema.org/ClaimReview. */
export function claimReviews(report: PageReport, language: Language = ENGLISH): ClaimReviews {
  return { '@context': 'https://schema.org', '@graph': report.findings.map((finding) => claimReview(finding, report, language)) };
}

function claimReview(finding: Finding, report: PageReport, language: Language): ClaimReview {
  const { claim, verdict } = finding;
  const rating = RATING[verdict];
  const dated = report.published === null ? {} : { datePublished: report.published };
  return {
    '@type': 'ClaimReview',
    claimReviewed: claim.quote,
    datePublished: report.today,
    author: { '@type': 'Organization', name: 'Tickmark' },
    reviewBody: [reasonSentence(finding, language), ...noteSentences(finding, language)].join(' '),
    reviewRating: {
      '@type': 'Rating',
      alternateName: verdictName(verdict, language),
      ...(rating === null ? {} : { ratingValue: rating, bestRating: 5, worstRating: 1 }),
    },
    itemReviewed: {
      '@type': 'Claim',
      ...dated,
      appearance: {
        '@type': 'Article',
        ...(report.url === null ? {} : { url: passageLink(report.url, claim) }),
        ...(report.title === null ? {} : { headline: report.title }),
        ...dated,
      },
    },
    citation: citations(finding),
  };
}

function citations(finding: Finding): ClaimReview['citation'] {
  const sources = new Map(finding.evidence.map(({ source }) => [`${source.title}|${source.url}`, source]));
  return [...sources.values()].map(({ title, url }) => ({
    '@type': 'CreativeWork',
    name: title,
    ...(isWebAddress(url) ? { url } : {}),
  }));
}

/** `claimReviews` as JSON-LD. */
export function claimReviewJson(report: PageReport, language: Language = ENGLISH): string {
  return `${JSON.stringify(claimReviews(report, language), null, 2)}\n`;
}
