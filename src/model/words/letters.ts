/** For languages that count in the Latin alphabet. */
export const latinLetters = 'abcdefghijklmnopqrstuvwxyz';
