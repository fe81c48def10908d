import type { CompletionEntry, FeatureContext } from '../../language';
import { patternDocumentation, valueDocumentation } from '../documentation';
import { keySchema, patterns, patternSchema } from '../schema';
import type { KeySchema, ValueSchema } from '../schema/types';
import { valueOf, type Block, type BlueConfigTree } from '../tree';
import { NONE } from '../values';
import { assignmentEntries } from './assignments';
import { blockEntries, stimulusEntries, targetEntries } from './names';
import { pathEntries } from './paths';
import { currentWord, type ValuePlace } from './place';

const DEPRECATED = 1000;

export async function valueEntries(
  context: FeatureContext<BlueConfigTree>,
  place: ValuePlace,
): Promise<readonly CompletionEntry[]> {
  const schema = keySchema(place.block.header.type.text, place.key.text);
  if (!schema) return [];
  const words = wordEntries(schema, place);
  switch (schema.type) {
    case 'target':
      return [...targetEntries(context, place), ...words];
    case 'stimulus':
      return stimulusEntries(context.document, place);
    case 'electrode':
    case 'population':
      return blockEntries(context.document, schema.type, place);
    case 'file':
    case 'directory':
    case 'path':
    case 'edges':
      return pathsAndWords(await pathEntries(context, schema, place), words, place);
    case 'synapse-configure':
      return assignmentEntries(place, 'synapse');
    case 'section-configure':
      return assignmentEntries(place, 'section');
    default:
      return words;
  }
}

/** Words that stand for a path or for none, where no path is begun yet. */
function pathsAndWords(paths: CompletionEntry[], words: CompletionEntry[], { value, offset }: ValuePlace) {
  if (/[/:]/.test(value.text.slice(0, offset - value.start))) return paths;
  const names = new Set(paths.map(({ label }) => label));
  return [...paths, ...words.filter(({ label }) => !names.has(label))];
}

function wordEntries(schema: KeySchema, place: ValuePlace): CompletionEntry[] {
  const span = currentWord(place);
  // Of a list of words each is written once.
  const others = new Set(
    [
      place.value.text.slice(0, span.start - place.value.start),
      place.value.text.slice(span.end - place.value.start),
    ].flatMap((text) => text.trim().split(/\s+/)),
  );
  const values = (schema.values ?? []).filter(({ value }) => !others.has(value) && suits(schema, value, place.block));
  const none: ValueSchema[] = schema.none ? [{ value: NONE, meaning: 'Switches it off' }] : [];
  return [...values, ...none].map((each, index) => ({
    label: each.value,
    kind: 'value',
    ...(each.value === schema.default && { detail: 'default' }),
    documentation: documentationOf(schema, each, place.block),
    span,
    insertText: each.value,
    ...(each.deprecated !== undefined && { deprecated: true }),
    rank: index + (each.deprecated === undefined ? 0 : DEPRECATED),
  }));
}

/** Whether pattern and mode of a stimulus go together. */
function suits({ name }: KeySchema, value: string, block: Block): boolean {
  if (block.header.type.text !== 'Stimulus') return true;
  if (name === 'Pattern') {
    const mode = valueOf(block, 'Mode')?.text;
    // A mode that no pattern has, as Extracellular, goes with any.
    if (mode === undefined || !patterns.some(({ modes }) => modes.includes(mode))) return true;
    return patternSchema(value)?.modes.includes(mode) ?? true;
  }
  const pattern = name === 'Mode' ? patternSchema(valueOf(block, 'Pattern')?.text ?? '') : undefined;
  return !pattern || pattern.modes.includes(value);
}

function documentationOf(schema: KeySchema, value: ValueSchema, block: Block): string {
  const isPattern = block.header.type.text === 'Stimulus' && schema.name === 'Pattern';
  const pattern = isPattern ? patternSchema(value.value) : undefined;
  return pattern ? patternDocumentation(pattern) : valueDocumentation(schema, value);
}
