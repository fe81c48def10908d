/**
 * What MorphIO says of the corpus' morphologies, and where a reading of ours differs from it. All comparisons are of
 * plain facts: an empty list of disagreements is agreement.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Morphology } from '../../formats/morphology/model';
import type { MorphologyProblem, MorphologyReading } from '../../formats/morphology/problem';
import { CORPUS } from './corpus';

/** A line of `truth/morphio.jsonl`. */
export interface MorphioRecord {
  /** From the corpus folder. */
  readonly file: string;
  readonly ok: boolean;
  readonly warnings: readonly (string | { readonly kind: string; readonly msg: string })[];
  readonly error_class?: string;
  readonly message?: string;
  readonly full_message?: string;
  readonly version?: readonly string[];
  readonly cell_family?: string;
  readonly n_sections?: number;
  readonly n_points?: number;
  readonly soma_type?: string;
  readonly soma_points?: readonly (readonly number[])[];
  readonly soma_diameters?: readonly number[];
  readonly section_type_ids?: Readonly<Record<string, number>>;
  readonly root_types?: readonly number[];
  readonly length_by_type_id?: Readonly<Record<string, number>>;
  readonly bbox?: readonly (readonly number[])[] | null;
  readonly diam_range?: readonly number[] | null;
  readonly n_perimeters?: number;
  readonly section_sizes?: readonly number[];
  readonly parents?: readonly number[];
  /** Label, number of points. */
  readonly markers?: readonly (readonly [string, number, unknown])[];
  readonly n_mito?: number;
}

/** A line of `truth/morphio_probes.jsonl`: a tiny text and what MorphIO makes of it. */
export interface MorphioProbe {
  readonly name: string;
  readonly ext: 'swc' | 'asc';
  readonly content: string;
  readonly ok: boolean;
  readonly message?: string;
  readonly sections?: number;
  readonly points?: number;
  readonly soma?: string;
  readonly warnings?: readonly string[];
}

/** How a reading differs from the truth, by what differs. */
export interface Disagreements {
  readonly verdict: readonly string[];
  readonly warnings: readonly string[];
  readonly counts: readonly string[];
}

/** Records of the files with an ending (`swc`, in any case); none where the corpus is not there. */
export function morphioRecords(ending: string): readonly MorphioRecord[] {
  return (records('morphio.jsonl') as readonly MorphioRecord[]).filter(({ file }) =>
    file.toLowerCase().endsWith(`.${ending.toLowerCase()}`),
  );
}

export function morphioProbes(ending: 'swc' | 'asc'): readonly MorphioProbe[] {
  return (records('morphio_probes.jsonl') as readonly MorphioProbe[]).filter(({ ext }) => ext === ending);
}

/** Path of a record's file on this machine. */
export function corpusPath(file: string): string {
  return path.join(CORPUS ?? '', file);
}

export function compareWithRecord(reading: MorphologyReading, record: MorphioRecord): Disagreements {
  const verdict = verdictDifference(reading, record.ok, record.full_message ?? record.message);
  // Of a refused file MorphIO tells no counts, and the warnings only up to its first error.
  if (!record.ok || reading.refused) return { verdict, warnings: [], counts: [] };
  const expected = record.warnings.map((each) =>
    typeof each === 'string' ? { kind: each, line: undefined } : { kind: each.kind, line: lineOf(each.msg) },
  );
  return {
    verdict,
    warnings: warningDifferences(reading.problems, expected),
    counts: countDifferences(reading, record),
  };
}

export function compareWithProbe(reading: MorphologyReading, probe: MorphioProbe): Disagreements {
  const verdict = verdictDifference(reading, probe.ok, probe.message?.replaceAll('$STRING$', '$FILE'));
  if (!probe.ok || reading.refused) return { verdict, warnings: [], counts: [] };
  const expected = (probe.warnings ?? []).map((kind) => ({ kind, line: undefined }));
  const { morphology } = reading;
  const counts = [
    ...difference('sections', morphology?.sections.count ?? 0, probe.sections),
    ...difference('points', morphology?.diameters.length ?? 0, probe.points),
    ...difference('soma', morphology?.soma.type ?? 'SOMA_UNDEFINED', probe.soma),
  ];
  return { verdict, warnings: warningDifferences(reading.problems, expected), counts };
}

export function allOf({ verdict, warnings, counts }: Disagreements): readonly string[] {
  return [...verdict, ...warnings, ...counts];
}

/** Counts agreement file by file and prints it as one line a format. */
export class AgreementTable {
  readonly #files: { readonly name: string; readonly disagreements: Disagreements }[] = [];

