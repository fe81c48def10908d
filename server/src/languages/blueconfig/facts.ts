import type { Definition, Facts, PathReference, Reference } from '../../workspace/facts';
import { ConfigPaths } from './paths';
import { keySchema } from './schema';
import { blocksOf, nameOf, valueOf, type Block, type BlueConfigTree, type Entry } from './tree';
import { holdsBrace, isSingleCell, NONE, targetReference } from './values';

/** Sections whose names other values refer to. */
const DEFINING = { Stimulus: 'stimulus', Electrode: 'electrode', Circuit: 'population' } as const;

export function blueConfigFacts(tree: BlueConfigTree, uri: string): Facts {
  const paths = new ConfigPaths(tree, uri);
  const entries = tree.blocks.flatMap((block) => block.entries.map((entry) => ({ block, entry })));
  return {
    definitions: Object.entries(DEFINING).flatMap(([type, kind]) =>
      blocksOf(tree, type).flatMap((block) => definition(block, kind)),
    ),
    references: entries.flatMap(({ block, entry }) => references(block, entry)),
    paths: entries.flatMap(({ block, entry }): PathReference[] => {
      const reference = paths.reference(block, entry);
      return reference ? [reference] : [];
    }),
    inclusions: paths.inclusions(),
    wantedFiles: blocksOf(tree, 'Connection').flatMap((block) => {
      const prefix = valueOf(block, 'ModOverride')?.text;
      return prefix && !holdsBrace(prefix) ? [`${prefix}Helper.hoc`] : [];
    }),
  };
}

function definition(block: Block, kind: Definition['kind']): Definition[] {
  const name = nameOf(block);
  return name ? [{ kind, name: name.text, span: name, range: block }] : [];
}

function references(block: Block, entry: Entry): Reference[] {
  const { value } = entry;
  const from = entry.key.text;
  if (!value || value.text === '' || value.text === NONE || holdsBrace(value.text)) return [];
  const type = keySchema(block.header.type.text, from)?.type;
  if (type === 'stimulus' || type === 'electrode' || type === 'population') {
    return [{ kind: type, name: value.text, span: value, from }];
  }
  if (type !== 'target') return [];
  const { population, target } = targetReference(value);
  const found: Reference[] = [];
  if (population?.text) found.push({ kind: 'population', name: population.text, span: population, from });
  if (target.text) {
    found.push({
      kind: 'target',
      name: target.text,
      span: target,
      from,
      ...(isSingleCell(target.text) && { optional: true }),
    });
  }
  return found;
}
