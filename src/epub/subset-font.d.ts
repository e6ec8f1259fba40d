declare module 'subset-font' {
  /** A font with the glyphs that `text` needs, by HarfBuzz. Rejects on a file that is no font. */
  export default function subsetFont(font: Buffer, text: string, options: { readonly targetFormat: 'woff2' | 'sfnt' }): Promise<Buffer>;
}
