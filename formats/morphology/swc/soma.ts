import { NO_SOMA, type Soma, type SomaType } from '../model';
import { multipleSomata } from '../problems/swc/multipleSomata';
import { somaBifurcation } from '../problems/swc/somaBifurcation';
import { somaNonConform } from '../problems/swc/somaNonConform';
import { somaWithNeuriteParent } from '../problems/swc/somaWithNeuriteParent';
import { wrongRootPoint } from '../problems/swc/wrongRootPoint';
import { SOMA_TYPE } from '../sectionTypes';
import type { Links } from './links';
import { ID, PARENT, type SampleReport } from './report';
import { BROKEN_PARENT, HAS_PARENT, REPEATED, type Samples } from './samples';
import type { Scan } from './scan';

/** Places that a message names beside its own. */
const RELATED_LIMIT = 20;

/** Indices of the samples of the soma, in the order of the file. */
export function somaSamples({ samples, somaCount }: Scan): Uint32Array {
  const soma = new Uint32Array(somaCount);
  for (let sample = 0, at = 0; at < somaCount; sample++) if (samples.types[sample] === SOMA_TYPE) soma[at++] = sample;
  return soma;
}

/** The soma as MorphIO 3.4 decides what it is, with what is wrong with it. */
export function makeSoma(soma: Uint32Array, links: Links, report: SampleReport): Soma {
  if (soma.length === 0) return NO_SOMA;
  checkParents(soma, links, report);
  const type = somaType(soma, report.samples);
  if (type === 'SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS') {
    checkConformity(soma, report);
    checkRootPoints(soma, links, report);
  } else if (type === 'SOMA_CYLINDERS') {
    checkRoots(soma, report);
    checkForks(soma, links, report);
  }
  const { numbers, lines } = report.samples;
  const points = new Float32Array(soma.length * 3);
  const diameters = new Float32Array(soma.length);
  soma.forEach((sample, i) => {
    points.set(numbers.subarray(sample * 4, sample * 4 + 3), i * 3);
    diameters[i] = 2 * (numbers[sample * 4 + 3] ?? 0);
  });
  return { type, points, diameters, lines: soma.map((sample) => lines[sample] ?? 0) };
}

function somaType(soma: Uint32Array, { ids, parents, flags }: Samples): SomaType {
  if (soma.length === 1) return 'SOMA_SINGLE_POINT';
  const isNeuroMorpho =
    soma.length === 3 &&
    soma.every((sample, i) => {
      const hasParent = ((flags[sample] ?? 0) & HAS_PARENT) !== 0;
      return ids[sample] === i + 1 && (i === 0 ? !hasParent : hasParent && parents[sample] === 1);
    });
  return isNeuroMorpho ? 'SOMA_NEUROMORPHO_THREE_POINT_CYLINDERS' : 'SOMA_CYLINDERS';
}

function checkParents(soma: Uint32Array, { parents }: Links, report: SampleReport): void {
  const { types } = report.samples;
  for (const sample of soma) {
    const parent = parents[sample] ?? -1;
    if (parent < 0 || types[parent] === SOMA_TYPE) continue;
    report.refuse(
      somaWithNeuriteParent,
      sample,
      PARENT,
      () =>
        `Sample ${report.id(sample)} is of the soma, but its parent ${report.id(parent)} on line ${report.line(parent)} is ` +
        `of a neurite (type ${types[parent] ?? 0}). Correct the type of one of them, or the parent.`,
      () => [report.related(parent, ID, `the parent, sample ${report.id(parent)}`)],
    );
  }
}

/** One message at each root of the soma but the first. */
function checkRoots(soma: Uint32Array, report: SampleReport): void {
  const { flags } = report.samples;
  let first = -1;
  for (const sample of soma) {
    // A repeated id was told of: most likely the whole line is there twice.
    if ((flags[sample] ?? 0) & (HAS_PARENT | BROKEN_PARENT | REPEATED)) continue;
    if (first < 0) {
      first = sample;
      continue;
    }
    const known = first;
    report.refuse(
      multipleSomata,
      sample,
      PARENT,
      () =>
        `A second soma begins at sample ${report.id(sample)}: the first is sample ${report.id(known)} on line ` +
        `${report.line(known)}. A file holds one cell; join the samples of one soma by their parents.`,
      () => [report.related(known, PARENT, `the first soma, sample ${report.id(known)}`)],
    );
  }
}

