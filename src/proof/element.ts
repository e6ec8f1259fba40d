type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * An element of the proof's own; never one of the book's.
 *
 * @param attributes `true` is an attribute without a value; false and undefined leave it out
 */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes = {}, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) made.setAttribute(attribute, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** A button that says what it does: to the eye by `children`, to the ear and to whoever waits over it by `label`. */
export function button(attributes: Attributes, act: () => void, ...children: readonly (Node | string)[]): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', act);
  return made;
}

/** Words in which backquotes name something, as the program's findings do: what stands between them is set as code. */
export function quoted(words: string): (Node | string)[] {
  return words.split('`').map((piece, index) => (index % 2 === 0 ? piece : element('code', {}, piece)));
}
