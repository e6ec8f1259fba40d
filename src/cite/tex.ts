/**
 * Puts into plain words or Unicode what citation-js does not know of TeX: symbols, spacing, links, commands that only set
 * their argument in another way.
 *
 * In: a field of a .bib entry as written. Out: the same with the accents, emphasis, quotation marks and scripts that
 * citation-js reads left in place. A command that neither knows stays, for cite/refine-entry.ts to name.
 */

/** `'t Hooft`, `'s-Gravenhage`: an apostrophe that a citation processor takes for a quotation mark. */
const elision = /(?<![^\s({~])'(?=\p{Ll}{1,2}[\s~-])/gu;

export function simplifyTex(written: string): string {
  const text = written.replace(elision, '’');
  return text.includes('\\') ? replaceCommands(text.replace(/\{\\(aa|AA)\s*\}/g, '\\$1{}').replace(accentInBraces, accented).replace(accent, accented).replace(spacing, (_, sign: string) => spaces[sign] as string)) : text;
}

/** A field that TeX takes letter by letter: what authors escape in it all the same, a link around it, braces. */
export function verbatim(text: string): string {
  return text
    .trim()
    .replace(/^\\url\s*\{([^]*)\}$/, '$1')
    .replace(/\\(?:textasciitilde|~)(?:\{\}|\s)?/g, '~')
    .replace(/\\([_%&#$~{}])/g, '$1')
    .replace(/^\{([^{}]*)\}$/, '$1');
}

/** `\"o`, `\'{\i}`, `\v{c}`: braces around them are TeX's way to write a letter and keep no capitals. */
const sign = String.raw`\\(?:([\x60'^"~=.])\s*|([uvHckrbd])(?=[\s{\\])\s*)`;
const letter = String.raw`(\\[ij](?![A-Za-z])|[A-Za-z])`;
const accentInBraces = new RegExp(String.raw`\{\s*${sign}(?:${letter}\s*|\{\s*${letter}\s*\})\s*\}`, 'g');
const accent = new RegExp(String.raw`${sign}(?:\{\s*${letter}\s*\}|${letter})`, 'g');

function accented(_: string, mark: string | undefined, named: string | undefined, ...letters: (string | undefined)[]): string {
  const base = letters.find((group) => typeof group === 'string' && /^\\?[A-Za-z]$/.test(group)) ?? '';
  return (base.replace('\\', '') + (combining[mark ?? named ?? ''] ?? '')).normalize('NFC');
}

const combining: Readonly<Record<string, string>> = {
  '`': '\u0300', "'": '\u0301', '^': '\u0302', '"': '\u0308', '~': '\u0303', '=': '\u0304', '.': '\u0307', u: '\u0306', v: '\u030C', H: '\u030B', c: '\u0327', k: '\u0328', r: '\u030A', b: '\u0332', d: '\u0323',
};

const spaces: Readonly<Record<string, string>> = { ',': ' ', ';': ' ', ':': ' ', '!': '', '/': '', '-': '', '@': '', '\\': ' ' };
const spacing = /\\([,;:!/@\\-])/g;

function replaceCommands(text: string): string {
  const command = /\\([A-Za-z]+)\*?/g;
  let out = '';
  let from = 0;
  for (let met = command.exec(text); met !== null; met = command.exec(text)) {
    const name = met[1] as string;
    const end = met.index + met[0].length;
    const symbol = symbols[name];
    const written = takesArguments[name];
    const given = written && readArguments(text, end, written.length);
    if (symbol !== undefined) {
      const after = /^(?:\{\}|\s+(?=\S))/.exec(text.slice(end))?.[0] ?? '';
      // TeX takes the space after a command away; after a sign that is no letter authors mean it.
      out += text.slice(from, met.index) + symbol + (/\p{L}$/u.test(symbol) || symbol === '' || after === '{}' ? '' : after);
      from = end + after.length;
    } else if (written && given) {
      out += text.slice(from, met.index) + written(...given.words.map(replaceCommands));
      from = given.end;
    } else {
      const words = text[end] === '{' && !leftInPlace.has(name) ? readArguments(text, end, 1) : undefined;
      out += text.slice(from, met[0].endsWith('*') ? end - 1 : end) + (words ? commandEnd + replaceCommands(words.words[0] as string) : '');
      from = words?.end ?? end;
    }
    command.lastIndex = Math.max(from, end);
  }
  return out + text.slice(from);
}

/** Stands between a command that nobody knows and its argument, which citation-js would take for one word. */
export const commandEnd = '\u{F0003}';

/** Commands with an argument that citation-js reads. */
const leftInPlace = new Set('textit textsl emph mkbibitalic mkbibemph textbf strong mkbibbold textsc textsuperscript textsubscript enquote mkbibquote ElsevierGlyph begin end t textcommabelow sp sb'.split(' '));

/** Groups in braces, one after another; undefined when one is missing. */
function readArguments(text: string, from: number, count: number): { words: string[]; end: number } | undefined {
  const words: string[] = [];
  let at = from;
  while (words.length < count) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (text[at] !== '{') return undefined;
    const start = at + 1;
    for (let depth = 0; at < text.length; at += 1) {
      if (text[at] === '\\') at += 1;
      else if (text[at] === '{') depth += 1;
      else if (text[at] === '}' && --depth === 0) break;
    }
    if (at >= text.length) return undefined;
    words.push(text.slice(start, at));
    at += 1;
  }
  return { words, end: at };
}

type Written = (...given: string[]) => string;

const same: Written = (words) => words as string;
/** In running text `~` is a space. */
const address: Written = (url) => verbatim(url as string).replaceAll('~', '\\textasciitilde{}').replace(/[_%&#$]/g, '\\$&');

/** How many groups a command takes is how many parameters stand here. */
const takesArguments: Readonly<Record<string, Written>> = {
  ...Object.fromEntries('text mbox hbox ensuremath mathrm mathit mathsf mathtt mathcal mathbf mathnormal operatorname underline textup textrm textsf texttt textmd textnormal autocap textgreek textcyr textcyrillic ordinal MakeLowercase'.split(' ').map((name) => [name, same])),
  uppercase: (words) => `{${(words as string).toUpperCase()}}`,
  MakeUppercase: (words) => `{${(words as string).toUpperCase()}}`,
  mathbb: (letters) => (letters as string).replace(/[A-Z]/g, (letter) => doubleStruck[letter] ?? String.fromCodePoint(0x1d538 + letter.charCodeAt(0) - 65)),
  frac: (above, below) => `${above}/${below}`,
  sqrt: (under) => ((under as string).length > 1 ? `√(${under})` : `√${under}`),
  url: (url) => address(url as string),
  href: (url, words) => `${words} (${address(url as string)})`,
  foreignlanguage: (_language, words) => words as string,
  textquote: (words) => `\\enquote{${words}}`,
  mkbibparens: (words) => `(${words})`,
  mkbibbrackets: (words) => `[${words}]`,
  texorpdfstring: (_tex, words) => words as string,
  noopsort: (_sortedBy) => '',
  hspace: (_width) => ' ',
};

const doubleStruck: Readonly<Record<string, string>> = { C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' };

const symbols: Readonly<Record<string, string>> = {
  ldots: '…', dots: '…', dotsc: '…', cdots: '⋯', textasteriskcentered: '*', aa: 'å', AA: 'Å', degree: '°', S: '§', P: '¶', dag: '†', ddag: '‡', pounds: '£', euro: '€', No: '№',
  flqq: '«', frqq: '»', glqq: '„', grqq: '“', og: '« ', fg: ' »', cprime: 'ʹ', cdprime: 'ʺ', nobreakdash: '', slash: '/',
  infty: '∞', times: '×', cdot: '·', circ: '°', pm: '±', mp: '∓', leq: '≤', le: '≤', geq: '≥', ge: '≥', neq: '≠', approx: '≈', sim: '∼', equiv: '≡', propto: '∝', to: '→', rightarrow: '→', leftarrow: '←',
  Rightarrow: '⇒', leftrightarrow: '↔', ell: 'ℓ', hbar: 'ℏ', nabla: '∇', partial: '∂', prime: '′', ast: '∗', star: '⋆', otimes: '⊗', oplus: '⊕', in: '∈', subset: '⊂', cup: '∪', cap: '∩', sum: '∑', prod: '∏', int: '∫',
  relax: '', protect: '', small: '', newline: ' ', quad: ' ', adddot: '.', addcomma: ',', isdot: '', allowbreak: '', upshape: '', normalfont: '', unskip: '', null: '', left: '', right: '', noindent: '',
};
