/** What the schema tables say, as Markdown of few lines: the text of hovers and of completion entries. */
import { defaultOf, isRequired, unitOf } from './keyUse';
import type { KeyForm, KeySchema, PatternSchema, Reader, SectionSchema, ValueSchema, ValueType } from './schema/types';
import type { Block, BlueConfigTree } from './tree';

const TYPES: Readonly<Record<ValueType, string>> = {
  float: 'number',
  integer: 'integer',
  boolean: 'switch',
  string: 'text',
  enum: 'word',
  target: 'target',
  stimulus: 'stimulus',
  electrode: 'electrode',
  population: 'population',
  file: 'file',
  directory: 'folder',
  path: 'file or folder',
  edges: 'edges file',
  'synapse-configure': 'assignments',
  'section-configure': 'assignments',
  hoc: 'HOC',
};

const READERS: Readonly<Record<Reader, string>> = {
  neurodamus: 'neurodamus',
  brion: 'Brion',
  bluepy: 'bluepy',
  bluecellulab: 'BlueCelluLab',
  tools: 'other tools',
  'old readers': 'old readers only',
  observed: 'no known reader; seen in files',
};

/** More values than this are listed by name only. */
const EXPLAINED_VALUES = 6;

/** The block that a key stands in; without it a text says what holds in general. */
export interface Place {
  readonly block: Block;
  readonly tree: BlueConfigTree;
}

export function keyDocumentation(schema: KeySchema, section: SectionSchema, place?: Place): string {
  return paragraphs([
    [`**${schema.name}**`, ...traits(schema, place)].join(' · '),
    schema.meaning,
    valuesText(schema),
    schema.deprecated && `**Deprecated.** ${schema.deprecated}`,
    patternsText(schema),
    origin(schema.bookkeeping ? [] : (schema.readers ?? section.readers), schema.sonata, schema.option),
  ]);
}

/** Type and unit in a word or two, beside a completion entry. */
export function typeText(schema: KeySchema, block?: Block): string {
  const unit = unitOf(schema, block);
  return unit === undefined ? TYPES[schema.type] : `${TYPES[schema.type]}, ${unit}`;
}

export function keyFormDocumentation(form: KeyForm, section: SectionSchema): string {
  return paragraphs([`**\`${form.form}\`** · number`, form.meaning, origin(section.readers, form.sonata)]);
}

export function sectionDocumentation(section: SectionSchema): string {
  const required = section.keys.filter((key) => key.required === 'always').map((key) => code(key.name));
  return paragraphs([
    `**${section.name}** · section${section.singleton === undefined ? '' : ` · exactly one, named ${code(section.singleton)}`}`,
    section.meaning,
    required.length > 0 && `Must have ${required.join(', ')}.`,
    section.deprecated && `**Deprecated.** ${section.deprecated}`,
    origin(section.readers, section.sonata),
  ]);
}

export function valueDocumentation(schema: KeySchema, { value, meaning, deprecated }: ValueSchema): string {
  return paragraphs([
    `**${code(value)}** · ${schema.name}${schema.default === value ? ' · default' : ''}`,
    sentence(meaning),
    deprecated && `**Deprecated.** ${deprecated}`,
  ]);
}

export function patternDocumentation(pattern: PatternSchema): string {
  const required = [...pattern.required.map(code), ...(pattern.oneOf ? [pattern.oneOf.map(code).join(' or ')] : [])];
  return paragraphs([
    `**${pattern.name}** · stimulus pattern · Mode ${pattern.modes.map(code).join(' or ')}`,
    pattern.meaning,
    [
      required.length > 0 ? `Needs ${required.join(', ')}` : 'Needs no keys of its own',
      ...(pattern.optional.length > 0 ? [`may have ${pattern.optional.map(code).join(', ')}`] : []),
    ].join('; ') + '.',
    pattern.notes,
    pattern.deprecated && `**Deprecated.** ${pattern.deprecated}`,
    origin(pattern.readers, pattern.sonata),
  ]);
}

function traits(schema: KeySchema, place: Place | undefined): string[] {
  const found = [TYPES[schema.type]];
  const unit = unitOf(schema, place?.block);
  if (unit !== undefined) found.push(unit);
  const range = rangeText(schema);
  if (range !== undefined) found.push(range);
  const preset = place ? defaultOf(schema, place.block, place.tree) : schema.default;
  if (preset !== undefined) found.push(`default ${code(preset)}`);
  else if (schema.defaultFrom !== undefined) found.push(`default as ${code(schema.defaultFrom)}`);
  else if (schema.inheritedUnless !== undefined) {
    found.push(`default as ${code(`Run.${schema.name}`)} without ${code(schema.inheritedUnless)}`);
  }
  if (place ? isRequired(schema, place.block, place.tree) : schema.required === 'always') found.push('required');
  return found;
}

function rangeText({ minimum, exclusiveMinimum, maximum, nonZero }: KeySchema): string | undefined {
  const limits = [
    ...(minimum === undefined ? [] : [`from ${minimum}`]),
    ...(exclusiveMinimum === undefined ? [] : [`above ${exclusiveMinimum}`]),
    ...(maximum === undefined ? [] : [`up to ${maximum}`]),
    ...(nonZero ? ['not 0'] : []),
  ];
  return limits.length > 0 ? limits.join(' ') : undefined;
}

function valuesText({ values = [], openValues, none }: KeySchema): string | undefined {
  const current = values.filter(({ deprecated }) => deprecated === undefined);
  const listed = current.length > 0 ? current : values;
  if (listed.length === 0) return none ? `${code('<NONE>')} switches it off.` : undefined;
  if (listed.length > EXPLAINED_VALUES) return `One of ${listed.map(({ value }) => code(value)).join(', ')}.`;
  const lines = listed.map(({ value, meaning }) => `- ${code(value)}: ${meaning}`);
  return [...lines, ...(openValues ? ['- or another word'] : [])].join('\n');
}

/** The patterns that read a key, where they are few enough to be worth naming. */
function patternsText({ patterns = [], modes }: KeySchema): string | undefined {
  if (modes) return `Only with ${code(`Mode ${modes.join(', ')}`)}.`;
  return patterns.length > 0 ? `For ${patterns.map(code).join(', ')}.` : undefined;
}

function origin(readers: readonly Reader[] | undefined, sonata: string | undefined, option?: string): string {
  return [
    readers && readers.length > 0
      ? `Read by ${readers.map((reader) => READERS[reader]).join(', ')}.`
      : 'Read by nothing.',
    ...(sonata === undefined ? [] : [`SONATA: ${code(sonata)}.`]),
    ...(option === undefined ? [] : [`Later: option ${code(option)}.`]),
  ].join(' ');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** Words of the tables: they hold no backticks. */
function code(text: string): string {
  return `\`${text}\``;
}

function paragraphs(parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== false && part !== '').join('\n\n');
}
