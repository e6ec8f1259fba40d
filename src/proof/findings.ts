/**
 * What is found in the manuscript: all of it in a list, and while an error keeps the pages as they were, the first error on a slip
 * that lies over them.
 *
 * The slip comes and goes by itself; its reader may put it away until something else is found.
 */
import type { FindingsNews, ProofFinding, ProofPage } from '../watch/protocol.js';
import { button, element, quoted } from './element.js';
import { icon } from './icon.js';

export interface FindingActs {
  readonly turn: (finding: ProofFinding) => void;
  readonly edit: (finding: ProofFinding) => void;
  readonly toggle: () => void;
}

export class Findings {
  readonly panel = element('section', { class: 'findings panel card', id: 'findings', 'aria-labelledby': 'findings-title', hidden: true });
  readonly slip = element('section', { class: 'slip card', 'aria-label': 'Error', hidden: true });
  readonly #title = element('h2', { id: 'findings-title' });
  readonly #list = element('ol', { class: 'finding-list' });
  readonly #acts: FindingActs;
  #news: FindingsNews = { type: 'findings', findings: [], isStale: false };
  #pages: readonly ProofPage[] = [];
  #told = '';
  #putAway = '';

  constructor(acts: FindingActs) {
    this.#acts = acts;
    this.panel.append(element('header', {}, this.#title, button({ class: 'quiet', 'aria-label': 'Close' }, acts.toggle, icon('close'))), this.#list);
    this.#list.addEventListener('keydown', (event) => this.#walk(event));
  }

  get news(): FindingsNews {
    return this.#news;
  }

  count(severity: ProofFinding['severity']): number {
    return this.#news.findings.filter((finding) => finding.severity === severity).length;
  }

  /** The same findings leave what is shown as it is: somebody may be about to click. */
  show(news: FindingsNews, pages: readonly ProofPage[]): void {
    const told = JSON.stringify([news, news.findings.map(({ page }) => pages[page ?? -1]?.folio)]);
    if (told === this.#told) return;
    this.#told = told;
    this.#news = news;
    this.#pages = pages;
    this.#title.textContent = news.findings.length === 0 ? 'Nothing to mend' : summary(this.count('error'), this.count('warning'));
    this.#list.replaceChildren(...news.findings.map((finding) => element('li', {}, this.#card(finding))));
    void revealMarks(this.#list);
    this.#showSlip();
  }

  toggle(isOpen: boolean): void {
    this.panel.hidden = !isOpen;
    if (isOpen) {
      void revealMarks(this.#list);
      this.#list.querySelector('button')?.focus();
    }
    this.#showSlip();
  }

  /** @returns whether there was a slip to put away */
  putAway(): boolean {
    if (this.slip.hidden) return false;
    this.#putAway = this.#wording();
    this.slip.hidden = true;
    return true;
  }

  #wording(): string {
    return JSON.stringify(this.#news.findings.filter(({ severity }) => severity === 'error'));
  }

  #showSlip(): void {
    const errors = this.#news.findings.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    const isShown = this.#news.isStale && first !== undefined && this.panel.hidden && this.#wording() !== this.#putAway;
    this.slip.hidden = !isShown;
    if (!isShown || !first) return;
    const more = errors.length - 1;
    this.slip.replaceChildren(
      this.#card(first),
      element(
        'footer',
        {},
        element('span', {}, 'The pages are as they were before.'),
        ...(more > 0 ? [button({ class: 'plain' }, this.#acts.toggle, `${more} more`)] : []),
        button({ class: 'quiet', 'aria-label': 'Put away' }, () => this.putAway(), icon('close')),
      ),
    );
    void revealMarks(this.slip);
  }

  #card(finding: ProofFinding): HTMLElement {
    const { severity, code, message, hints, source, page } = finding;
    const folio = page === undefined ? undefined : this.#pages[page]?.folio || `${page + 1}`;
    const fact = element('span', { class: 'fact' }, element('span', { class: 'severity' }, severity), ' ', ...quoted(message));
    return element(
      'article',
      { class: `finding ${severity}` },
      button({ class: 'fact-button', title: folio === undefined ? 'Open in the editor' : `Turn to page ${folio}` }, () => (page === undefined ? this.#acts.edit(finding) : this.#acts.turn(finding)), fact),
      ...(source ? [sourceLine(finding, source)] : []),
      ...(hints.length > 0 ? [element('ul', { class: 'hints' }, ...hints.map((hint) => element('li', {}, ...quoted(hint))))] : []),
      element(
        'p',
        { class: 'where' },
        button({ class: 'plain place', title: 'Open in the editor' }, () => this.#acts.edit(finding), placeName(finding)),
        ...(folio === undefined ? [] : [element('span', {}, `page ${folio}`)]),
        element('span', { class: 'finding-code' }, code),
      ),
    );
  }

  #walk(event: KeyboardEvent): void {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const facts = [...this.#list.querySelectorAll<HTMLElement>('.fact-button')];
    const at = facts.findIndex((fact) => fact.closest('li')?.contains(document.activeElement));
    facts[Math.min(facts.length - 1, Math.max(0, at + by))]?.focus();
  }
}

export const placeName = ({ file, line, column }: Pick<ProofFinding, 'file' | 'line' | 'column'>): string => [file, line, column].filter((part) => part !== undefined).join(':');

export function summary(errors: number, warnings: number): string {
  const count = (number: number, thing: string): string[] => (number === 0 ? [] : [`${number} ${thing}${number === 1 ? '' : 's'}`]);
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ');
}

/** On a narrow screen, what is meant may stand beyond the edge: known when the face is there that it is set in. */
async function revealMarks(list: HTMLElement): Promise<void> {
  await document.fonts.ready;
  for (const mark of list.querySelectorAll<HTMLElement>('.source mark')) {
    const line = mark.closest('.source');
    if (line && mark.offsetLeft + mark.offsetWidth > line.clientWidth) line.scrollLeft = mark.offsetLeft - 48;
  }
}

/** Letters of a line that are shown before and behind those that are meant: whole paragraphs may be one line. */
const around = { before: 36, behind: 60 } as const;

function sourceLine({ line }: ProofFinding, { text, column, length }: NonNullable<ProofFinding['source']>): HTMLElement {
  const from = Math.min(column - 1, text.length);
  const to = Math.min(from + length, text.length);
  const [begin, end] = [Math.max(0, from - around.before), Math.min(text.length, to + around.behind)];
  // At the end of a line nothing is left to be marked but the end itself.
  const meant = text.slice(from, to) || ' ';
  const code = element('code', {}, `${begin > 0 ? '…' : ''}${text.slice(begin, from)}`, element('mark', {}, meant), `${text.slice(to, end)}${end < text.length ? '…' : ''}`);
  return element('pre', { class: 'source', tabindex: '-1' }, element('span', { class: 'line', 'aria-hidden': 'true' }, line === undefined ? '' : String(line)), code);
}
