/**
 * The reader's side of the tests: a foliate-js view with a book open in it, as its own demonstration sets one up, and the eyes that
 * the tests look through. Runs in the browser; what it returns is plain JSON.
 */
import '/foliate/view.js';
import { FootnoteHandler } from '/foliate/footnotes.js';

const view = document.createElement('foliate-view');
const notes = new FootnoteHandler();
let appearance = '';
let popup;

const shown = () => view.renderer.getContents()[0].doc;
const frame = () => shown().defaultView.frameElement;
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Resolves when the reader stands elsewhere, or has had time enough to get there. */
const moved = () =>
  new Promise((resolve) => {
    view.addEventListener('relocate', resolve, { once: true });
    setTimeout(resolve, 3000);
  });

async function settle() {
  const document_ = shown();
  await document_.fonts.ready;
  await Promise.all([...document_.images].map((image) => image.decode().catch(() => undefined)));
  await nextFrame();
}

notes.addEventListener('before-render', ({ detail }) => {
  detail.view.renderer.setStyles?.(appearance);
  const dialog = document.createElement('dialog');
  dialog.append(detail.view);
  document.body.append(dialog);
  dialog.showModal();
});
notes.addEventListener('render', ({ detail }) => {
  popup = detail;
});

/** Of an element, on the screen: all its boxes, since columns part what is long. */
function boxesOf(node) {
  const { left, top } = frame().getBoundingClientRect();
  const rects = [...(node.getClientRects?.() ?? [])];
  return rects.map((rect) => ({ left: rect.left + left, top: rect.top + top, right: rect.right + left, bottom: rect.bottom + top, width: rect.width, height: rect.height }));
}

const isOnScreen = (box) => box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;

/** A box for something without one, such as the mark of a page: where the words after it begin. */
function placeOf(node) {
  const range = node.ownerDocument.createRange();
  const words = textAfter(node, 1)[0];
  if (words === undefined) return boxesOf(node);
  range.setStart(words, words.data.search(/\S/));
  range.setEnd(words, words.data.search(/\S/) + 1);
  return boxesOf(range);
}

/** The first texts at or after a node in reading order, without those that are white alone. */
function textAfter(node, count) {
  const walker = node.ownerDocument.createTreeWalker(node.ownerDocument.body, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (texts.length < count && walker.nextNode()) {
    const { currentNode } = walker;
    const isBehind = node.contains(currentNode) || (node.compareDocumentPosition(currentNode) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
    if (isBehind && currentNode.data.trim() !== '') texts.push(currentNode);
  }
  return texts;
}

/** Words and pictures that reach beyond the text's edges, told by their beginnings. Only where the text is one column. */
function widerThan(body) {
  const { left, right } = body.getBoundingClientRect();
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const isOver = (box) => box.width > 0 && (box.right > right + 1 || box.left < left - 1);
  const wide = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE) {
      const boxes = node.matches('img, svg, table') ? [...node.getClientRects()] : [];
      // The white space at the end of a line of code hangs over the edge, and nobody sees it.
      if (boxes.some(isOver) || (node.matches('pre') && node.scrollWidth > node.clientWidth + 1)) wide.push(node.localName);
    } else if (node.data.trim() !== '' && node.parentElement.closest('svg, math, pre') === null) {
      const range = body.ownerDocument.createRange();
      range.selectNode(node);
      if ([...range.getClientRects()].some(isOver)) wide.push(`${node.parentElement.localName}: ${node.data.trim().slice(0, 40)}`);
    }
  }
  return wide;
}

const onlyLetters = (text) => text.replace(/[^\p{L}\p{N}]/gu, '');

