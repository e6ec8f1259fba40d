import { apparatus, png, svg } from '../everything.js';
import { change, type Edits, insert, isText, remove } from './blocks.js';

/** Of an author who annotates: notes, comments, references, figures, tables, registers, questions, other faces. */
export const constructs: Edits = {
  'numbers of pages far away': (book, lots) => {
    const labels = book.labels();
    return labels.length === 0 ? undefined : insert(book, lots, `${Array.from({ length: 2 + lots.below(8) }, () => `${lots.words(1 + lots.below(4))} p. :page[${lots.pick(labels)}]`).join(', ')}, ${lots.words(5)}.`);
  },
  'references in words': (book, lots) => {
    const labels = book.labels('chap', 'sec', 'fig', 'tbl');
    return labels.length === 0 ? undefined : insert(book, lots, `${lots.words(6)} [@${lots.pick(labels)}]{form=page}, ${lots.words(8)} :page[${lots.pick(labels)}]{form=on}, ${lots.words(3)} [there](#${lots.pick(labels)}).`);
  },
  'notes that crowd': (book, lots) => insert(book, lots, `${Array.from({ length: 3 + lots.below(6) }, () => `${lots.words(1 + lots.below(8))}^[${lots.words(3 + lots.below(30))}.]${lots.pick(['', '{.margin}', '{.margin}', '{.foot}'])}`).join(' ')} ${lots.words(4)}.`),
  'a note that is defined below': (book, lots) => {
    const name = book.fresh('n');
    return insert(book, lots, `${lots.words(20)}.[^${name}] ${lots.words(12)}.\n\n[^${name}]: ${lots.paragraph()}`);
  },
  'a note less': (book, lots) => change(book, lots, (block) => /\^\[[a-z ]+\.\]/.test(block), (block) => block.replace(/\^\[[a-z ]+\.\](?:\{\.\w+\})?/, '')),
  'other words in a note': (book, lots) => change(book, lots, (block) => /\^\[[a-z ]+\.\]/.test(block), (block) => block.replace(/\^\[[a-z ]+\.\]/, `^[${lots.words(1 + lots.below(40))}.]`)),
  'words with a comment': (book, lots) => {
    const lemma = `the ${lots.words(1)} lantern of ${lots.words(1)}`;
    return insert(book, lots, `${lots.words(9)} ${lemma} ${lots.words(12)}.\n\n:::comment{on="${lemma}" placement=${lots.pick(['foot', 'margin', 'end'])}}\n${lots.sentence()}\n:::`);
  },
  'a comment far from its words': (book, lots) => {
    const path = lots.pick(book.chapters());
    const blocks = path === undefined ? [] : book.blocks(path);
    const words = /[a-z]+ [a-z]+ [a-z]+ [a-z]+/.exec(blocks.find(isText) ?? '')?.[0];
    if (path === undefined || words === undefined) return undefined;
    book.setBlocks(path, [...blocks, `:::comment{on="${words}"}\n${lots.sentence()}\n:::`]);
    return `at the end of ${path}, on “${words}”`;
  },
  'other words where a comment has its own': (book, lots) => change(book, lots, (block) => /lantern of \w+/.test(block) && isText(block), (block) => block.replace(/lantern of/, lots.pick(['lanterns of', 'lamp of', 'old lantern of']))),
  'a claim': (book, lots) => {
    const name = book.fresh('claim:n');
    return insert(book, lots, `${lots.words(8)} :claim[${lots.words(4)}]{#${name} status=${lots.pick(['verified', 'disputed', 'unverified'])}} ${lots.words(5)}.\n\n:::evidence{for=${name}}\n${lots.sentence()} [@rossi, p. ${lots.below(99)}]\n:::`);
  },
  'another standing of a claim': (book, lots) => change(book, lots, (block) => block.includes('status='), (block) => block.replace(/status=\w+/, `status=${lots.pick(['verified', 'disputed', 'unverified', 'contradicted'])}`)),
  'marks for the index': (book, lots) => {
    const entry = lots.pick(['prices!of salt', 'prices!of oil', 'pass', 'Örtel', 'oil', lots.words(1)]);
    return insert(book, lots, `${lots.words(7)} :index[${lots.words(2)}]{entry="${entry}"${lots.pick(['', ' main', ' see-also=pass'])}} ${lots.words(9)}.`);
  },
  'a stretch for the index': (book, lots) => change(book, lots, isText, (block) => `:::index{entry=${lots.pick(['pass', 'roads'])}}\n${block}\n\n${lots.paragraph()}\n:::`),
  'the first mention of a name': (book, lots) => insert(book, lots, `${lots.words(3)} ${lots.pick([':term[tolls]', ':term[packhorse]', ':person[Moro]', ':person[Rossi]', ':place[Genova]', ':abbr[TASS]', ':date[May 1701]{on=1701-05}'])} ${lots.words(6)}.`, lots.pick(book.chapters())),
  'an event': (book, lots) => insert(book, lots, `${lots.words(3)} :date[${lots.words(2)}]{on=17${10 + lots.below(80)} event="${lots.words(4)}"} ${lots.words(6)}.`),
  'a figure': (book, lots) => {
    const name = book.fresh('fig:n');
    const kind = lots.pick(['svg', 'png'] as const);
    const path = `figures/${name.slice(4)}.${kind}`;
    const [width, height] = [40 + lots.below(260), 30 + lots.below(300)];
    book.write(path, kind === 'svg' ? svg(width, height) : png(width, height));
    const told = insert(book, lots, `![${lots.words(5)}](${path}){#${name}${lots.pick(['', ' placement=here', ' placement=top', ' placement=bottom', ' placement=page'])}${lots.pick(['', ' width=40%', ' alt=""'])}}`);
    insert(book, lots, `${lots.words(9)} @${name} ${lots.words(30)}.`);
    return told;
  },
  'another placement': (book, lots) => change(book, lots, (block) => block.startsWith('!['), (block) => block.replace(/ placement=\w+|(?=\}$)/, ` placement=${lots.pick(['here', 'top', 'bottom', 'page'])}`)),
  'a picture replaced': (book, lots) => {
    const path = lots.pick([...book.paths('.svg'), ...book.paths('.png')]);
    if (path === undefined) return undefined;
    const [width, height] = [40 + lots.below(260), 20 + lots.below(340)];
    book.write(path, path.endsWith('.svg') ? svg(width, height) : png(width, height));
    return `${path}, now ${width} by ${height}`;
  },
  'the newest picture replaced': (book, lots) => {
    const name = book.labels('fig').filter((one) => /^fig:n\d+$/.test(one)).at(-1)?.slice(4);
    const path = [...book.paths('.svg'), ...book.paths('.png')].find((one) => name !== undefined && one.includes(`/${name}.`));
    if (path === undefined) return undefined;
    book.write(path, path.endsWith('.svg') ? svg(200, 20 + lots.below(340)) : png(60, 20 + lots.below(340)));
    return path;
  },
  'a table': (book, lots) => {
    const name = book.fresh('tbl:n');
    return insert(book, lots, `| a | b | ${lots.words(1)} |\n|---|--:|---|\n${Array.from({ length: 1 + lots.below(16) }, () => `| ${lots.words(2)} | ${lots.below(1000)} | ${lots.words(1 + lots.below(5))} |`).join('\n')}\n\n: ${lots.words(4)} {#${name}}`);
  },
  'a row more': (book, lots) => change(book, lots, (block) => block.startsWith('| '), (block) => block.replace(/\n\n|$/, (end) => `\n| ${lots.words(1)} | ${lots.below(99)} | ${lots.words(3)} |${end}`)),
  'a number in the data': (book, lots) => {
    if (!book.has('data/days.csv')) return undefined;
    book.write('data/days.csv', `road,days\n${Array.from({ length: 2 + lots.below(5) }, () => `${lots.words(2)},${lots.below(50)}`).join('\n')}\n`);
    return 'data/days.csv';
  },
  'a question': (book, lots) => {
    const name = book.fresh('q:n');
    insert(book, lots, `${lots.words(4)} @${name} ${lots.words(9)}.`);
    return insert(book, lots, `::::question{#${name} level=${1 + lots.below(3)} lines=${lots.below(9)}}\n${lots.sentence()}\n:::answer\n${lots.paragraph()}\n:::\n::::`);
  },
  'a question to choose from': (book, lots) => insert(book, lots, `::::question{#${book.fresh('q:n')} kind=choice}\n${lots.sentence()}\n\n- [ ] ${lots.words(2)}\n- [x] ${lots.words(3)}\n\n:::answer\n${lots.words(9)}.\n:::\n::::`),
  'more lines to write on': (book, lots) => change(book, lots, (block) => block.includes(' lines='), (block) => block.replace(/ lines=\d+/, ` lines=${lots.below(12)}`)),
  'an included file': (book, lots) => {
    const path = `parts/${book.fresh('p')}.md`;
    book.write(path, `${lots.paragraph()}\n\n${lots.paragraph()}\n`);
    return insert(book, lots, `::include{file=${path}}`);
  },
  'an included file, other words': (book, lots) => {
    const path = lots.pick(book.paths('.md').filter((name) => name.startsWith('parts/')));
    if (path === undefined) return undefined;
    book.write(path, `${lots.paragraph()}\n\n${book.text(path)}`);
    return path;
  },
  'a file included a second time': (book, lots) => {
    const path = lots.pick(book.paths('.md').filter((name) => name.startsWith('parts/')));
    return path === undefined ? undefined : insert(book, lots, `::include{file=${path}}`);
  },
  'a heading': (book, lots) => insert(book, lots, `##${lots.pick(['', '', '#'])} ${lots.words(1 + lots.below(6))} {#${book.fresh('sec:n')}}`),
  'a heading in other words': (book, lots) => change(book, lots, (block) => /^##+ [a-z]/.test(block), (block) => block.replace(/ [a-z]+/, ` ${lots.words(2)}`)),
  'a title in other words': (book, lots) => change(book, lots, (block) => block.startsWith('# '), (block) => block.replace(/(?<=^# )[^{]+?(?= \{|$)/, lots.words(1 + lots.below(9)))),
  'a document': (book, lots) => {
    const name = book.fresh('passage:n');
    return insert(book, lots, `:::document{#${book.fresh('doc:n')} title="${lots.words(2)}" numbers=2}\n${lots.sentence()} [${lots.words(14)}]{#${name}} ${lots.sentence()}\n:::\n\n${lots.words(4)} @${name}, ${lots.words(3)}.`);
  },
  'a translation': (book, lots) => insert(book, lots, `::::document{#${book.fresh('doc:n')} title="${lots.words(2)}" layout=${lots.pick(['facing', 'stacked'])}}\n:::original{lang=it}\n${lots.sentence()}\n\n${lots.sentence()}\n:::\n:::translation\n${lots.sentence()}\n\n${lots.paragraph()}\n:::\n::::`),
  'columns': (book, lots) => insert(book, lots, `::::columns{widths=2:1}\n:::column\n${lots.paragraph()}\n:::\n:::column\n${lots.sentence()}\n:::\n::::`),
  'verse': (book, lots) => insert(book, lots, `:::verse{title="${lots.words(2)}" numbers=3}\n${Array.from({ length: 3 }, () => Array.from({ length: 1 + lots.below(4) }, () => lots.words(2 + lots.below(12))).join('\n')).join('\n\n')}\n:::`),
  'a list': (book, lots) => insert(book, lots, Array.from({ length: 2 + lots.below(4) }, () => `${lots.pick(['-', '-', '  -'])} ${lots.sentence()}`).join('\n')),
  'source': (book, lots) => insert(book, lots, `\`\`\`js {#${book.fresh('lst:n')} caption="${lots.words(2)}"}\n${Array.from({ length: 1 + lots.below(20) }, () => lots.words(1 + lots.below(12))).join('\n')}\n\`\`\``),
  'a formula': (book, lots) => {
    const name = book.fresh('eq:n');
    return insert(book, lots, `${lots.words(3)} @${name} ${lots.words(3)}.\n\n$$ \\sum_{k=1}^{n} \\frac{k}{${lots.below(99)}} $$ {#${name}}`);
  },
  'a theorem': (book, lots) => (book.text('book.yaml').includes('thm') ? insert(book, lots, `:::theorem{#${book.fresh('thm:n')}}\n${lots.paragraph()}\n:::`) : undefined),
  'letters of another face': (book, lots) => insert(book, lots, `${lots.words(4)} ${lots.pick(['[λόγος ἐστὶ καλός]{lang=el}', '[Высокие договаривающиеся стороны]{lang=ru}', '***bold and slanted***', '[Small Capitals]{.smallcaps}', '`**code**`', '**`bold code`**', '$\\mathbf{x} \\to \\mathbb{R}^{\\frac{1}{2}}$', 'ṣañkhyā ↔ ≠ ±', '漢字', '**Жирный**', '*ὕβρις*'])} ${lots.words(9)}.`),
  'for some editions only': (book, lots) => change(book, lots, isText, (block) => `:::only{for="${lots.pick(['teacher', 'student', 'self-study'])}"}\n${block}\n:::`),
  'a timeline': (book, lots) => insert(book, lots, `::timeline{#${book.fresh('fig:n')} alt="Events." caption="${lots.words(2)}"}`),
  'a list of figures, or its like, within a chapter': (book, lots) => insert(book, lots, lots.pick(apparatus)),
  'a part of the apparatus less': (book, lots) => remove(book, lots, (block) => apparatus.includes(block)),
};
