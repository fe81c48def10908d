import type { CompletionEntry, FeatureContext } from '../language';
import { keyEntries } from './completion/keys';
import { placeAt } from './completion/place';
import { nameEntries, sectionEntries } from './completion/sections';
import { valueEntries } from './completion/values';
import type { BlueConfigTree } from './tree';

/** What may stand at a place, told from the text of its line and the block around it: both are there in broken files. */
export async function completion(
  context: FeatureContext<BlueConfigTree>,
  offset: number,
): Promise<readonly CompletionEntry[]> {
  const place = placeAt(context.document, offset);
  switch (place?.kind) {
    case 'section':
      return sectionEntries(context.document.tree, place);
    case 'name':
      return nameEntries(place);
    case 'key':
      return keyEntries(context.document, place);
    case 'value':
      return valueEntries(context, place);
    case undefined:
      return [];
  }
}
