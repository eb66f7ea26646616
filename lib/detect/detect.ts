/**
 * Detection: article text in, mentions and draft claims out. Pure, linear in the length of the text, and ignorant of
 * directories, data and dates other than the article's own.
 */
import { METRICS } from '../market/metrics/index.ts';
import type { MetricSpec } from '../market/metrics/spec.ts';
import type { ArticleText } from '../text/document.ts';
import type { Detection, Mention } from './detection.ts';
import { finishDraft, type Draft } from './drafts.ts';
import { labelClaims } from './labels.ts';
import { assemblePage, type Page } from './page.ts';
import { passagesOf } from './passages.ts';
import { proseClaims } from './prose.ts';
import { readBlock, spanOf, type BlockReading } from './reading.ts';
import { tableClaims } from './tables.ts';
import { topicOf } from './topic.ts';

/** Reads an article. `metrics` are the metrics to look for; by default all of them. */
export function detect(article: ArticleText, metrics: readonly MetricSpec[] = METRICS): Detection {
  const readings: BlockReading[] = [];
  let mentionCount = 0;
  let words = 0;
  for (const block of article.blocks) {
    for (const passage of passagesOf(article.text, block)) {
      const reading = readBlock(block, passage, readings.length, block.published ?? article.published, metrics, mentionCount);
      mentionCount += reading.mentions.length;
      for (const token of reading.tokens) if (token.kind !== 'punct') words += 1;
      readings.push(reading);
    }
  }
  const page = assemblePage(article, readings);
  const drafts = claimsOf(page).sort((a, b) => a.reading.starts[a.valueFrom]! - b.reading.starts[b.valueFrom]!);
  return {
    mentions: mentionsOf(article, page),
    claims: drafts.map((draft, id) => finishDraft(draft, id, article)),
    articleSubjects: page.articleSubjects,
    words,
    topic: topicOf(readings, words),
    published: article.published,
  };
}

function claimsOf(page: Page): Draft[] {
  const labels = labelClaims(page);
  const drafts: Draft[] = [...labels.drafts];
  const tables = new Map<number, number[]>();
  page.readings.forEach((reading, index) => {
    const { cell } = reading.block;
    if (cell !== undefined) {
      const list = tables.get(cell.table) ?? [];
      list.push(index);
      tables.set(cell.table, list);
      if (reading.tokens.length > 14) drafts.push(...proseClaims(page, index));
    } else if (!labels.used.has(index) && reading.block.kind !== 'title') {
      drafts.push(...proseClaims(page, index));
    }
  });
  for (const blocks of tables.values()) drafts.push(...tableClaims(page, blocks));
  return drafts;
}

/** What stands between two members of a list. */
const LIST_LINK = /^(?:, ?|; ?|\/|,? (?:and|or|&) |\t|\n)$/;
const LONGEST_LINK = 8;

function mentionsOf(article: ArticleText, page: Page): Mention[] {
  let previousEnd = -1;
  return page.mentions.map((mention, id) => {
    const { notation, known, symbol, exchange, evidence, sentenceStart } = mention;
    const span = spanOf(page.readings[page.blockOf[id]!]!, mention.from, mention.to);
    const gap = span.start - previousEnd;
    const joinsPrevious = id > 0 && gap <= LONGEST_LINK && LIST_LINK.test(article.text.slice(previousEnd, span.start));
    previousEnd = span.end;
    return { id, span, text: article.text.slice(span.start, span.end), notation, known, symbol, exchange, evidence, joinsPrevious, sentenceStart };
  });
}
