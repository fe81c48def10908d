import type { Word } from '../../../../../formats/text/span';
import { clipped } from '../../../diagnostics/wording';
import type { SourceDocument } from '../../../workspace/document';
import type { CompletionEntry, FeatureContext } from '../../language';
import { targetDetail } from '../targetDescription';
import { describeElectrode, describePopulation, describeStimulus } from '../blockDescription';
import { blocksOf, nameOf, valueOf, type Block, type BlueConfigTree } from '../tree';
import { targetReference } from '../values';
import { currentWord, type ValuePlace } from './place';
import { injectedStimuli } from './sections';

/** More names than this are listed without what takes a look at all cells or blocks for each. */
const DESCRIBED_NAMES = 200;

/** `[population:]target`: the part that the cursor is in, and before a colon is written both. */
export function targetEntries(
  { document, scopes }: FeatureContext<BlueConfigTree>,
  place: ValuePlace,
): CompletionEntry[] {
  const word = currentWord(place);
  const { population, target } = targetReference(word);
  if (population && place.offset <= population.end) return populationEntries(document, population, '');
  const [scope] = scopes;
  // A name with a colon would be read as population and target.
  const names = (scope?.names('target') ?? []).filter((name) => !/[:\s#]/.test(name));
  const counted = names.length <= DESCRIBED_NAMES;
  const targets = names.map((name): CompletionEntry => ({
    label: name,
    kind: 'target',
    ...(scope && { detail: targetDetail(scope, name, counted) }),
    span: target,
    insertText: name,
    rank: 0,
  }));
  return population ? targets : [...targets, ...populationEntries(document, word, ':')];
}

function populationEntries(document: SourceDocument<BlueConfigTree>, span: Word, colon: string): CompletionEntry[] {
  return named(document, 'Circuit', span, describePopulation).map(({ entry }) => ({
    ...entry,
    label: `${entry.label}:`,
    kind: 'population',
    detail: 'population',
    insertText: `${entry.label}${colon}`,
    ...(colon !== '' && { continues: true }),
    rank: 1,
  }));
}

/** Stimuli that wait for their injection first. */
export function stimulusEntries(document: SourceDocument<BlueConfigTree>, place: ValuePlace): CompletionEntry[] {
  const injected = injectedStimuli(document.tree, place.block.start);
  const describe = ({ tree }: SourceDocument<BlueConfigTree>, name: string): string => describeStimulus(tree, name);
  return named(document, 'Stimulus', currentWord(place), describe).map(({ entry, block }) => {
    const pattern = valueOf(block, 'Pattern')?.text;
    return {
      ...entry,
      kind: 'stimulus',
      ...(pattern !== undefined && { detail: clipped(pattern) }),
      rank: injected.has(entry.label) ? 1 : 0,
    };
  });
}

/** Names of the blocks that a key refers to. */
export function blockEntries(
  document: SourceDocument<BlueConfigTree>,
  kind: 'electrode' | 'population',
  place: ValuePlace,
): CompletionEntry[] {
  const span = currentWord(place);
  const found =
    kind === 'electrode'
      ? named(document, 'Electrode', span, ({ tree }, name) => describeElectrode(tree, name))
      : named(document, 'Circuit', span, describePopulation);
  return found.map(({ entry }) => ({ ...entry, kind }));
}

function named(
  document: SourceDocument<BlueConfigTree>,
  type: string,
  span: Word,
  describe: (document: SourceDocument<BlueConfigTree>, name: string) => string,
) {
  const blocks = new Map<string, Block>();
  for (const block of blocksOf(document.tree, type)) {
    const name = nameOf(block)?.text;
    if (name !== undefined && !blocks.has(name)) blocks.set(name, block);
  }
  const described = blocks.size <= DESCRIBED_NAMES;
  return [...blocks].map(([name, block]) => {
    const documentation = described ? { documentation: describe(document, name) } : {};
    return { block, entry: { label: name, ...documentation, span, insertText: name, rank: 0 } };
  });
}
