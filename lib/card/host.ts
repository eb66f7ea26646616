/**
 * The card's place on the page: one host element in the top layer, and where it stands. In: a line of text and a
 * function that fills the card. Out: a shown card. Refuses to know what the card says.
 */
import { HOST_STYLES } from './host-styles.ts';
import { followWords, type CardAnchor } from './placement.ts';

/** Also in `page/skip.ts`: our own text is never read. */
export const HOST_TAG = 'tickmark-card';

export interface CardContent {
  /** Accessible name of the dialog. */
  readonly label: string;
  /** BCP 47 tag of what it says. */
  readonly language: string;
  /** Fills the container and returns what empties it again. */
  readonly render: (container: HTMLElement) => () => void;
}

export interface CardHostOptions {
  readonly document: Document;
  /** Style sheet of the views inside the card. */
  readonly styles: string;
  readonly theme: () => 'light' | 'dark';
  /** Called when the line that the card belongs to has left the window or the page. */
  readonly onLost: () => void;
}

/** Creates nothing before the first card opens, and one element in all afterwards. */
export class CardHost {
  readonly #options: CardHostOptions;
  #host: HTMLElement | null = null;
  #popover: HTMLElement | null = null;
  #live: HTMLElement | null = null;
  #empty: (() => void) | null = null;
  #stopFollowing: (() => void) | null = null;
  #returnFocus: HTMLElement | null = null;

  constructor(options: CardHostOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#empty !== null;
  }

  get hasFocus(): boolean {
    return this.#host !== null && this.#host.shadowRoot?.activeElement != null;
  }

  /** Whether the node is this host or an event passed through it. */
  owns(node: EventTarget | null): boolean {
    return node !== null && node === this.#host;
  }

  /** Client rectangle of the open card, or null. */
  rect(): DOMRect | null {
    return this.isOpen ? (this.#popover?.getBoundingClientRect() ?? null) : null;
  }

  /** Shows the card at the line; an open one is replaced. Focus stays where it is. */
  open(anchor: CardAnchor, content: CardContent): void {
    const popover = this.#ensurePopover();
    this.#empty?.();
    this.#stopFollowing?.();
    this.#host?.setAttribute('data-theme', this.#options.theme());
    this.#host?.setAttribute('lang', content.language);
    popover.setAttribute('aria-label', content.label);
    this.#empty = content.render(popover);
    // A page that opened a modal dialog later lies above; showing again puts the card back on top of the other layers.
    if (popover.matches(':popover-open')) popover.hidePopover();
    popover.showPopover();
    this.#stopFollowing = followWords(popover, anchor, this.#options.onLost);
  }

  close(): void {
    const empty = this.#empty;
    if (empty === null) return;
    this.#empty = null;
    this.#stopFollowing?.();
    this.#stopFollowing = null;
    const hadFocus = this.hasFocus;
    const popover = this.#popover;
    if (popover?.matches(':popover-open') === true) popover.hidePopover();
    empty();
    if (hadFocus && this.#returnFocus?.isConnected === true) this.#returnFocus.focus({ preventScroll: true });
    this.#returnFocus = null;
  }

  /** Moves focus into the open card and remembers where it was. */
  focus(): void {
    if (this.#popover === null || !this.isOpen || this.hasFocus) return;
    const active = this.#options.document.activeElement;
    this.#returnFocus = active instanceof HTMLElement && active !== active.ownerDocument.body ? active : null;
    this.#popover.focus({ preventScroll: true });
  }

  /** Says something to a screen reader without moving focus. */
  announce(words: string): void {
    this.#ensurePopover();
    if (this.#live !== null) this.#live.textContent = words;
  }

  /** Takes the host out of the page. */
  remove(): void {
    this.close();
    this.#host?.remove();
    this.#host = null;
    this.#popover = null;
    this.#live = null;
  }

  #ensurePopover(): HTMLElement {
    const { document, styles } = this.#options;
    if (this.#popover !== null && this.#host?.isConnected === true) return this.#popover;
    if (this.#popover !== null && this.#host !== null) {
      // The page replaced its whole document element's content.
      document.documentElement.append(this.#host);
      return this.#popover;
    }
    const host = document.createElement(HOST_TAG);
    // All languages that it speaks run so, whatever the page around it does; `all: initial` leaves the direction alone.
    host.dir = 'ltr';
    // Open, so that keyboard shortcuts of the page that look for a focused field through shadow roots see one.
    const root = host.attachShadow({ mode: 'open' });
    // A constructed sheet: the policy of our own welcome page refuses a <style> element.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${HOST_STYLES}\n${styles}`);
    root.adoptedStyleSheets.push(sheet);
    const live = document.createElement('div');
    live.className = 'live';
    live.setAttribute('role', 'status');
    const popover = document.createElement('div');
    popover.className = 'card';
    popover.setAttribute('popover', 'manual');
    popover.setAttribute('role', 'dialog');
    popover.tabIndex = -1;
    root.append(live, popover);
    for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'paste', 'copy', 'cut'] as const) {
      // Shortcuts of the page stay out of the card: typing or pressing a button in it is not meant for them.
      host.addEventListener(type, (event) => event.stopPropagation());
    }
    document.documentElement.append(host);
    this.#host = host;
    this.#popover = popover;
    this.#live = live;
    return popover;
  }
}
