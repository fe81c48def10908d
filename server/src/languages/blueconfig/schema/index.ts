/** The schema of BlueConfig files: every section, key, value and stimulus pattern, and lookups by name. */
import { circuit } from './circuit';
import { conditions } from './conditions';
import { connection } from './connection';
import { electrode } from './electrode';
import { modification } from './modification';
import { neuronConfigure } from './neuron-configure';
import { patterns } from './patterns';
import { projection } from './projection';
import { report } from './report';
import { run } from './run';
import { stimulus } from './stimulus';
import { stimulusInject } from './stimulus-inject';
import type { KeySchema, PatternSchema, SectionSchema } from './types';

export { knownModOverrides } from './helpers';
export { patterns } from './patterns';
export { patternSnippet, sectionSnippet } from './snippets';

/** In the order that files usually have them. */
export const sections: readonly SectionSchema[] = [
  run,
  conditions,
  circuit,
  projection,
  stimulus,
  stimulusInject,
  connection,
  report,
  modification,
  electrode,
  neuronConfigure,
];

const sectionsByName = new Map(sections.map((section) => [section.name, section]));
const patternsByName = new Map(patterns.map((pattern) => [pattern.name, pattern]));
const keysBySection = new Map(sections.map((section) => [section.name, keysByName(section)]));

function keysByName({ keys }: SectionSchema): ReadonlyMap<string, KeySchema> {
  return new Map(keys.flatMap((key) => [key.name, ...(key.aliases ?? [])].map((name) => [name, key] as const)));
}

/** Names are compared as the readers do: with regard to case. */
export function sectionSchema(name: string): SectionSchema | undefined {
  return sectionsByName.get(name);
}

export function keySchema(sectionName: string, keyName: string): KeySchema | undefined {
  return keysBySection.get(sectionName)?.get(keyName);
}

export function patternSchema(name: string): PatternSchema | undefined {
  return patternsByName.get(name);
}
