/**
 * Lengths carry their unit in their type, so that a millimetre never meets a pixel by accident.
 * CSS: 1 in = 96 px = 72 pt = 25.4 mm.
 */
declare const unit: unique symbol;

export type Px = number & { readonly [unit]?: 'px' };
export type Pt = number & { readonly [unit]?: 'pt' };
export type Mm = number & { readonly [unit]?: 'mm' };

export const mmToPx = (length: Mm): Px => (length * 96) / 25.4;
