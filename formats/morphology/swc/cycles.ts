import { unreachableSamples } from '../problems/swc/unreachableSamples';
import { SOMA_TYPE } from '../sectionTypes';
import type { Links } from './links';
import { ID, PARENT, type SampleReport } from './report';
import { listed } from './soma';

/** Ids that a message names. */
const NAMED = 8;

/**
 * Samples that are each other's ancestors: one message a circle, at its first sample in the file.
 * @returns how many circles there are
 */
export function checkCycles({ parents }: Links, report: SampleReport): number {
  let count = 0;
  // Each sample gets the number of the first walk towards its root that comes by: a walk that meets itself is a circle.
  const walks = new Int32Array(parents.length).fill(-1);
  for (let start = 0; start < parents.length; start++) {
    let sample = start;
    while (sample >= 0 && walks[sample] === -1) {
      walks[sample] = start;
      sample = parents[sample] ?? -1;
    }
    if (sample >= 0 && walks[sample] === start) {
      tellCycle(cycleFrom(sample, parents), report);
      count++;
    }
  }
  return count;
}

interface Cycle {
  /** The first of it in the file. */
  readonly first: number;
  readonly length: number;
  /** Some of its samples, from child to parent, beginning with the first. */
  readonly samples: readonly number[];
}

function cycleFrom(member: number, parents: Int32Array): Cycle {
  let first = member;
  let length = 0;
  let sample = member;
  do {
    first = Math.min(first, sample);
    length++;
    sample = parents[sample] ?? member;
  } while (sample !== member);
  const samples: number[] = [];
  sample = first;
  while (samples.length < Math.min(length, NAMED)) {
    samples.push(sample);
    sample = parents[sample] ?? first;
  }
  return { first, length, samples };
}

function tellCycle({ first, length, samples }: Cycle, report: SampleReport): void {
  const isSoma = report.samples.types[first] === SOMA_TYPE;
  report.add(
    unreachableSamples,
    first,
    PARENT,
    () => {
      const ids = listed(samples.map((sample) => report.id(sample)));
      const more = length > samples.length ? ` and ${length - samples.length} more` : '';
      return (
        `The samples ${ids}${more} are each other's ancestors, in a circle: none leads to a root. ` +
        (isSoma
          ? `Give one of them the parent -1.`
          : `MorphIO drops them and what hangs on them. Give one of them a parent outside of the circle.`)
      );
    },
    () => samples.slice(1).map((sample) => report.related(sample, ID, `sample ${report.id(sample)} of the circle`)),
  );
}
