import { inlineCode } from '../../../../formats/text/markdown';
import { touches, type Word } from '../../../../formats/text/span';
import { placeKey } from '../../workspace/facts';
import { displayPath } from '../../workspace/paths';
import type { FeatureContext, HoverContent } from '../language';
import { describeTarget } from './targetDescription';
import { describeAssignment, describeElectrode, describePopulation, describeStimulus } from './blockDescription';
import { parseConfigureSnippet } from './configureSnippet';
import {
  keyDocumentation,
  keyFormDocumentation,
  patternDocumentation,
  sectionDocumentation,
  valueDocumentation,
} from './documentation';
import { pathOf } from './paths';
import { keySchema, patternSchema, sectionSchema } from './schema';
import type { KeyForm, KeySchema, SectionSchema } from './schema/types';
import { blockAt, type Block, type BlueConfigTree, type Entry, type Value } from './tree';
import { edgePath, isSingleCell, NONE, targetReference } from './values';

type Context = FeatureContext<BlueConfigTree>;

export function hover(context: Context, offset: number): HoverContent | undefined {
  const { tree } = context.document;
  const block = blockAt(tree, offset);
  if (!block) return undefined;
  const section = sectionSchema(block.header.type.text);
  const { type, names } = block.header;
  if (touches(type, offset)) return section && content(type, sectionDocumentation(section));
  const name = names.find((each) => touches(each, offset));
  if (name) return nameHover(context, block, name);
  const entry = block.entries.find((each) => touches(each, offset));
  if (!entry || !section) return undefined;
  if (touches(entry.key, offset)) return keyHover(context, section, block, entry, entry.key);
  if (!entry.value || !touches(entry.value, offset)) return undefined;
  return valueHover(context, section, block, entry, entry.value, offset);
}

function content(span: Word, markdown: string): HoverContent {
  return { span: { start: span.start, end: span.end }, markdown };
}

function nameHover({ document }: Context, block: Block, name: Word): HoverContent | undefined {
  switch (block.header.type.text) {
    case 'Stimulus':
      return content(name, describeStimulus(document.tree, name.text));
    case 'Circuit':
      return content(name, describePopulation(document, name.text));
    case 'Electrode':
      return content(name, describeElectrode(document.tree, name.text));
    default:
      return undefined;
  }
}

function keyHover({ document }: Context, section: SectionSchema, block: Block, entry: Entry, span: Word) {
  const schema = keySchema(section.name, entry.key.text);
  if (schema) return content(span, keyDocumentation(schema, section, { block, tree: document.tree }));
  const form = keyFormOf(section, entry.key.text);
  return form && content(span, keyFormDocumentation(form, section));
}

function keyFormOf({ keyForms = [] }: SectionSchema, key: string): KeyForm | undefined {
  const byPrefix = keyForms.find(({ prefixes = [] }) => prefixes.some((prefix) => key.startsWith(prefix)));
  const others = keyForms.filter(({ prefixes }) => !prefixes);
  // `variable_SUFFIX` comes before a bare variable, which has no underscore to part it.
  return byPrefix ?? (key.includes('_') ? others[0] : others.at(-1));
}

function valueHover(
  context: Context,
  section: SectionSchema,
  block: Block,
  entry: Entry,
  value: Value,
  offset: number,
): HoverContent | undefined {
  const { tree } = context.document;
  const schema = keySchema(section.name, entry.key.text);
  const ofKey = (): HoverContent | undefined => keyHover(context, section, block, entry, value);
  if (!schema || value.text === '' || value.text === NONE) return ofKey();
  switch (schema.type) {
    case 'target':
      return targetHover(context, value, offset);
    case 'stimulus':
      return content(value, describeStimulus(tree, value.text));
    case 'electrode':
      return content(value, describeElectrode(tree, value.text));
    case 'population':
      return content(value, describePopulation(context.document, value.text));
    case 'file':
    case 'directory':
    case 'path':
    case 'edges':
      return pathHover(context, schema, entry, value, offset) ?? ofKey();
    case 'synapse-configure':
    case 'section-configure': {
      const language = schema.type === 'synapse-configure' ? 'synapse' : 'section';
      const assignment = parseConfigureSnippet(value, language).assignments.find((each) => touches(each, offset));
      return assignment ? { span: assignment, markdown: describeAssignment(assignment, block, language) } : ofKey();
    }
    default:
      return wordHover(section, schema, value, offset) ?? ofKey();
  }
}

function targetHover({ document, scopes }: Context, value: Value, offset: number): HoverContent | undefined {
  const { population, target } = targetReference(value);
  if (population && offset <= population.end) return content(population, describePopulation(document, population.text));
  if (target.text === '') {
    const whole = population ? `All cells of the population ${inlineCode(population.text)}.` : 'All cells.';
    return content(value, whole);
  }
  const [scope] = scopes;
  if (!scope) return undefined;
  if (isSingleCell(target.text) && scope.find('target', target.text).length === 0) {
    return content(target, `**${inlineCode(target.text)}** · the cell with gid ${Number(target.text.slice(1))}`);
  }
  return content(target, describeTarget(scope, target.text, document.uri));
}

/** One of the words that a key accepts; of several words, the one under the cursor. */
function wordHover(section: SectionSchema, schema: KeySchema, value: Value, offset: number): HoverContent | undefined {
  if (section.name === 'Stimulus' && schema.name === 'Pattern') {
    const pattern = patternSchema(value.text);
    return pattern && content(value, patternDocumentation(pattern));
  }
  const same = (a: string, b: string): boolean => (schema.ignoreCase ? a.toLowerCase() === b.toLowerCase() : a === b);
  for (const match of value.text.matchAll(/\S+/g)) {
    const start = value.start + match.index;
    const word: Word = { start, end: start + match[0].length, text: match[0] };
    if (!touches(word, offset)) continue;
    const known = schema.values?.find((each) => same(each.value, word.text));
    if (known) return content(word, valueDocumentation(schema, known));
  }
  return undefined;
}

const STATES = {
  file: 'a file',
  directory: 'a folder',
  other: 'neither a file nor a folder',
  missing: 'not there',
  unreachable: 'out of reach: on a file system that this machine does not have',
  denied: 'there, but may not be read',
} as const;

function pathHover(
  context: Context,
  schema: KeySchema,
  entry: Entry,
  value: Value,
  offset: number,
): HoverContent | undefined {
  const path = pathOf(schema, entry);
  const population = schema.type === 'edges' ? edgePath(value).population : undefined;
  if (population && population.text !== '' && touches(population, offset)) {
    return content(
      population,
      `**${inlineCode(population.text)}** · edge population in ${inlineCode(path?.text ?? '')}`,
    );
  }
  const reference = path && context.document.facts.paths.find(({ span }) => span.start === path.start);
  const state = reference && context.pathState(placeKey(reference));
  if (!path || !state) return undefined;
  const others = reference.candidates.filter((uri) => uri !== state.uri);
  const isOutput = schema.role === 'output' && state.kind === 'missing';
  const lines = [
    `**${inlineCode(displayPath(state.uri))}** · ${isOutput ? 'not there yet: the simulation writes it' : STATES[state.kind]}`,
    ...(state.spelling === undefined ? [] : [`Only with another case: ${inlineCode(state.spelling)}.`]),
    ...(state.kind === 'missing' && !isOutput && others.length > 0
      ? [
          `Also looked for at ${others
            .slice(0, 3)
            .map((uri) => inlineCode(displayPath(uri)))
            .join(', ')}.`,
        ]
      : []),
  ];
  return content(path, lines.join('\n\n'));
}
