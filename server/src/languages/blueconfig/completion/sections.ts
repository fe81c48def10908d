import type { CompletionEntry } from '../../language';
import { patternDocumentation, sectionDocumentation } from '../documentation';
import { patterns, patternSnippet, sections, sectionSchema, sectionSnippet } from '../schema';
import { blocksOf, nameOf, valueOf, type BlueConfigTree } from '../tree';
import type { NamePlace, SectionPlace } from './place';

/** What the file needs now stands before all others. */
const NEEDED = -100;
const PATTERNS = 100;
const DEPRECATED = 1000;

/** Types of sections in the order of the table; a whole new block, unless one is there already. */
export function sectionEntries(tree: BlueConfigTree, { word, isHeader }: SectionPlace): readonly CompletionEntry[] {
  const entries: CompletionEntry[] = [];
  for (const [index, section] of sections.entries()) {
    const isThere = blocksOf(tree, section.name).some(({ header }) => header.type.start !== word.start);
    if (section.singleton !== undefined && isThere) continue;
    const isNeeded = section.singleton !== undefined || (section.name === 'StimulusInject' && hasIdleStimulus(tree));
    const isDeprecated = section.deprecated !== undefined;
    entries.push({
      label: section.name,
      kind: 'section',
      documentation: sectionDocumentation(section),
      span: word,
      ...(isHeader ? { insertText: section.name } : { insertText: sectionSnippet(section), snippet: true }),
      ...(isDeprecated && { deprecated: true }),
      rank: index + (isNeeded ? NEEDED : 0) + (isDeprecated ? DEPRECATED : 0),
    });
  }
  return isHeader ? entries : [...entries, ...patternEntries(word)];
}

/** `Stimulus ShotNoise`: a stimulus with the keys of its pattern. */
function patternEntries(span: SectionPlace['word']): CompletionEntry[] {
  return patterns
    .filter(({ deprecated }) => deprecated === undefined)
    .map((pattern, index) => ({
      label: `Stimulus ${pattern.name}`,
      kind: 'section',
      documentation: patternDocumentation(pattern),
      span,
      insertText: patternSnippet(pattern),
      snippet: true,
      rank: PATTERNS + index,
    }));
}

/** Only blocks that exist once have a name that is known beforehand. */
export function nameEntries({ type, word }: NamePlace): readonly CompletionEntry[] {
  const name = sectionSchema(type)?.singleton;
  return name === undefined ? [] : [{ label: name, kind: 'value', span: word, insertText: name, rank: 0 }];
}

function hasIdleStimulus(tree: BlueConfigTree): boolean {
  const injected = injectedStimuli(tree);
  return blocksOf(tree, 'Stimulus').some((block) => !injected.has(nameOf(block)?.text ?? ''));
}

/** Names of the stimuli that some other block than the one at `except` injects. */
export function injectedStimuli(tree: BlueConfigTree, except?: number): ReadonlySet<string> {
  const injects = blocksOf(tree, 'StimulusInject').filter((block) => block.start !== except);
  return new Set(injects.map((block) => valueOf(block, 'Stimulus')?.text ?? ''));
}
