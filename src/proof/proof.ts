/**
 * The proof: the web page that an author looks at while writing. Here its parts are put together; each tells its own contract.
 *
 * In: news over a socket (src/watch/protocol.ts), files by addresses relative to the page's own. Out: wishes. After an update has
 * been painted, `document.documentElement.dataset.revision` is its number, and the mark `octavo-shown-<revision>` its time.
 */
import type { News, PagesNews, ProofFinding, Wish } from '../watch/protocol.js';
import type { Zoom } from './arrange.js';
import { connect } from './connect.js';
import { Desk, nameOf, type Spot, type View } from './desk.js';
import { EBook } from './e-book.js';
import { button, element } from './element.js';
import { Findings, placeName, summary } from './findings.js';
import { flash } from './flash.js';
import { FolioField } from './folio-field.js';
import { followLinks } from './follow-link.js';
import { makeHelp } from './help.js';
import { type Binding, listen } from './keys.js';
import { Outputs } from './outputs.js';
import { fetchPageSheet, type PageSheet } from './page-sheet.js';
import { SourcePicker, sourceOf } from './pick-source.js';
import { Rail } from './rail.js';
import { keepPlace, keepSettings, readPlace, readSettings, type Settings, type Theme } from './settings.js';
import { Status } from './status.js';
import { type Panel, Toolbar } from './toolbar.js';

const desk = new Desk();
const rail = new Rail(desk, (page) => goTo({ page }));
const eBook = new EBook(() => toggle('eBook'));
const findings = new Findings({ turn: (finding) => showFinding(finding), edit: (finding) => editFinding(finding), toggle: () => toggle('findings') });
const outputs = new Outputs();
const status = new Status(() => line.retry());
const folio = new FolioField({ turn: (page) => goTo({ page }), turnBy: (rows) => turnBy(rows), leave: () => desk.room.focus(), say: (sentence) => say(sentence) });
const picker = new SourcePicker(desk, (at) => edit(sourceOf(at), { type: 'edit', at }));
const toolbar = new Toolbar({
  toggle: (panel) => toggle(panel),
  zoomTo: (zoom) => zoomTo(zoom),
  zoomBy: (direction) => zoomBy(direction),
  toggleFollow: () => follow(!settings.follow),
  turnTheme: () => wear(nextTheme()),
  help: () => openHelp(),
});

// ---- what its reader chose ----

let settings = readSettings();
const themes: readonly Theme[] = ['auto', 'light', 'dark'];
const narrow = matchMedia('(max-width: 760px)');
const night = matchMedia('(prefers-color-scheme: dark)');
const panels: Record<Panel, boolean> = { rail: settings.rail && !narrow.matches, eBook: settings.eBook && !narrow.matches, findings: false };

function choose(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  keepSettings(settings);
}

function toggle(panel: Panel, isOpen = !panels[panel]): void {
  if (panels[panel] === isOpen) return;
  panels[panel] = isOpen;
  // Over a narrow screen, one lies at a time.
  if (isOpen && narrow.matches) for (const other of ['rail', 'eBook', 'findings'] as const) if (other !== panel) toggle(other, false);
  if (panel !== 'findings' && !narrow.matches) choose({ [panel]: isOpen });
  showPanel(panel);
  if (!isOpen) desk.room.focus({ preventScroll: true });
}

function showPanel(panel: Panel): void {
  const isOpen = panels[panel];
  toolbar.press(panel, isOpen);
  if (panel === 'findings') findings.toggle(isOpen);
  else if (panel === 'eBook') eBook.toggle(isOpen);
  else rail.panel.hidden = !isOpen;
  if (isOpen && panel === 'rail') rail.reveal();
  if (isOpen && panel === 'eBook') stepEBook();
}

function zoomTo(zoom: Zoom): void {
  desk.zoomTo(zoom);
  choose({ zoom });
}

function zoomBy(direction: 1 | -1): void {
  desk.zoomBy(direction);
  choose({ zoom: desk.view().zoom });
}

function follow(isFollowing: boolean): void {
  choose({ follow: isFollowing });
  toolbar.following(isFollowing);
  say(isFollowing ? 'The pages follow each edit.' : 'The pages stay where they are.');
}

function wear(theme: Theme): void {
  choose({ theme });
  document.documentElement.dataset['theme'] = theme;
  toolbar.theme(theme);
  eBook.darken(theme === 'dark' || (theme === 'auto' && night.matches));
}

const nextTheme = (): Theme => themes[(themes.indexOf(settings.theme) + 1) % themes.length] ?? 'auto';

// ---- moving about ----

/** Where its reader was before a link or a finding led away. */
const trail: number[] = [];

function goTo(spot: Spot, target?: Element): void {
  desk.touch();
  desk.turnTo(spot, target);
  if (narrow.matches) for (const panel of ['rail', 'findings'] as const) toggle(panel, false);
}

function turnBy(rows: number): void {
  desk.touch();
  desk.turnBy(rows);
}

