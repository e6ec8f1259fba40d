/**
 * The keys of `book.yaml` that catalogues live by: who did what, subjects, series, ISBN.
 *
 * Each is checked as far as it can be without a catalogue: codes of roles against their list, the digits of an ISBN, the form of a
 * subject’s code. What is wrong with a value is said by the issue, and by the hints beside it.
 * Source: EPUB 3.3, Meta Properties Vocabulary; MARC relators; ISO 2108.
 */
import { z } from 'zod';
import { isbnFault } from '../cite/identifier.js';
import { nearest } from '../diagnostics/nearest.js';
import { relators } from '../model/relators.js';

/** A value that is refused, with what may be meant instead: `params.hints`, where read-config.ts looks for them. */
function checked(judge: (value: string) => { readonly message: string; readonly hints?: readonly string[] } | undefined) {
  return z.string().superRefine((value, context) => {
    const fault = judge(value);
    if (fault) context.addIssue({ code: 'custom', message: fault.message, params: { hints: fault.hints ?? [] } });
  });
}

const codesByTerm = new Map([...relators].map(([code, term]) => [term, code] as const));

const role = checked((code) => {
  if (relators.has(code)) return undefined;
  const byTerm = nearest(code, codesByTerm.keys()).map((term) => codesByTerm.get(term) as string);
  const like = codesByTerm.has(code.toLowerCase()) ? byTerm.slice(0, 1) : [...new Set([...byTerm, ...nearest(code, relators.keys())])].slice(0, 3);
  const shown = like.length > 0 ? like : ['aut', 'edt', 'trl', 'ill'];
  return { message: `\`${code}\` is not a MARC relator code`, hints: shown.map((known) => `\`${known}\` (${relators.get(known)}) exists`) };
});

const words = z.string().trim().min(1);

export const contributor = z.union([
  words.transform((name) => ({ name, roles: ['aut'] })),
  z
    .strictObject({ name: words, role: z.union([role.transform((one) => [one]), z.array(role).min(1)]).optional(), sort: words.optional() })
    .transform(({ name, role: roles = ['aut'], sort }) => ({ name, roles: [...new Set(roles)], ...(sort !== undefined && { sort }) })),
]);

/** The schemes that EPUB has names for; any other is named by an address. */
const schemes = ['AAT', 'BIC', 'BISAC', 'CLC', 'DDC', 'CLIL', 'EuroVoc', 'MEDTOP', 'LCSH', 'NDC', 'Thema', 'UDC', 'WGS'] as const;

const codeForms: { readonly [scheme in (typeof schemes)[number]]?: { readonly form: RegExp; readonly like: string } } = {
  BISAC: { form: /^[A-Z]{3}\d{6}$/, like: 'HIS037070' },
  Thema: { form: /^[A-Z1-6][A-Z0-9]{0,9}(?:-[A-Z0-9]{1,4}){0,6}$/, like: 'NHD' },
  LCSH: { form: /^sh\d{6,10}$/, like: 'sh85034001' },
};

const scheme = z.string().transform((written, context) => {
  const known = schemes.find((name) => name.toLowerCase() === written.toLowerCase());
  if (known !== undefined || /^https?:\/\/\S+$/.test(written)) return known ?? written;
  const like = nearest(written, schemes);
  context.addIssue({ code: 'custom', message: `\`${written}\` is not a scheme of subjects`, params: { hints: like.length > 0 ? like.map((name) => `\`${name}\` exists`) : [`the schemes are ${schemes.join(', ')}, or any by its address (https://…)`] } });
  return z.NEVER;
});

export const subject = z.union([
  words.transform((name) => ({ name })),
  z
    .strictObject({ name: words, scheme: scheme.optional(), code: z.union([z.string(), z.number().transform(String)], 'text is expected').optional() })
    .transform(({ name, scheme: by, code }, context) => {
      if (by === undefined && code === undefined) return { name };
      if (by === undefined || code === undefined) {
        context.addIssue({ code: 'custom', message: by === undefined ? 'a code needs the scheme that it is of' : 'a scheme needs a code of it', params: { hints: ['write `{name: European history, scheme: Thema, code: NHD}`'] } });
        return z.NEVER;
      }
      const plain = code.replace(/\s+/g, '');
      const known = codeForms[by as keyof typeof codeForms];
      if (plain === '' || (known && !known.form.test(plain))) {
        context.addIssue({ code: 'custom', path: ['code'], message: `\`${code}\` is no code of ${by}`, params: { hints: known ? [`they are like \`${known.like}\``] : [] } });
        return z.NEVER;
      }
      return { name, filed: { scheme: by, code: plain } };
    }),
]);

/** `3`, `2.1`: YAML takes both for numbers. */
const position = z.union([z.number().min(0).transform(String), z.string()], 'a number is expected').refine((written) => /^\d+(?:\.\d+)*$/.test(written), 'a number is expected, such as 3 or 2.1');

export const series = z.union([
  words.transform((title) => ({ title })),
  z.strictObject({ title: words, number: position.optional() }).transform(({ title, number }) => ({ title, ...(number !== undefined && { number }) })),
]);

/** Anything that the author knows to be unique; one that calls itself an ISBN must be one. */
export const identifier = checked((written) => {
  if (written.trim() === '') return { message: 'it is empty' };
  const [, isbn] = /^(?:urn:)?isbn:?\s*(.*)$/i.exec(written) ?? [];
  const fault = isbn === undefined ? undefined : isbnFault(isbn);
  return fault === undefined ? undefined : { message: fault };
});

/** YAML takes digits without hyphens for a number, and their zeros at the beginning for nothing. */
const isbn = z.union([z.number().transform((digits) => String(digits).padStart(10, '0')), z.string().trim()], 'an ISBN is expected, with or without hyphens').superRefine((written, context) => {
  const fault = /^[\dXx][\dXx \-‐‑–]*$/.test(written) ? isbnFault(written) : 'an ISBN has 10 or 13 digits, perhaps with hyphens or spaces between them, and nothing else';
  if (fault !== undefined) context.addIssue({ code: 'custom', message: fault });
});

export const isbns = z.union([isbn.transform((epub) => ({ epub })), z.strictObject({ epub: isbn.optional(), print: isbn.optional() })]);
