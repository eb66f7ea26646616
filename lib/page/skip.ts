/**
 * What is on a page and yet not part of the article: by element, by role, by the names that sites give their boxes, and
 * by the wording of legal boilerplate.
 */

/** Elements whose content is not article text: page furniture, forms, replaced content, struck-out text. */
const SKIPPED_TAGS: ReadonlySet<string> = new Set([
  'aside', 'audio', 'button', 'canvas', 'datalist', 'del', 'dialog', 'embed', 'footer', 'head',
  'iframe', 'img', 'input', 'link', 'math', 'menu', 'meta', 'meter', 'nav', 'noscript', 'object', 'option', 'picture',
  'progress', 'rp', 'rt', 's', 'script', 'select', 'strike', 'style', 'svg', 'template', 'textarea', 'tickmark-card',
  'title', 'video',
]);

const SKIPPED_ROLES: ReadonlySet<string> = new Set([
  'alert', 'alertdialog', 'banner', 'button', 'complementary', 'contentinfo', 'dialog', 'form', 'log', 'marquee',
  'menu', 'menubar', 'navigation', 'search', 'searchbox', 'status', 'tablist', 'textbox', 'toolbar', 'tooltip',
]);

/** Text for screen readers only: it repeats what is shown. */
const UNSEEN_NAME = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-?text|-?only)?|a11y-hidden)(?:$|[\s_-])/i;

/** Class and id words of boxes around an article. Every alternative is a fixed word, so matching is linear. */
const FURNITURE_NAME = new RegExp(
  '(?:^|[\\s_-])(?:' +
    [
      'breadcrumbs?', 'comments?', 'comment-?(?:list|section|thread)', 'disqus', // navigation and readers' comments
      'related', 'recirc(?:ulation)?', 'recommended', 'recommendations', 'read-?next', 'more-?stories', 'trending',
      'most-?(?:read|popular|viewed)', 'up-?next', // other stories
      'taboola', 'outbrain', 'sponsored', 'advert', 'adverts', 'advertisement', 'advertorial', 'ad-?(?:slot|unit|box|container|wrapper)',
      'promo', 'promotion', 'newsletter', 'subscribe', 'sign-?up', 'paywall', 'cookie', 'cookies', 'consent', // selling
      '(?:social|share)-?(?:bar|buttons?|icons?|links?|tools?)', 'sidebar', 'author-?bio', 'tag-?list', 'ticker-?tape',
      'disclaimers?', 'disclosures?', 'footer', 'masthead',
    ].join('|') +
    ')(?:$|[\\s_-])',
  'i',
);

/** Only these are skipped by name: a heading, a table or an article is text, whatever its class. */
const NAMED_BOXES: ReadonlySet<string> = new Set(['div', 'section', 'ul', 'ol', 'header', 'figure', 'span', 'p']);

/** Whether the element is never read, by its tag, role or attributes alone. Does not look at styles. */
export function isSkippedElement(element: Element): boolean {
  if (SKIPPED_TAGS.has(element.localName)) return true;
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const role = element.getAttribute('role');
  if (role !== null && SKIPPED_ROLES.has(role.toLowerCase())) return true;
  if (isEditable(element)) return true;
  const name = nameOf(element);
  return name !== '' && UNSEEN_NAME.test(name);
}

/** Whether the reader can type into the element. */
export function isEditable(element: Element): boolean {
  const editable = element.getAttribute('contenteditable');
  return editable !== null && editable.toLowerCase() !== 'false';
}

/**
 * Whether class or id call the element a box beside the article. A site may name its whole article so ("has-related"),
 * hence the caller also checks that the box holds only a small part of the text.
 */
export function isNamedFurniture(element: Element): boolean {
  if (!NAMED_BOXES.has(element.localName)) return false;
  const name = nameOf(element);
  return name !== '' && FURNITURE_NAME.test(name);
}

function nameOf(element: Element): string {
  const classes = element.getAttribute('class');
  const id = element.getAttribute('id');
  // Only the head of a very long class list is looked at; utility classes do not name boxes.
  if (id === null) return classes === null ? '' : classes.slice(0, 400);
  return `${id.slice(0, 100)} ${(classes ?? '').slice(0, 400)}`;
}

/** How legal boilerplate and pointers to other stories begin. One alternative a line, each with what it catches. */
const BOILERPLATE_START = new RegExp(
  '^\\W{0,9}(?:' +
    [
      'disclosures?\\s?[:.–—-]', // "Disclosure: I am long IWM."
      'disclaimers?\\s?[:.–—-]', // "Disclaimer: this is no advice"
      '(?:also )?read (?:also|more|next)\\s?[:|–—-]', // "Read more: five funds to watch"
      '(?:see|watch) (?:also|next|now)\\s?[:|–—-]', // "See also: …"
      'related(?: (?:stories|articles|reading|links|posts|news))?\\s?[:|–—-]', // "Related: …"
      'recommended(?: (?:stories|articles|reading))?\\s?[:|–—-]', // "Recommended: …"
      'more (?:from|on|about) [^.]{0,60}:', // "More from Reuters: …"
      'past performance (?:is|does|may|cannot|should)\\b', // "Past performance is no guarantee of future results."
      'this (?:article|page|content|material|report|post|information) (?:is|may|does|has|was|should|contains)\\b[^.]{0,120}' +
        '(?:inform|educat|advice|third-party|guarantee|recommendation)', // "This article is for informational purposes only."
      '(?:the )?motley fool (?:has|owns|recommends)\\b', // "The Motley Fool has positions in Nvidia."
      '[^.]{0,60}\\b(?:has|have|holds?|owns?) (?:no |long |short )?positions? in (?:any|and|the|shares)\\b', // "Jane Roe has no position in any of the stocks mentioned."
      '(?:all )?(?:investing|investments?|trading) involves? (?:risks?|the)\\b', // "Investing involves risk"
      '(?:©|copyright)\\s', // "© 2026 …"
    ].join('|') +
    ')',
  'i',
);

/** Whether a block of text is legal boilerplate or a pointer to another story. */
export function isBoilerplate(text: string): boolean {
  return BOILERPLATE_START.test(text.length > 260 ? text.slice(0, 260) : text);
}
