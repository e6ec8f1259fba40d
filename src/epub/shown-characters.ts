/**
 * Characters that texts show, each once, for fonts that carry no others. A text is long and its characters are few, so none is joined
 * to another.
 */
export class ShownCharacters {
  readonly #units = new Uint8Array(0x10000);
  readonly #beyond = new Set<string>();

  /** With the letters that it would be written in if each had its accents. */
  add(text: string): void {
    let largest = 0;
    let hasMarks = false;
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      this.#units[unit] = 1;
      if (unit > largest) largest = unit;
      hasMarks ||= unit >= 0x300 && unit < 0x370;
    }
    if (largest >= 0xd800) for (const character of text) if (character.length > 1) this.#beyond.add(character);
    const composed = hasMarks ? text.normalize('NFC') : text;
    if (composed !== text) for (const character of composed) if (character.length === 1) this.#units[character.charCodeAt(0)] = 1;
  }

  /** What another found: letters and accents that stood apart there are not together here. */
  addAll(found: string): void {
    for (const character of found) {
      if (character.length > 1) this.#beyond.add(character);
      else this.#units[character.charCodeAt(0)] = 1;
    }
  }

  /** By code unit. Sigma brings both its small forms, of which its place in a word chooses. */
  toString(): string {
    const single: string[] = [];
    for (let unit = this.#units.indexOf(1); unit !== -1; unit = this.#units.indexOf(1, unit + 1)) if (!isHalf(unit)) single.push(String.fromCharCode(unit));
    return [...single, ...[...this.#beyond].sort(), ...(this.#units[0x3a3] === 1 ? ['σς'] : [])].join('');
  }
}

const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
