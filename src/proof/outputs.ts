import type { StateNews } from '../watch/protocol.js';
import { element } from './element.js';

/** The files that were written last, to be opened or kept. */
export class Outputs {
  readonly list = element('div', { class: 'menu card', id: 'outputs', popover: 'auto' });

  constructor() {
    this.show([]);
  }

  show(outputs: StateNews['outputs']): void {
    const rows = outputs.map(({ name, bytes }) => element('li', {}, element('a', { href: `outputs/${encodeURIComponent(name)}`, target: '_blank', rel: 'noopener' }, name), element('span', { class: 'size' }, size(bytes))));
    this.list.replaceChildren(element('h2', {}, 'Files'), rows.length === 0 ? element('p', { class: 'none' }, 'None are written yet.') : element('ul', {}, ...rows));
  }
}

/** In thousands or millions of bytes, as the program itself says it. */
const size = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
