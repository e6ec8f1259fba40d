/**
 * The name that a catalogue files somebody by: `Clarke, Anna` of Anna Clarke. Only where the words leave no doubt which of them is the
 * family’s: a wrong one is worse than none, and nobody but the author knows it of the others.
 *
 * @param language of the book: some put the family first
 * @returns undefined where it is in doubt
 */
export function sortName(name: string, language: string): string | undefined {
  const words = name.trim().split(/\s+/);
  const family = words.at(-1) ?? '';
  const given = words.slice(0, -1);
  const [first = ''] = given;
  const isPlain = isWord.test(family) && !isEnding.test(family) && !words.some((word) => !isInitial.test(word) && doubtful.has(bare(word))) && !eastAsian.has(bare(first));
  // `J. Calvin Clarke` may be Mr Clarke or Mr Calvin Clarke; `J. C. Clarke` can only be the one.
  const isGiven = given.length > 0 && given.slice(1).every((word) => isInitial.test(word)) && (isInitial.test(first) || (isWord.test(first) && isLatinWord.test(first) && isLatinWord.test(family)));
  if (!isPlain || !isGiven || familyFirst.has(language.toLowerCase().split('-')[0] ?? '')) return undefined;
  return `${family}, ${given.join(' ')}`;
}

const bare = (word: string): string => word.toLowerCase().replace(/[.,]+$/, '');

/** `J.`, `Yu.`, `J.-P.` */
const isInitial = /^\p{Lu}\p{Ll}?\.(?:-?\p{Lu}\.)*$/u;
/** `Clarke`, `O’Brien`, `Rimsky-Korsakov`; not `IBM`, `d’Annunzio`, `D’Alembert`. */
const isWord = /^(?![DL]['’])\p{Lu}['’]?\p{L}*\p{Ll}\p{L}*(?:-\p{Lu}\p{L}+)*$/u;
/** In other letters, a whole first name may as well be the family’s: Иванов Иван. */
const isLatinWord = /^(?:\p{Script=Latin}|['’-])+$/u;
const isEnding = /^(?:Jr|Sr|I{1,3}|IV|VI{0,3}|PhD|MD|Junior|Senior)\.?$/;

/** Languages in which a name begins with the family’s, or has none. */
const familyFirst: ReadonlySet<string> = new Set(['hu', 'zh', 'ja', 'ko', 'vi', 'km', 'mn', 'is', 'my', 'id', 'ms', 'ta', 'am']);

const wordsIn = (list: string): string[] => list.trim().split(/\s+/);

/** Words with which a name is not a first name and a family’s: particles, titles, what bodies are called. */
const doubtful: ReadonlySet<string> = new Set([
  ...wordsIn('a af al am av ben bin bint da dal dalla das de degli dei del della den der des di do dos du e el et i ibn im in la las le les li lo los mac of op san santa st saint sankt ten ter the und van vom von y zu zum zur and & + abu um'),
  ...wordsIn('dr prof mr mrs ms sir lord lady dame king queen prince princess pope father mother brother sister rabbi imam sheikh count countess baron duke emperor tsar'),
  ...wordsIn('academy accademia agency akademie archive archives archivio associates association associazione authority bank biblioteca bibliothek bibliothèque board books bureau centre center centro centrum church circle club collective college comitato commission committee community company consortium contributors council department developers directorate editions éditions edizioni editore editrice embassy faculty federation fondation fondazione foundation fund gallery gmbh government group gruppe gruppo inc initiative institut institute institution istituto international laboratory league library limited ltd media ministero ministerium ministry musée museo museum network nations office organisation organization party police press project publications publishers publishing review school schule scuola service services society società société staff stiftung studio studios team trust union università universität université university verein verlag workshop writers авторы'),
]);

/** Families of East Asia that are often the first word, in whatever language the book is. */
const eastAsian: ReadonlySet<string> = new Set(wordsIn('bai cai cao chen cheng choi chu deng ding dong feng gao guo han he ho hong hou hu huang hung jiang jin jung kang kim lai le lee li liang lim lin liu lu luo ma mao ng nguyen nguyễn pan park peng pham pak phạm qian shen shi song su sun tan tang tran trần wang wei wong wu xi xiao xie xu yan yang ye yi yu yuan zhang zhao zheng zhou zhu'));
