import { button, element } from './element.js';
import { icon } from './icon.js';
import { type Binding, keyName } from './keys.js';

/** How to use the proof: its keys, as they are bound, and the way to the manuscript. */
export function makeHelp(bindings: readonly Binding[]): HTMLDialogElement {
  const rows = bindings.flatMap(({ keys, says }) => (says === undefined ? [] : [element('div', {}, element('dt', {}, ...keys.flatMap((key, index) => [...(index === 0 ? [] : [' ']), element('kbd', {}, keyName(key))])), element('dd', {}, says))]));
  const dialog = element(
    'dialog',
    { class: 'help card', 'aria-labelledby': 'help-title', tabindex: '-1' },
    element('header', {}, element('h2', { id: 'help-title' }, 'The proof'), button({ class: 'quiet', 'aria-label': 'Close' }, () => dialog.close(), icon('close'))),
    element('p', {}, 'The pages are the very ones that are printed. They follow the manuscript: save, and what changed is shown, with a bar at the edge of its page.'),
    element('p', {}, element('strong', {}, 'To the manuscript: '), 'double-click a paragraph, or click it with ', element('kbd', {}, 'alt'), ' held; its line opens in the editor. While ', element('kbd', {}, 'alt'), ' is held, what would open is framed.'),
    element('dl', { class: 'keys' }, ...rows),
  );
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  return dialog;
}
