/** Strokes in a square of 16: drawn in the colour of the words beside them. */
const strokes = {
  previous: 'M10 3.5 5.5 8l4.5 4.5',
  next: 'M6 3.5 10.5 8 6 12.5',
  smaller: 'M3.5 8h9',
  larger: 'M3.5 8h9M8 3.5v9',
  close: 'm4 4 8 8m0-8-8 8',
  theme: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 3.3a4.7 4.7 0 0 1 0 9.4z',
  help: 'M5.7 6.1a2.3 2.3 0 1 1 3.5 2c-.8.5-1.2.9-1.2 1.8M8 12.2v.6',
  more: 'M3.4 8h.2M7.9 8h.2M12.4 8h.2',
  rail: 'M2.5 3h4.7v10H2.5zM8.8 3h4.7v10H8.8z',
  book: 'M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2.5',
  findings: 'M4 14V2.5h7.5L9.7 5.5l1.8 3H4',
} as const;

export type IconName = keyof typeof strokes;

/** A drawing that says nothing to the ear: its button has a name. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [attribute, value] of Object.entries({ viewBox: '0 0 16 16', class: `icon icon-${name}`, 'aria-hidden': 'true' })) svg.setAttribute(attribute, value);
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', strokes[name]);
  svg.append(path);
  return svg;
}
