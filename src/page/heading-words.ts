/** A heading's words as a running head or an outline says them: without the signs of its notes and comments, on one line. */
export function headingWords(heading: Element): string {
  const copy = heading.cloneNode(true) as Element;
  for (const call of copy.querySelectorAll('.call, .call-separator, .comment-mark')) call.remove();
  for (const lineBreak of copy.querySelectorAll('br')) lineBreak.replaceWith(' ');
  return (copy.textContent ?? '').replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim();
}
