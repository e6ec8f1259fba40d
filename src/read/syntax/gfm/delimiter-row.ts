/**
 * The line below a table's head: dashes, with bars between and colons at their ends. Marks of quotations and indents of lists may
 * stand before it. GFM asks for more: as many cells as the head has, and a bar or colon somewhere.
 */
export const delimiterRow = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;
