/**
 * Prose that means nothing and looks like English: a third to a half of its words are the small words of the language, the
 * others are made of syllables, so that lengths, hyphenation and line breaks are those of real text. No text is quoted.
 *
 * Words hold no character that Markdown, HTML or Typst reads as markup: each writer may put them down as they are.
 */

const onsets = ['', 'b', 'c', 'd', 'f', 'g', 'h', 'l', 'l', 'm', 'm', 'n', 'p', 'r', 'r', 's', 's', 't', 't', 'v', 'w', 'br', 'cl', 'gr', 'pr', 'sh', 'st', 'th', 'tr'];
const vowels = ['a', 'a', 'a', 'e', 'e', 'e', 'e', 'i', 'i', 'i', 'o', 'o', 'o', 'u', 'u', 'ea', 'ou'];
const codas = ['', 'ck', 'd', 'l', 'm', 'n', 'n', 'nd', 'p', 'r', 'r', 's', 'st', 't', 't'];
const endings = ['', '', '', '', '', '', 'al', 'e', 'e', 'ed', 'ed', 'er', 'ing', 'ing', 'ity', 'ly', 'ment', 'ous', 's', 's', 'tion'];
const small = 'the the the the the of of of and and and to to a a a in in in that that is was was he for for it it with as as his on on be at at by by had had not not but from or have an they which which one were all their there been would so if when who her more no out up into than them could its only two some then other these may first such any our over this this we she him what about after before between most own where while under upon against each during without'.split(' ');

export class Prose {
  #random;
  #lexicon;
  #names;

  /** @param {import('./random.mjs').Random} random */
  constructor(random) {
    this.#random = random;
    this.#lexicon = Array.from({ length: 6000 }, () => this.#coin());
    this.#names = Array.from({ length: 400 }, () => capital(this.#stem(random.between(1, 3))));
  }

  #stem(syllables) {
    const random = this.#random;
    let stem = '';
    for (let count = 0; count < syllables; count += 1) stem += random.pick(onsets) + random.pick(vowels) + (count === syllables - 1 ? random.pick(codas) : '');
    return stem.length < 3 ? stem + random.pick(['n', 'm', 't', 'l', 'r']) : stem;
  }

  #coin() {
    const random = this.#random;
    return this.#stem(random.pick([1, 1, 2, 2, 2, 3])) + random.pick(endings);
  }

  word() {
    return this.#random.chance(0.52) ? this.#random.pick(small) : this.#random.pickSkewed(this.#lexicon);
  }

  content() {
    return this.#random.pickSkewed(this.#lexicon);
  }

  name() {
    return this.#random.pick(this.#names);
  }

  /** A heading or a caption: words that carry meaning, a small one between. */
  title(words) {
    const chosen = Array.from({ length: words }, (_, index) => (index % 3 === 1 ? this.#random.pick(small) : this.content()));
    return capital(chosen.join(' '));
  }

  sentence(least = 8, most = 30) {
    const random = this.#random;
    const length = random.between(least, most);
    let words = '';
    for (let count = 0; count < length; count += 1) {
      const word = random.chance(0.04) ? this.name() : random.chance(0.012) ? String(random.between(1700, 1999)) : this.word();
      const isLast = count === length - 1;
      const sign = isLast ? '' : random.chance(0.07) ? ',' : random.chance(0.008) ? ';' : random.chance(0.006) ? ' –' : '';
      words += (count === 0 ? '' : ' ') + word + sign;
    }
    const spoken = random.chance(0.05) ? `“${capital(words)}”` : capital(words);
    return `${spoken}${random.chance(0.04) ? '?' : '.'}`;
  }

  sentences(count) {
    return Array.from({ length: count }, () => this.sentence()).join(' ');
  }
}

const capital = (words) => words.charAt(0).toUpperCase() + words.slice(1);
