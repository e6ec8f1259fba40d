import type { Zoom } from './arrange.js';
import { button, element } from './element.js';
import { summary } from './findings.js';
import { icon, type IconName } from './icon.js';
import type { Theme } from './settings.js';

export type Panel = 'rail' | 'findings' | 'eBook';

export interface ToolActs {
  readonly toggle: (panel: Panel) => void;
  readonly zoomTo: (zoom: Zoom) => void;
  readonly zoomBy: (direction: 1 | -1) => void;
  readonly toggleFollow: () => void;
  readonly turnTheme: () => void;
  readonly help: () => void;
}

const panels: readonly (readonly [Panel, id: string, words: string, IconName, key: string])[] = [
  ['rail', 'rail', 'Pages', 'rail', 'r'],
  ['findings', 'findings', 'Findings', 'findings', 'f'],
  ['eBook', 'e-book', 'E-book', 'book', 'e'],
];
const sizes = [50, 67, 75, 90, 100, 125, 150, 200] as const;
const themes: Readonly<Record<Theme, string>> = { auto: 'as the system', light: 'light', dark: 'dark' };

/** The row of tools. On a narrow screen, what is used seldom waits in a menu. */
export class Toolbar {
  readonly bar = element('div', { class: 'tools', role: 'group', 'aria-label': 'Tools' });
  readonly #panels: ReadonlyMap<Panel, HTMLButtonElement>;
  readonly #badge = element('span', { class: 'badge', hidden: true });
  readonly #zoom = element('select', { class: 'zoom-choice', 'aria-label': 'Size of the pages' });
  #zoomed = '';
  readonly #follow: HTMLButtonElement;
  readonly #theme: HTMLButtonElement;

  constructor(acts: ToolActs) {
    this.#panels = new Map(panels.map(([panel, id, words, drawing, key]) => [panel, button({ class: 'tool', 'aria-controls': id, title: `${words} (${key})` }, () => acts.toggle(panel), icon(drawing), element('span', {}, words))]));
    this.#panels.get('findings')?.append(this.#badge);
    this.#follow = button({ class: 'tool', title: 'Scroll to each edit (l)' }, acts.toggleFollow, 'Follow');
    this.#theme = button({ class: 'tool' }, acts.turnTheme, icon('theme'), element('span', { class: 'words' }, 'Light or dark'));
    this.#zoom.addEventListener('change', () => acts.zoomTo(readZoom(this.#zoom.value)));
    const size = element(
      'div',
      { class: 'zoom', role: 'group', 'aria-label': 'Size' },
      button({ class: 'quiet', 'aria-label': 'Smaller', title: 'Smaller (−)' }, () => acts.zoomBy(-1), icon('smaller')),
      this.#zoom,
      button({ class: 'quiet', 'aria-label': 'Larger', title: 'Larger (+)' }, () => acts.zoomBy(1), icon('larger')),
    );
    const files = element('button', { type: 'button', class: 'tool', popovertarget: 'outputs', title: 'Files (o)' }, 'Files');
    const help = button({ class: 'tool', 'aria-label': 'Help', title: 'Help (?)' }, acts.help, icon('help'), element('span', { class: 'words' }, 'Help'));
    const rest = element('div', { class: 'more menu card', id: 'more', popover: 'auto' }, size, this.#follow, files, this.#theme, help);
    this.bar.append(...this.#panels.values(), element('button', { type: 'button', class: 'tool more-button', popovertarget: 'more' }, icon('more'), element('span', {}, 'More')), rest);
  }

  press(panel: Panel, isOpen: boolean): void {
    this.#panels.get(panel)?.setAttribute('aria-expanded', String(isOpen));
  }

  findings(errors: number, warnings: number): void {
    this.#badge.hidden = errors + warnings === 0;
    this.#badge.textContent = this.#badge.hidden ? '' : String(errors || warnings);
    this.#badge.classList.toggle('bad', errors > 0);
    this.#badge.title = summary(errors, warnings);
  }

  zoom(zoom: Zoom, scale: number): void {
    const percent = Math.round(scale * 100);
    const state = `${zoom} ${percent}`;
    if (this.#zoomed === state) return;
    this.#zoomed = state;
    const listed = typeof zoom === 'number' && !sizes.some((size) => size === percent) ? [percent] : [];
    const options = [['width', zoom === 'width' ? `Width · ${percent} %` : 'Fit width'], ['page', zoom === 'page' ? `Page · ${percent} %` : 'Fit page'], ...[...sizes, ...listed].sort((a, b) => a - b).map((size) => [String(size), `${size} %`])] as const;
    const chosen = typeof zoom === 'number' ? String(percent) : zoom;
    this.#zoom.replaceChildren(...options.map(([value, words]) => element('option', { value, selected: value === chosen }, words ?? '')));
  }

  following(isFollowing: boolean): void {
    this.#follow.setAttribute('aria-pressed', String(isFollowing));
  }

  theme(theme: Theme): void {
    this.#theme.title = `Light or dark: ${themes[theme]} (d)`;
    this.#theme.setAttribute('aria-label', this.#theme.title);
  }
}

const readZoom = (value: string): Zoom => (value === 'width' || value === 'page' ? value : Number(value) / 100);
