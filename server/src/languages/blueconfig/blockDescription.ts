/** What the blocks of a config say, in a few lines of Markdown: for hovers over their names, and completions of these. */
import { inlineCode } from '../../../../formats/text/markdown';
import type { SourceDocument } from '../../workspace/document';
import { attributesOf } from './attributes';
import type { Assignment, SnippetLanguage } from './configureSnippet';
import { unitOf } from './keyUse';
import { keySchema } from './schema';
import { blocksOf, nameOf, valueOf, type Block, type BlueConfigTree } from './tree';

/** Entries and names shown in a hover. */
const SHOWN = 6;

function findBlock(tree: BlueConfigTree, type: string, name: string): Block | undefined {
  return blocksOf(tree, type).find((block) => nameOf(block)?.text === name);
}

/** A stimulus by its name: pattern, values, and where it is injected. */
export function describeStimulus(tree: BlueConfigTree, name: string): string {
  const block = findBlock(tree, 'Stimulus', name);
  if (!block) return `**${inlineCode(name)}** · not a Stimulus of this file`;
  const pattern = valueOf(block, 'Pattern')?.text;
  const targets = blocksOf(tree, 'StimulusInject')
    .filter((inject) => valueOf(inject, 'Stimulus')?.text === name)
    .map((inject) => valueOf(inject, 'Target')?.text ?? '');
  return [
    `**${inlineCode(name)}** · Stimulus${pattern === undefined ? '' : ` · ${inlineCode(pattern)}`}`,
    ...entriesText(block, ['Pattern']),
    targets.length > 0 ? `Injected into ${listed(targets)}.` : 'Never injected: it has no effect.',
  ].join('\n\n');
}

export function describeElectrode(tree: BlueConfigTree, name: string): string {
  const block = findBlock(tree, 'Electrode', name);
  if (!block) return `**${inlineCode(name)}** · not an Electrode of this file`;
  return [`**${inlineCode(name)}** · Electrode`, ...entriesText(block, [])].join('\n\n');
}

/** A node population; only additional ones have a block. */
export function describePopulation({ tree, lines }: SourceDocument<BlueConfigTree>, name: string): string {
  const block = findBlock(tree, 'Circuit', name);
  if (!block) return `**${inlineCode(name)}** · population without a Circuit block in this file`;
  const line = lines.lineOf(block.start) + 1;
  return [`**${inlineCode(name)}** · population · Circuit block in line ${line}`, ...entriesText(block, [])].join(
    '\n\n',
  );
}

export function describeAssignment({ object, attribute }: Assignment, block: Block, language: SnippetLanguage): string {
  if (object === 'global') {
    return language === 'synapse'
      ? `**${inlineCode(attribute.text)}** · global variable\n\nSet once for the whole simulation: its place is a \`Conditions\` block.`
      : `**${inlineCode(attribute.text)}** · global variable\n\nOnly attributes of \`%s\` can be assigned here.`;
  }
  const what = language === 'synapse' ? 'each synapse' : 'each section that has it';
  const known = language === 'synapse' ? attributesOf(block).find(({ name }) => name === attribute.text) : undefined;
  const unit = known?.unit === undefined ? '' : ` · ${known.unit}`;
  return [
    `**${inlineCode(attribute.text)}** · attribute of ${what}${unit}`,
    ...(known ? [`${known.meaning}.`] : []),
  ].join('\n\n');
}

/** `AmpStart 0.1 nA, Delay 100 ms`. */
function entriesText(block: Block, without: readonly string[]): string[] {
  const entries = block.entries.filter(({ key, value }) => value && value.text !== '' && !without.includes(key.text));
  if (entries.length === 0) return [];
  const shown = entries.slice(0, SHOWN).map(({ key, value }) => {
    const schema = keySchema(block.header.type.text, key.text);
    const unit = schema && unitOf(schema, block);
    return inlineCode(`${key.text} ${value?.text ?? ''}${unit === undefined ? '' : ` ${unit}`}`);
  });
  return [shown.join(', ') + (entries.length > SHOWN ? ' …' : '')];
}

function listed(names: readonly string[]): string {
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return (
    names
      .slice(0, SHOWN)
      .map((name) => inlineCode(name))
      .join(', ') + more
  );
}