function leadTo(spot: Spot, target?: Element): void {
  trail.push(desk.view().current);
  goTo(spot, target);
  const meant = target ?? (spot.at === undefined ? undefined : desk.leaf(spot.page)?.block(spot.at));
  if (meant) flash([meant], 'meant');
}

function goBack(): void {
  const page = trail.pop();
  if (page !== undefined) goTo({ page });
}

function showFinding({ page, at }: ProofFinding): void {
  if (page !== undefined) leadTo({ page, at });
}

/** To the next page, or the one before, that the last update changed. */
function turnToChange(direction: 1 | -1): void {
  const { current } = desk.view();
  const pages = [...changed].sort((a, b) => direction * (a - b));
  const page = pages.find((candidate) => direction * (candidate - current) > 0) ?? pages[0];
  if (page === undefined) return say('No page has changed.');
  goTo({ page });
  say(`${nameOf(desk.pages[page]?.folio ?? '', page)}, changed`);
}

// ---- to the manuscript ----

function edit(name: string, wish: Wish): void {
  say(line.send(wish) ? `Opening ${name}` : 'Not connected: the editor cannot be asked.');
}

function editFinding(finding: ProofFinding): void {
  const { file, line: row, column } = finding;
  edit(placeName(finding), { type: 'edit', file, ...(row !== undefined && { line: row }), ...(column !== undefined && { column }) });
}

function pick(isPicking: boolean): void {
  picker.pick(isPicking);
  say(isPicking ? 'Click a paragraph to open it in the editor; esc ends this.' : '', isPicking);
}

// ---- what is said ----

const announcer = element('div', { class: 'unseen', role: 'status' });
const toast = element('div', { class: 'toast card', 'aria-hidden': 'true', hidden: true });
let toastTimer: ReturnType<typeof setTimeout> | undefined;

/** @param isLasting until something else is said */
function say(sentence: string, isLasting = false): void {
  clearTimeout(toastTimer);
  announcer.textContent = sentence;
  toast.textContent = sentence;
  toast.hidden = sentence === '';
  if (!isLasting) toastTimer = setTimeout(() => (toast.hidden = true), 2600);
}

// ---- news ----

/** Pages that the last update changed. */
let changed: ReadonlySet<number> = new Set();
let revision = 0;
/** The revision that everything was asked for again at, because something was not there. */
let renewed = 0;
let style: { readonly name: string; readonly sheet: PageSheet } | undefined;
const title = element('h1', { class: 'title' }, 'Octavo');
const pill = button({ class: 'pill card', hidden: true }, () => turnToChange(1));

async function take(news: News): Promise<void> {
  switch (news.type) {
    case 'pages':
      return showPages(news);
    case 'chapters':
      eBook.show(news.chapters);
      return stepEBook();
    case 'findings':
      return showFindings(news);
    case 'state':
      status.state(news);
      return outputs.show(news.outputs);
  }
}

async function showPages(news: PagesNews): Promise<void> {
  if (desk.lacks(news) && renewed < news.revision) {
    renewed = news.revision;
    return line.renew();
  }
  if (style?.name !== news.style) style = { name: news.style, sheet: await fetchPageSheet() };
  const isFirst = revision === 0;
  const isNew = news.revision > revision;
  revision = news.revision;
  title.textContent = news.title;
  title.lang = news.language;
  document.title = `${news.title} · proof`;
  desk.show(news, style.sheet);
  if (isFirst) desk.turnTo({ page: readPlace() });
  else if (isNew) showChanges(news);
  markShown(news.revision);
}

/** What is seen at the side waits until the pages are painted. */
function showBeside(): void {
  rail.show(desk.pages);
  rail.mark(changed, findings.news.findings);
  rail.follow(desk.view().current);
  stepEBook();
}

function showChanges({ changed: pages, focus }: PagesNews): void {
  if (pages.length === 0) return;
  for (const page of changed) desk.leaf(page)?.host.classList.remove('changed');
  changed = new Set(pages);
  for (const page of pages) {
    const leaf = desk.leaf(page);
    leaf?.host.classList.add('changed');
    if (!leaf?.isFilled) continue;
    if (leaf.fresh.length > 0) flash(leaf.fresh, 'changed');
    else if (leaf.page) flash([leaf.page], 'page');
  }
  const spot: Spot | undefined = focus ?? (pages[0] === undefined ? undefined : { page: pages[0] });
  const isSeen = spot === undefined || desk.sees(spot);
  if (spot && !isSeen && settings.follow && desk.isQuiet) desk.turnTo(spot);
  pill.hidden = isSeen || (settings.follow && desk.isQuiet);
  const names = pages.slice(0, 2).map((page) => desk.pages[page]?.folio || `${page + 1}`);
  const phrase = pages.length > 2 ? `${pages.length} pages changed, from ${names[0] ?? ''} on` : `${pages.length === 1 ? 'page' : 'pages'} ${names.join(' and ')} changed`;
  pill.textContent = phrase;
  announcer.textContent = phrase;
}

function markShown(shown: number): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.documentElement.dataset['revision'] = String(shown);
      performance.mark(`octavo-shown-${shown}`);
      setTimeout(showBeside);
    }),
  );
}