  constructor(readonly format: string) {}

  add(name: string, disagreements: Disagreements): void {
    this.#files.push({ name, disagreements });
  }

  /** Every disagreement with its file: `morphology/a.swc: sections: 3, MorphIO 4`. */
  failures(): readonly string[] {
    return this.#files.flatMap(({ name, disagreements }) => allOf(disagreements).map((each) => `${name}: ${each}`));
  }

  /** @param exceptions file to the reason why it differs on purpose */
  toString(exceptions: ReadonlyMap<string, string> = new Map()): string {
    const total = this.#files.length;
    const agree = (part: keyof Disagreements): number =>
      this.#files.filter(({ disagreements }) => disagreements[part].length === 0).length;
    return [
      `${this.format}: ${total} files; agree with MorphIO on verdict ${agree('verdict')}/${total}, ` +
        `warnings ${agree('warnings')}/${total}, counts ${agree('counts')}/${total}; ${exceptions.size} exceptions`,
      ...[...exceptions].map(([name, reason]) => `  ${name}: ${reason}`),
    ].join('\n');
  }
}

function records(name: string): readonly unknown[] {
  if (!CORPUS) return [];
  return readFileSync(path.join(CORPUS, '..', 'truth', name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

function difference(what: string, ours: unknown, theirs: unknown): readonly string[] {
  const [a, b] = [JSON.stringify(ours), theirs === undefined ? 'nothing' : JSON.stringify(theirs)];
  return a === b ? [] : [`${what}: ${a}, MorphIO ${b}`];
}

/** 1-based line of a message of MorphIO's; undefined where it names none (line 0). */
function lineOf(message: string | undefined): number | undefined {
  const line = Number(/\$FILE:(\d+):/.exec(message ?? '')?.[1] ?? '0');
  return line > 0 ? line : undefined;
}

/** In these messages MorphIO shows an id where a line belongs. */
const LINE_IS_AN_ID = /Parent ID can not be itself|Repeated ID/;

function verdictDifference(reading: MorphologyReading, ok: boolean, message: string | undefined): readonly string[] {
  const errors = reading.problems.filter(({ level }) => level === 'error');
  const said = errors.map((each) => `${each.code} on line ${(each.place.line ?? -1) + 1}`).join(', ');
  if (reading.refused === ok) {
    return [ok ? `refused (${said}), MorphIO accepts it` : `accepted, MorphIO refuses it: ${message ?? ''}`];
  }
  if (reading.refused !== errors.length > 0) return ['refused and errors disagree'];
  const line = LINE_IS_AN_ID.test(message ?? '') ? undefined : lineOf(message);
  if (ok || line === undefined) return [];
  const lines = errors.flatMap(({ place, related }) => [place, ...(related ?? []).map((each) => each.place)]);
  return lines.some((place) => place.line === line - 1) ? [] : [`errors: ${said}; MorphIO on line ${line}`];
}

/** Names of MorphIO's warnings that a reader can give. */
const READ_WARNINGS = new Set([
  'soma_non_conform',
  'no_soma_found',
  'disconnected_neurite',
  'wrong_root_point',
  'zero_diameter',
  'type_changed_within_section',
]);

function warningDifferences(
  problems: readonly MorphologyProblem[],
  expected: readonly { readonly kind: string; readonly line: number | undefined }[],
): readonly string[] {
  const kinds = new Set([...READ_WARNINGS, ...expected.map(({ kind }) => kind)]);
  return [...kinds].flatMap((kind) => {
    const ours = problems.filter(({ code }) => code === `morph/${kind.replaceAll('_', '-')}`);
    const theirs = expected.filter((each) => each.kind === kind);
    const further = Number(/\((\d+) more\)$/.exec(ours.at(-1)?.message ?? '')?.[1] ?? '0');
    const differences = [...difference(kind, ours.length + further, theirs.length)];
    const lines = theirs.map(({ line }) => line).filter((line) => line !== undefined);
    if (differences.length === 0 && lines.length > 0) {
      const ourLines = ours.map(({ place }) => (place.line ?? -1) + 1).sort((a, b) => a - b);
      const theirLines = lines.sort((a, b) => a - b).slice(0, ourLines.length);
      differences.push(...difference(`lines of ${kind}`, ourLines, theirLines));
    }
    return differences;
  });
}

function countDifferences({ morphology }: MorphologyReading, record: MorphioRecord): readonly string[] {
  if (!morphology) return ['no morphology, MorphIO reads one'];
  const { sections, soma } = morphology;
  const list = Array.from({ length: sections.count }, (_, section) => section);
  const sizes = list.map((section) => sections.offsets[section + 1]! - sections.offsets[section]!);
  const parents = list.map((section) => sections.parents[section]!);
  const types = list.map((section) => sections.types[section]!);
  const found = {
    version: morphology.version.map(String),
    cell_family: morphology.family.toUpperCase(),
    n_sections: sections.count,
    n_points: morphology.diameters.length,
    soma_type: soma.type,
    section_sizes: sizes,
    parents,
    root_types: types.filter((_, section) => parents[section]! < 0),
    n_perimeters: morphology.perimeters?.length ?? 0,
    markers: morphology.markers.map(({ label, diameters }) => [label, diameters.length]),
    n_mito: Math.max(0, (morphology.organelles.mitochondria?.offsets.length ?? 1) - 1),
  };
  const expected = {
    ...record,
    version: record.version?.map(String),
    markers: record.markers?.map(([label, count]) => [label, count]),
  };
  return [
    ...Object.keys(found).flatMap((key) =>
      difference(key, found[key as keyof typeof found], expected[key as keyof typeof found]),
    ),
    ...difference('points are three numbers each', morphology.points.length, morphology.diameters.length * 3),
    ...difference('sections by type', sorted(countsByType(types)), sorted(record.section_type_ids ?? {})),
    ...numbersDifference('soma points', [...soma.points], record.soma_points?.flat() ?? []),
    ...numbersDifference('soma diameters', [...soma.diameters], [...(record.soma_diameters ?? [])]),
    ...numbersDifference('bbox', boundingBox(morphology), record.bbox?.flat() ?? []),
    ...numbersDifference('diam_range', rangeOf(morphology.diameters), [...(record.diam_range ?? [])]),
    ...lengthDifferences(morphology, record.length_by_type_id ?? {}),
  ];
}

function countsByType(types: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const type of types) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

function sorted(values: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(values).sort(([a], [b]) => Number(a) - Number(b));
}

/** Values that were float32 are the same to the last bit. */
function numbersDifference(
  what: string,
  ours: readonly number[],
  theirs: readonly (number | string)[],
): readonly string[] {
  if (ours.length !== theirs.length) return difference(`${what}: how many`, ours.length, theirs.length);
  const index = ours.findIndex((value, i) => !Object.is(value + 0, Number(theirs[i]) + 0));
  return index < 0 ? [] : [`${what}[${index}]: ${ours[index]!}, MorphIO ${theirs[index]!}`];
}

/** Relative difference that is agreement: sums of float32 values in another order. */
const LENGTH_TOLERANCE = 1e-5;

function lengthDifferences(morphology: Morphology, expected: Readonly<Record<string, number>>): readonly string[] {
  const lengths = new Map<string, number>();
  const { sections, points } = morphology;
  for (let section = 0; section < sections.count; section++) {
    let length = 0;
    for (let at = sections.offsets[section]! + 1; at < sections.offsets[section + 1]!; at++) {
      const before = (at - 1) * 3;
      length += Math.hypot(
        points[at * 3]! - points[before]!,
        points[at * 3 + 1]! - points[before + 1]!,
        points[at * 3 + 2]! - points[before + 2]!,
      );
    }
    const type = String(sections.types[section]!);
    lengths.set(type, (lengths.get(type) ?? 0) + length);
  }
  return [...new Set([...lengths.keys(), ...Object.keys(expected)])].flatMap((type) => {
    const [ours, theirs] = [lengths.get(type) ?? 0, expected[type] ?? 0];
    const isSame = Math.abs(ours - theirs) <= LENGTH_TOLERANCE * Math.max(Math.abs(ours), Math.abs(theirs));
    return isSame ? [] : [`length of type ${type}: ${ours}, MorphIO ${theirs}`];
  });
}

function boundingBox({ points }: Morphology): readonly number[] {
  if (points.length === 0) return [];
  const lower = [Infinity, Infinity, Infinity];
  const upper = [-Infinity, -Infinity, -Infinity];
  points.forEach((value, i) => {
    lower[i % 3] = Math.min(lower[i % 3]!, value);
    upper[i % 3] = Math.max(upper[i % 3]!, value);
  });
  return [...lower, ...upper];
}

function rangeOf(values: Float32Array): readonly number[] {
  return values.length === 0
    ? []
    : [values.reduce((a, b) => Math.min(a, b), Infinity), values.reduce((a, b) => Math.max(a, b), -Infinity)];
}
