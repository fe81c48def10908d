import { touches, type Span } from '../../../../formats/text/span';
import { clipped } from '../../diagnostics/wording';
import type { FeatureContext, Refactoring } from '../language';
import type { BlueConfigTree } from './tree';

/** Fixes of problems come from the rules: enabling a block, injecting a stimulus. Here is what nothing calls for. */
export function refactorings({ document }: FeatureContext<BlueConfigTree>, span: Span): readonly Refactoring[] {
  const block = document.tree.blocks.find(({ header }) => touches(header, span.start) && touches(header, span.end));
  // A comment disables a block only where the brace stands below it.
  if (!block?.open || block.braceOnHeader || block.gap) return [];
  const { start } = block.header;
  return [
    {
      title: `Disable this ${clipped(block.header.type.text)}`,
      changes: [{ span: { start, end: start }, newText: '#' }],
    },
  ];
}
