/** The only browser is the one that comes inside @sparticuz/chromium: no package may fetch another. */
module.exports = { skipDownload: true };
