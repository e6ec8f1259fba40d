/**
 * A name as an id of ASCII alone, different for different names: what is neither letter, digit, hyphen nor full stop becomes its code
 * point. Ids of packages may hold every letter there is, and not every checker and reader knows it.
 */
export const plainId = (name: string): string => name.replace(/[^A-Za-z0-9.-]/gu, (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}`);