function checkForks(soma: Uint32Array, { parents }: Links, report: SampleReport): void {
  const children = new Map<number, number[]>();
  for (const sample of soma) {
    const parent = parents[sample] ?? -1;
    if (parent < 0 || report.samples.types[parent] !== SOMA_TYPE || (parents[parent] ?? -1) < 0) continue;
    const known = children.get(parent);
    if (known) known.push(sample);
    else children.set(parent, [sample]);
  }
  for (const [sample, [...ends]] of children) {
    if (ends.length < 2) continue;
    report.refuse(
      somaBifurcation,
      sample,
      ID,
      () =>
        `The soma forks at sample ${report.id(sample)}, into ${listed(ends.map((end) => report.id(end)))}: only its first ` +
        `sample may have several children in the soma.`,
      () => ends.slice(0, RELATED_LIMIT).map((end) => report.related(end, ID, `child ${report.id(end)}`)),
    );
  }
}

function checkConformity(soma: Uint32Array, report: SampleReport): void {
  const [first = 0, second = 0, third = 0] = soma;
  const { numbers } = report.samples;
  const at = (sample: number, axis: number): number => numbers[sample * 4 + axis] ?? 0;
  const radius = at(first, 3);
  const axes = [0, 1, 2];
  const different = axes.filter(
    (axis) => !isClose(at(first, axis), at(second, axis)) || !isClose(at(first, axis), at(third, axis)),
  );
  const [axis = 0] = different;
  const centre = at(first, axis);
  const isAt = (sample: number, offset: number): boolean => isClose(at(sample, axis), Math.fround(centre + offset));
  const isOffset = (isAt(second, -radius) && isAt(third, radius)) || (isAt(second, radius) && isAt(third, -radius));
  if (different.length === 1 && isOffset) return;
  const names = different.map((each) => 'xyz'[each] ?? '');
  const found =
    different.length === 0
      ? 'the three samples stand at one place'
      : different.length > 1
        ? `the samples differ in ${listed(names)}`
        : `their ${names[0] ?? ''} is ${listed([at(second, axis), centre, at(third, axis)].map(shown))}`;
  report.add(
    somaNonConform,
    first,
    ID,
    () =>
      `The soma of three samples is no cylinder after NeuroMorpho.org: samples 2 and 3 should differ from 1 in one ` +
      `coordinate, by its radius ${shown(radius)} to either side, but ${found}.`,
    () => [second, third].map((sample) => report.related(sample, ID, `sample ${report.id(sample)} of the soma`)),
    PARENT,
  );
}

function shown(value: number): number {
  return Number(value.toPrecision(6));
}

/** As MorphIO compares: within 1e-6, or as near as float32 comes. */
function isClose(a: number, b: number): boolean {
  const difference = Math.abs(a - b);
  return difference < 1e-6 || difference <= 2 ** -23 * Math.max(Math.abs(a), Math.abs(b));
}

function checkRootPoints(soma: Uint32Array, { firstChildren, nextSiblings }: Links, report: SampleReport): void {
  for (const sample of soma.subarray(1)) {
    const neurites: number[] = [];
    let child = firstChildren[sample] ?? -1;
    for (; child >= 0 && neurites.length < RELATED_LIMIT; child = nextSiblings[child] ?? -1) neurites.push(child);
    if (neurites.length === 0) continue;
    report.add(
      wrongRootPoint,
      sample,
      ID,
      () =>
        `Sample ${listed(neurites.map((each) => report.id(each)))} of a neurite hangs on sample ${report.id(sample)}, which ` +
        `only gives the extent of the soma. Give it the parent 1.`,
      () => neurites.map((each) => report.related(each, PARENT, `neurite that begins at sample ${report.id(each)}`)),
    );
  }
}

/** `1`, `1 and 2`, `1, 2 and 3`; a long list is cut. */
export function listed(items: readonly (number | string)[], limit = 8): string {
  const shownItems = items.slice(0, limit).map(String);
  if (items.length > limit) return `${shownItems.join(', ')} and ${items.length - limit} more`;
  const last = shownItems.pop() ?? '';
  return shownItems.length === 0 ? last : `${shownItems.join(', ')} and ${last}`;
}
