/**
 * What somebody did for a book, in the codes of libraries.
 * Source: MARC Code List for Relators (Library of Congress), without its discontinued codes.
 */
const list = `
abr abridger, acp art copyist, act actor, adi art director, adp adapter, aft author of afterword, anc announcer, anl analyst, anm animator,
ann annotator, ant bibliographic antecedent, ape appellee, apl appellant, app applicant, aqt author in quotations, arc architect,
ard artistic director, arr arranger, art artist, asg assignee, asn associated name, ato autographer, att attributed name, auc auctioneer,
aud author of dialog, aue audio engineer, aui author of introduction, aup audio producer, aus screenwriter, aut author, bdd binding designer,
bjd bookjacket designer, bka book artist, bkd book designer, bkp book producer, blw blurb writer, bnd binder, bpd bookplate designer,
brd broadcaster, brl braille embosser, bsl bookseller, cad casting director, cas caster, ccp conceptor, chr choreographer, cli client,
cll calligrapher, clr colorist, clt collotyper, cmm commentator, cmp composer, cmt compositor, cnd conductor, cng cinematographer, cns censor,
coe contestant-appellee, col collector, com compiler, con conservator, cop camera operator, cor collection registrar, cos contestant,
cot contestant-appellant, cou court governed, cov cover designer, cpc copyright claimant, cpe complainant-appellee, cph copyright holder,
cpl complainant, cpt complainant-appellant, cre creator, crp correspondent, crr corrector, crt court reporter, csl consultant,
csp consultant to a project, cst costume designer, ctb contributor, cte contestee-appellee, ctg cartographer, ctr contractor, cts contestee,
ctt contestee-appellant, cur curator, cwt commentator for written text, dbp distribution place, dfd defendant, dfe defendant-appellee,
dft defendant-appellant, dgc degree committee member, dgg degree granting institution, dgs degree supervisor, dis dissertant,
dln delineator, dnc dancer, dnr donor, dpc depicted, dpt depositor, drm draftsman, drt director, dsr designer, dst distributor,
dtc data contributor, dte dedicatee, dtm data manager, dto dedicator, dub dubious author, edc editor of compilation,
edm editor of moving image work, edt editor, egr engraver, elg electrician, elt electrotyper, eng engineer, enj enacting jurisdiction,
etr etcher, evp event place, exp expert, fac facsimilist, fds film distributor, fld field director, flm film editor, fmd film director,
fmk filmmaker, fmo former owner, fmp film producer, fnd funder, fpy first party, frg forger, gis geographic information specialist,
his host institution, hnr honoree, hst host, ill illustrator, ilu illuminator, ins inscriber, inv inventor, isb issuing body,
itr instrumentalist, ive interviewee, ivr interviewer, jud judge, jug jurisdiction governed, lbr laboratory, lbt librettist,
ldr laboratory director, led lead, lee libelee-appellee, lel libelee, len lender, let libelee-appellant, lgd lighting designer,
lie libelant-appellee, lil libelant, lit libelant-appellant, lsa landscape architect, lse licensee, lso licensor, ltg lithographer,
lyr lyricist, mcp music copyist, mdc metadata contact, med medium, mfp manufacture place, mfr manufacturer, mod moderator, mon monitor,
mrb marbler, mrk markup editor, msd musical director, mte metal engraver, mtk minute taker, mus musician, nrt narrator, opn opponent,
org originator, orm organizer, osp onscreen presenter, oth other, own owner, pad place of address, pan panelist, pat patron,
pbd publishing director, pbl publisher, pdr project director, pfr proofreader, pht photographer, plt platemaker, pma permitting agency,
pmn production manager, pop printer of plates, ppm papermaker, ppt puppeteer, pra praeses, prc process contact, prd production personnel,
pre presenter, prf performer, prg programmer, prm printmaker, prn production company, pro producer, prp production place,
prs production designer, prt printer, prv provider, pta patent applicant, pte plaintiff-appellee, ptf plaintiff, pth patent holder,
ptt plaintiff-appellant, pup publication place, rbr rubricator, rcd recordist, rce recording engineer, rcp addressee, rdd radio director,
red redaktor, ren renderer, res researcher, rev reviewer, rpc radio producer, rps repository, rpt reporter, rpy responsible party,
rse respondent-appellee, rsg restager, rsp respondent, rsr restorationist, rst respondent-appellant, rth research team head,
rtm research team member, sad scientific advisor, sce scenarist, scl sculptor, scr scribe, sds sound designer, sec secretary,
sgd stage director, sgn signer, sht supporting host, sll seller, sng singer, spk speaker, spn sponsor, spy second party, srv surveyor,
std set designer, stg setting, stl storyteller, stm stage manager, stn standards body, str stereotyper, tcd technical director,
tch teacher, ths thesis advisor, tld television director, tlp television producer, trc transcriber, trl translator, tyd type designer,
tyg typographer, uvp university place, vac voice actor, vdg videographer, wac writer of added commentary, wal writer of added lyrics,
wam writer of accompanying material, wat writer of added text, wdc woodcutter, wde wood engraver, win writer of introduction,
wit witness, wpr writer of preface, wst writer of supplementary textual content`;

/** What each code stands for, by code. */
export const relators: ReadonlyMap<string, string> = new Map(list.trim().split(/,\s*/).map((entry) => [entry.slice(0, 3), entry.slice(4)] as const));

interface Person {
  readonly name: string;
  readonly roles: readonly string[];
}

/** Whom a book is by, best first: authors; where it names none, those who put it together. */
const ranks = [['aut', 'cre'], ['edt', 'edc', 'com']] as const;

/** The roles whose holders a book is by. */
function makingOf(people: readonly Person[]): readonly string[] {
  return ranks.find((codes) => people.some(({ roles }) => codes.some((code) => roles.includes(code)))) ?? [];
}

/** Those whom a catalogue names as the makers of a book, rather than as its helpers. */
export function creatorsOf<Kind extends Person>(people: readonly Kind[]): Kind[] {
  const making = makingOf(people);
  return people.filter(({ roles }) => roles.some((code) => making.includes(code)));
}

/** What everyone did, makers what they did besides: names by role, in the order of the book. */
export function helpersOf(people: readonly Person[]): Map<string, string[]> {
  const making = makingOf(people);
  const given = people.flatMap(({ name, roles }) => roles.filter((code) => !making.includes(code)).map((code) => ({ code, name })));
  const byRole = new Map<string, string[]>();
  for (const { code, name } of given) byRole.set(code, [...(byRole.get(code) ?? []), name]);
  return byRole;
}
