import type { Finding } from '../check/finding.ts';
import type { PageReport } from '../check/report.ts';
import { ENGLISH, type Language } from './language.ts';
import { quoteSelector } from './quote-selector.ts';
import { noteSentences, reasonSentence } from './reasons.ts';
import { verdictName } from './summary.ts';

/** One annotation of the W3C Web Annotation Data Model (Recommendation of 23 February 2017), as far as it is used here. */
export interface Annotation {
  readonly type: 'Annotation';
  readonly motivation: 'assessing';
  /** `xsd:dateTime`: the beginning of the day of reading, as no time of day is kept. */
  readonly created: string;
  readonly generator: { readonly type: 'Software'; readonly name: string };
  readonly body: readonly {
    readonly type: 'TextualBody';
    readonly purpose: 'assessing' | 'tagging';
    readonly format: 'text/plain';
    readonly language: string;
    readonly value: string;
  }[];
  readonly target: {
    readonly source: string;
    readonly selector: {
      readonly type: 'TextQuoteSelector';
      readonly exact: string;
      readonly prefix?: string;
      readonly suffix?: string;
    };
  };
}

export interface AnnotationPage {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly type: 'AnnotationPage';
  readonly items: readonly Annotation[];
}

/** What an annotation must have as its target and a text from nowhere lacks. */
const NO_SOURCE = 'about:blank';

/** One annotation for each finding: its verdict as a tag, its reason as an assessment, the quote as the target. */
export function annotationPage(report: PageReport, language: Language = ENGLISH): AnnotationPage {
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: report.findings.map((finding) => annotation(finding, report, language)),
  };
}

function annotation(finding: Finding, report: PageReport, language: Language): Annotation {
  const { exact, prefix, suffix } = quoteSelector(finding.claim);
  const text = { type: 'TextualBody', format: 'text/plain', language: language.tag } as const;
  return {
    type: 'Annotation',
    motivation: 'assessing',
    created: `${report.today}T00:00:00Z`,
    generator: { type: 'Software', name: 'Tickmark' },
    body: [
      { ...text, purpose: 'tagging', value: verdictName(finding.verdict, language) },
      { ...text, purpose: 'assessing', value: [reasonSentence(finding, language), ...noteSentences(finding, language)].join(' ') },
    ],
    target: {
      source: report.url ?? NO_SOURCE,
      selector: {
        type: 'TextQuoteSelector',
        exact,
        ...(prefix === '' ? {} : { prefix }),
        ...(suffix === '' ? {} : { suffix }),
      },
    },
  };
}

/** `annotationPage` as JSON-LD. */
export function annotationJson(report: PageReport, language: Language = ENGLISH): string {
  return `${JSON.stringify(annotationPage(report, language), null, 2)}\n`;
}
