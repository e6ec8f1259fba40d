import { toString } from 'mdast-util-to-string';
import type { TextDirective } from 'mdast-util-directive';
import { anchorOf } from '../../model/id.js';
import type { Collector } from './directive.js';

/** `:index[the salt tax]{entry="taxes!on salt"}` */
export const collectIndexMark: Collector<TextDirective> = ({ node, id, given, place, visit }, gathering) => {
  const path = (given['entry'] ?? toString(node)).split('!').map((part) => part.trim()).filter(Boolean);
  if (path.length === 0) gathering.report('d-002', place, 'this index mark has no words to stand in the index', 'give them in its brackets, or as `entry=…`');
  else gathering.marks.push({ id, anchor: gathering.claimAnchor(anchorOf(`i-${path.join('-')}`)), chapter: visit.chapter, node, path });
};
