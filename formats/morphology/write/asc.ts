/** Neurolucida ASC as MorphIO writes it. */
import type { Morphology } from '../model';
import type { ProblemList } from '../problem';
import { writeMixedTypes, writeSectionType } from '../problems/write';
import { APICAL_DENDRITE, AXON, BASAL_DENDRITE, sectionTypeTitle } from '../sectionTypes';
import { childCount, childrenOf, topologyOf, type Topology } from '../topology';
import { floatText } from './numbers';
import { somaContour } from './soma';

const HEADERS: Readonly<Record<number, string>> = {
  [AXON]: '(Color Cyan)\n  (Axon)',
  [BASAL_DENDRITE]: '(Color Red)\n  (Dendrite)',
  [APICAL_DENDRITE]: '(Color Red)\n  (Apical)',
};

/** Deeper levels are not indented further: a chain of 100 000 forks would be all blanks. */
const DEEPEST_INDENT = 20;

export function ascText(morphology: Morphology, creator: string, problems: ProblemList): string {
  const rows: string[] = [];
  const contour = somaContour(morphology, problems);
  if (contour.length > 0) {
    rows.push('("CellBody"', '  (Color Red)', '  (CellBody)');
    for (let i = 0; i < contour.length; i += 4) rows.push(`  ${pointText(contour, i, contour[i + 3] ?? 0)}`);
    rows.push(')', '');
  }
  const topology = topologyOf(morphology.sections);
  for (const root of topology.roots) writeNeurite(morphology, topology, root, rows, problems);
  rows.push(`; Created by ${creator}`, '');
  return rows.join('\n');
}

/** Depth-first with a stack: what is still to be written of each open branch. */
function writeNeurite(
  morphology: Morphology,
  topology: Topology,
  root: number,
  rows: string[],
  problems: ProblemList,
): void {
  const type = morphology.sections.types[root] ?? 0;
  const header = HEADERS[type];
  if (header === undefined) {
    problems.add(
      writeSectionType,
      { section: root },
      () =>
        `Section ${root} is of type ${type} (${sectionTypeTitle(type, morphology.family)}): ASC has axon (2), dendrite (3) and apical (4) only.`,
    );
    return;
  }
  rows.push(`( ${header}`);
  const stack: (number | string)[] = [root];
  let depth = 1;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next === 'string') {
      if (next === ')') depth--;
      rows.push(indent(depth) + next);
      continue;
    }
    if (morphology.sections.types[next] !== type) reportOtherType(morphology, next, type, problems);
    writePoints(morphology, next, indent(depth), rows);
    if (childCount(topology, next) === 0) continue;
    rows.push(`${indent(depth)}(`);
    depth++;
    stack.push(')');
    [...childrenOf(topology, next)].reverse().forEach((child, i) => {
      if (i > 0) stack.push('|');
      stack.push(child);
    });
  }
  rows.push(')', '');
}

/** Only where the type changes: its whole subtree is of one cause. */
function reportOtherType(
  { sections, family }: Morphology,
  section: number,
  rootType: number,
  problems: ProblemList,
): void {
  const type = sections.types[section] ?? 0;
  if (sections.types[sections.parents[section] ?? 0] === type) return;
  problems.add(
    writeMixedTypes,
    { section },
    () =>
      `Section ${section} and what follows it (${sectionTypeTitle(type, family)}) become ` +
      `${sectionTypeTitle(rootType, family)}: ASC has one type for a whole neurite.`,
  );
}

function writePoints(
  { sections, points, diameters }: Morphology,
  section: number,
  blanks: string,
  rows: string[],
): void {
  const end = sections.offsets[section + 1] ?? 0;
  for (let point = sections.offsets[section] ?? 0; point < end; point++) {
    rows.push(blanks + pointText(points, 3 * point, diameters[point] ?? 0));
  }
}

function pointText(values: Float32Array, at: number, diameter: number): string {
  const numbers = [values[at] ?? 0, values[at + 1] ?? 0, values[at + 2] ?? 0, diameter];
  return `(${numbers.map(floatText).join(' ')})`;
}

function indent(depth: number): string {
  return '  '.repeat(Math.min(depth, DEEPEST_INDENT));
}