function showFindings(news: Extract<News, { readonly type: 'findings' }>): void {
  const before = findings.count('error');
  findings.show(news, desk.pages);
  const [errors, warnings] = [findings.count('error'), findings.count('warning')];
  toolbar.findings(errors, warnings);
  status.stale(news.isStale);
  rail.mark(changed, news.findings);
  if (errors !== before) announcer.textContent = errors > 0 ? summary(errors, 0) : 'The errors are mended.';
}

function* nearestBefore(page: number) {
  for (let at = page; at >= 0; at--) yield desk.leaf(at);
}

const stepEBook = (): void => eBook.follow(nearestBefore(desk.view().current));

let resting: ReturnType<typeof setTimeout> | undefined;
function look(view: View): void {
  folio.show(view, desk.pages);
  toolbar.zoom(view.zoom, view.scale);
  rail.follow(view.current);
  if (revision > 0) keepPlace(view.current);
  for (const page of changed) if (page >= view.first && page <= view.last) pill.hidden = true;
  clearTimeout(resting);
  resting = setTimeout(stepEBook, 140);
}

// ---- keys ----

const bindings: readonly Binding[] = [
  { keys: ['j', 'ArrowRight'], says: 'next page or spread', act: () => turnBy(1) },
  { keys: ['k', 'ArrowLeft'], says: 'the one before', act: () => turnBy(-1) },
  { keys: ['PageDown', ' '], says: 'a screen down', act: () => scrollBy(0.9) },
  { keys: ['PageUp'], says: 'a screen up', act: () => scrollBy(-0.9) },
  { keys: ['ArrowDown', 'ArrowUp'], says: 'a little down, up', act: (key) => scrollBy(key === 'ArrowDown' ? 0.12 : -0.12) },
  { keys: ['Home', 'End'], says: 'first page, last page', act: (key) => goTo({ page: key === 'Home' ? 0 : desk.pages.length - 1 }) },
  { keys: ['g'], says: 'to a page by its number', act: () => folio.focus() },
  { keys: ['b'], says: 'back to where a link led away', act: goBack },
  { keys: ['n', 'p'], says: 'next, previous changed page', act: (key) => turnToChange(key === 'n' ? 1 : -1) },
  { keys: ['+', '-'], says: 'larger, smaller', act: (key) => zoomBy(key === '+' ? 1 : -1) },
  { keys: ['='], act: () => zoomBy(1) },
  { keys: ['0'], says: 'fit the width', act: () => zoomTo('width') },
  { keys: ['9'], says: 'fit the page', act: () => zoomTo('page') },
  { keys: ['1'], says: 'full size', act: () => zoomTo(1) },
  { keys: ['r'], says: 'pages in small', act: () => toggleAndEnter('rail') },
  { keys: ['f'], says: 'findings', act: () => toggle('findings') },
  { keys: ['e'], says: 'e-book', act: () => toggle('eBook') },
  { keys: ['o'], says: 'files', act: () => outputs.list.togglePopover() },
  { keys: ['s'], says: 'every click opens the source', act: () => pick(!picker.isPicking) },
  { keys: ['l'], says: 'follow edits, or stay', act: () => follow(!settings.follow) },
  { keys: ['d'], says: 'light, dark, as the system', act: () => wear(nextTheme()) },
  { keys: ['?'], says: 'this help', act: () => openHelp() },
  { keys: ['Escape'], says: 'puts away what lies over the pages', act: putAway },
];

function scrollBy(heights: number): void {
  desk.touch();
  desk.scrollBy(heights);
}

function toggleAndEnter(panel: 'rail'): void {
  toggle(panel);
  if (panels[panel]) rail.focus();
}

function openHelp(): void {
  help.showModal();
  help.focus();
}

function putAway(): void {
  if (picker.isPicking) return pick(false);
  if (panels.findings) return toggle('findings', false);
  if (findings.putAway()) return;
  if (narrow.matches) for (const panel of ['rail', 'eBook'] as const) toggle(panel, false);
  desk.room.focus({ preventScroll: true });
}

// ---- beginning ----

const help = makeHelp(bindings);
document.body.replaceChildren(
  element('header', { class: 'bar' }, element('div', { class: 'heading' }, title, status.phrase), folio.form),
  toolbar.bar,
  status.notice,
  element('div', { class: 'table' }, rail.panel, element('div', { class: 'middle' }, desk.room, findings.slip, findings.panel, pill), eBook.panel),
  outputs.list,
  help,
  picker.aim,
  toast,
  announcer,
);
desk.onView(look);
followLinks(desk, leadTo);
listen(bindings);
wear(settings.theme);
night.addEventListener('change', () => wear(settings.theme));
toolbar.following(settings.follow);
toolbar.findings(0, 0);
desk.zoomTo(settings.zoom);
for (const panel of ['rail', 'eBook', 'findings'] as const) showPanel(panel);
desk.room.focus();

let taken: Promise<void> = Promise.resolve();
const line = connect(
  (news) => void (taken = taken.then(() => take(news)).catch(reportError)),
  (connection) => status.connection(connection),
);
