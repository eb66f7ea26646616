import type { Graph } from 'schema-dts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Verdict } from '../../../lib/check/finding.ts';
import { annotationJson, annotationPage } from '../../../lib/present/export-annotations.ts';
import { claimReviewJson, claimReviews } from '../../../lib/present/export-claim-review.ts';
import { passageLink, quoteSelector } from '../../../lib/present/quote-selector.ts';
import { makeClaim, makeEvidence, makeFinding, makeReport } from '../../support/fixtures.ts';

/**
 * The shapes as they are published, written down from there and not from our code: the Web Annotation Data Model
 * (https://www.w3.org/TR/annotation-model/, sections 3.1 to 3.3, 4.2.4) and Google's requirements for `ClaimReview`
 * (claimReviewed, reviewRating and url of what is reviewed). schema.org's own types come with `schema-dts`.
 */
const iri = z.string().regex(/^(?:https?:\/\/[^\s<>"]+|about:blank)$/);
const dateTime = z.iso.datetime();
const textualBody = z.strictObject({
  type: z.literal('TextualBody'),
  value: z.string().min(1),
  purpose: z.enum(['assessing', 'tagging']),
  format: z.literal('text/plain'),
  language: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/),
});
const annotationShape = z.strictObject({
  '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
  type: z.literal('AnnotationPage'),
  items: z.array(
    z.strictObject({
      type: z.literal('Annotation'),
      motivation: z.literal('assessing'),
      created: dateTime,
      generator: z.strictObject({ type: z.literal('Software'), name: z.string().min(1) }),
      body: z.array(textualBody).min(1),
      target: z.strictObject({
        source: iri,
        selector: z.strictObject({
          type: z.literal('TextQuoteSelector'),
          exact: z.string().min(1),
          prefix: z.string().min(1).optional(),
          suffix: z.string().min(1).optional(),
        }),
      }),
    }),
  ),
});
const day = z.iso.date();
const claimReviewShape = z.looseObject({
  '@type': z.literal('ClaimReview'),
  claimReviewed: z.string().min(1),
  datePublished: day,
  reviewRating: z.looseObject({
    '@type': z.literal('Rating'),
    alternateName: z.string().min(1),
    ratingValue: z.number().min(1).max(5).optional(),
  }),
  itemReviewed: z.looseObject({
    '@type': z.literal('Claim'),
    appearance: z.looseObject({ '@type': z.literal('Article'), url: iri.optional(), datePublished: day.optional() }),
  }),
});

const VERDICTS: readonly Verdict[] = ['supported', 'definition-dependent', 'outdated', 'contradicted', 'unverifiable'];

describe('a quote', () => {
  const claim = makeClaim({
    quote: 'P/E ratio of 17',
    sentence: 'In the first week of May the Russell 2000 traded at a P/E ratio of 17, said nobody in particular at all.',
  });

  it('is kept with the words around it', () => {
    expect(quoteSelector(claim)).toEqual({
      exact: 'P/E ratio of 17',
      prefix: 'ay the Russell 2000 traded at a ',
      suffix: ', said nobody in particular at a',
    });
    expect(quoteSelector({ ...claim, sentence: 'Something else.' })).toEqual({ exact: 'P/E ratio of 17', prefix: '', suffix: '' });
  });

  it('is linked to by a text directive with whole words beside it', () => {
    expect(passageLink('https://example.com/a?b=c#part', claim)).toBe(
      'https://example.com/a?b=c#:~:text=traded%20at%20a-,P%2FE%20ratio%20of%2017,-%2C%20said%20nobody',
    );
    const short = makeClaim({ quote: 'fell 3-4%', sentence: 'It fell 3-4%' });
    expect(passageLink('https://example.com/', short)).toBe('https://example.com/#:~:text=It-,fell%203%2D4%25');
  });
});

describe('reviews of claims', () => {
  it('are of the published shape, for every verdict', () => {
    const report = makeReport({ findings: VERDICTS.map((verdict) => makeFinding({ verdict })) });
    const reviews = claimReviews(report);
    // The compiler checks it against the types that schema.org publishes.
    const graph: Graph = reviews;
    expect(graph['@graph']).toHaveLength(VERDICTS.length);
    for (const review of reviews['@graph']) expect(claimReviewShape.parse(review)).toEqual(review);
    expect(reviews['@graph'].map(({ reviewRating }) => reviewRating.ratingValue ?? null)).toEqual([5, 3, 3, 1, null]);
    expect(JSON.parse(claimReviewJson(report))).toEqual(reviews);
  });

  it('leave out what is not known', () => {
    const [review] = claimReviews(makeReport({ title: null, url: null, published: null, findings: [makeFinding()] }))['@graph'];
    expect(review?.itemReviewed).toEqual({ '@type': 'Claim', appearance: { '@type': 'Article' } });
  });

  it('cite each source once, and link only to the web', () => {
    const evil = makeEvidence({ source: { title: 'Evil', url: 'javascript:alert(1)' } });
    const [review] = claimReviews(makeReport({ findings: [makeFinding({ evidence: [makeEvidence(), makeEvidence(), evil] })] }))['@graph'];
    expect(review?.citation).toEqual([
      { '@type': 'CreativeWork', name: makeEvidence().source.title, url: makeEvidence().source.url },
      { '@type': 'CreativeWork', name: 'Evil' },
    ]);
  });
});

describe('annotations', () => {
  it('are of the published shape, for every verdict and for a text from nowhere', () => {
    for (const url of ['https://www.example.com/small-caps', null]) {
      const report = makeReport({ url, findings: VERDICTS.map((verdict) => makeFinding({ verdict })) });
      expect(annotationShape.parse(annotationPage(report))).toEqual(annotationPage(report));
      expect(JSON.parse(annotationJson(report))).toEqual(annotationPage(report));
    }
  });

  it('have no empty context', () => {
    const [item] = annotationPage(makeReport({ findings: [makeFinding({ claim: makeClaim({ quote: 'all of it', sentence: 'all of it' }) })] })).items;
    expect(item?.target.selector).toEqual({ type: 'TextQuoteSelector', exact: 'all of it' });
  });
});