globalThis.desk = {
  async open() {
    document.body.append(view);
    await view.open('/book.epub');
    view.addEventListener('link', (event) => {
      const handled = notes.handle(view.book, event);
      handled?.catch((error) => console.error(error));
    });
    const { book } = view;
    return { sections: book.sections.map(({ id }) => id), toc: book.toc, pages: book.pageList, landmarks: book.landmarks };
  },

  /** Styles over the book's own, as a reading system lays them; `dark` as one that turns the page black does. */
  async wear({ css = '', dark = false }) {
    document.documentElement.classList.toggle('dark', dark);
    appearance = `${dark ? 'html { color-scheme: dark; background: #000 !important; color: #fff !important; }' : ''}${css}`;
    view.renderer.setStyles(appearance);
    await settle();
  },

  scrolled(isScrolled) {
    view.renderer.setAttribute('flow', isScrolled ? 'scrolled' : 'paginated');
  },

  async goTo(target) {
    const resolved = await view.goTo(target);
    await settle();
    return resolved !== undefined;
  },

  async goBack() {
    const arrival = moved();
    view.history.back();
    await arrival;
    await settle();
  },

  where() {
    return { section: view.renderer.getContents()[0].index };
  },

  /** Facts of the open section. */
  section() {
    return { letters: shown().body.textContent.trim().length, pages: view.renderer.pages - 2 };
  },

  /** What is wider than the text, with everything unfolded that can be. */
  wide() {
    for (const folded of shown().querySelectorAll('details')) folded.open = true;
    return widerThan(shown().body);
  },

  /** Pages of the open section on which nothing is set. */
  emptyPages() {
    const { renderer } = view;
    const width = frame().getBoundingClientRect().width / (renderer.pages - 2);
    const used = new Set();
    const walker = shown().createTreeWalker(shown().body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.ELEMENT_NODE ? !node.matches('img, svg, math') : node.data.trim() === '') continue;
      const range = shown().createRange();
      range.selectNode(node);
      for (const rect of range.getClientRects()) if (rect.width > 0) for (let page = Math.floor(rect.left / width); page <= Math.floor((rect.right - 1) / width); page++) used.add(page);
    }
    return Array.from({ length: renderer.pages - 2 }, (_, page) => page).filter((page) => !used.has(page));
  },

  /** Whether what has this id stands on the screen. */
  isVisible(id) {
    const node = shown().getElementById(id);
    return node !== null && [...boxesOf(node), ...placeOf(node)].some(isOnScreen);
  },

  /** The letters that follow an id in the text. */
  lettersAfter(id, count) {
    const node = shown().getElementById(id);
    return node === null ? undefined : onlyLetters(textAfter(node, 200).map(({ data }) => data).join(' ')).slice(0, count);
  },

  /** How high the open section is as one column, with the white around it. */
  depth() {
    return frame().getBoundingClientRect().height + 100;
  },

  /** All that the section has to show, and where it stands. */
  marks() {
    const marks = [];
    const note = (kind, name, box) => marks.push({ kind, name, left: box.left, top: box.top, width: box.width, height: box.height });
    const isFolded = (node) => node.closest('details:not([open]) > :not(summary)') !== null;
    const walker = shown().createTreeWalker(shown().body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (isFolded(element)) continue;
      if (node.nodeType === Node.TEXT_NODE) {
        if (!/[\p{L}\p{N}]/u.test(node.data) || element.closest('title, math') !== null) continue;
        const range = shown().createRange();
        range.selectNodeContents(node);
        const [box] = boxesOf(range).filter(({ width }) => width > 1);
        if (box) note(element.closest('svg') ? 'label' : 'text', node.data.trim().slice(0, 30), box);
      } else if (element.matches('path, rect, circle, line, polygon, polyline')) {
        if (element.closest('defs, clipPath, mask') !== null) continue;
        const [box] = boxesOf(element);
        if (box) note('shape', element.outerHTML.replace(/ xmlns="[^"]*"/, '').slice(0, 120), { left: box.left - 1, top: box.top - 1, width: box.width + 2, height: box.height + 2 });
      } else if (element.matches('img')) {
        note('picture', element.getAttribute('alt') ?? '', boxesOf(element)[0]);
      } else if (element.matches('math mi, math mo, math mn, math msqrt, math mfrac') && element.closest('svg') === null) {
        if (element.matches('mi, mo, mn') && element.textContent.trim().replace(/[\u2061-\u2064]/g, '') === '') continue;
        note('formula', `${element.localName} ${element.textContent}`, boxesOf(element)[0]);
      } else if (element.namespaceURI.endsWith('xhtml')) {
        const style = element.ownerDocument.defaultView.getComputedStyle(element);
        const [box] = boxesOf(element);
        // A table's box holds its caption, its frame doesn't.
        if (box && element.localName === 'table' && element.caption !== null) {
          const top = boxesOf(element.rows[0])[0].top - 2;
          Object.assign(box, { top, height: box.bottom - top });
        }
        for (const side of ['Top', 'Bottom', 'Left', 'Right']) {
          const thickness = parseFloat(style[`border${side}Width`]);
          if (!(thickness > 0) || style[`border${side}Style`] === 'none' || !box) continue;
          const strip = { left: box.left, top: box.top, width: box.width, height: box.height };
          if (side === 'Top' || side === 'Bottom') {
            if (side === 'Bottom') strip.top = box.bottom - thickness - 1;
            strip.height = thickness + 1;
          } else {
            if (side === 'Right') strip.left = box.right - thickness - 1;
            strip.width = thickness + 1;
          }
          note('border', `${side.toLowerCase()} of ${element.localName}.${element.className}`, strip);
        }
      }
    }
    return marks;
  },

  fonts() {
    return [...shown().fonts].map(({ family, style, weight, status }) => ({ family: family.replace(/["']/g, ''), style, weight, status }));
  },

  /** Widths of some words in a family and in what stands in for it. */
  widths(family, words) {
    const root = shown();
    const measure = (font) => {
      const span = root.createElement('span');
      span.style.cssText = `position: absolute; font: 40px ${font}; white-space: nowrap`;
      span.textContent = words;
      root.body.append(span);
      const { width } = span.getBoundingClientRect();
      span.remove();
      return width;
    };
    return { own: measure(`"${family}", monospace`), other: measure('monospace') };
  },

  /** Touches a link that leads on, and waits until the reader is there. */
  async follow(selector, nth = 0) {
    const arrival = moved();
    const touched = this.touch(selector, nth);
    if (touched === undefined) return undefined;
    await arrival;
    await settle();
    return touched;
  },

  touch(selector, nth = 0) {
    const node = shown().querySelectorAll(selector)[nth];
    node?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    return node === undefined ? undefined : { id: node.id, href: node.getAttribute('href'), text: node.textContent };
  },

  /** What popped up last, once it has; then it is shut. */
  async popup() {
    for (let tries = 0; popup === undefined && tries < 60; tries++) await nextFrame();
    if (popup === undefined) return undefined;
    const { view: inner, type, hidden } = popup;
    const { doc } = inner.renderer.getContents()[0];
    const answer = { type, hidden, text: doc.body.textContent.trim(), height: doc.body.getBoundingClientRect().height };
    popup = undefined;
    for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
    return answer;
  },

  /** For what no reader shows by itself: the tree of the open section, asked by the test. */
  ask(program) {
    return new Function('document', program)(shown());
  },

  async settled() {
    await settle();
  },
};
