import type { Morphology } from '../model';
import { firstOwnPoint } from '../places';
import { ProblemList, type MorphologyProblem, type MorphologyReading } from '../problem';
import { byteOrderMark } from '../problems/common/byteOrderMark';
import { tellBrokenLines } from './brokenLines';
import { checkSamples } from './checks';
import { checkCycles } from './cycles';
import { linkSamples, tellParentAfterChild } from './links';
import { readMetadata } from './metadata';
import { SampleReport } from './report';
import { scanSamples } from './scan';
import { buildSections } from './sections';
import { makeSoma, somaSamples } from './soma';
import { unreadableFile } from './unreadable';
import { tellLost, tellNoSoma, tellSplit } from './wholeFile';

/**
 * Reads an SWC file as MorphIO 3.4 does, and goes on where MorphIO stops: all that is wrong is told, and the rest is
 * shown. Linear in the bytes. Never throws.
 */
export function readSwc(bytes: Uint8Array): MorphologyReading {
  const problems = new ProblemList();
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const scan = scanSamples(bytes, hasMark ? 3 : 0);
  const { samples, brokenCount } = scan;
  const unreadable = brokenCount > 0 ? unreadableFile(bytes, brokenCount > samples.count) : undefined;
  if (unreadable) {
    problems.add(unreadable.kind, { line: 0, span: { start: 0, end: unreadable.end } }, () => unreadable.message);
    return { morphology: undefined, refused: problems.refused, problems: problems.list() };
  }
  if (hasMark) {
    problems.add(
      byteOrderMark,
      { line: 0, span: { start: 0, end: 3 } },
      () => 'The file begins with a byte order mark, which MorphIO cannot parse. Save it as UTF-8 without one.',
    );
  }
  tellBrokenLines(bytes, scan, problems);
  const report = new SampleReport(bytes, samples, problems);
  checkSamples(scan, report);
  const links = linkSamples(scan, report);
  const somaIndices = somaSamples(scan);
  const soma = makeSoma(somaIndices, links, report);
  const { reachedCount, ...built } = buildSections(links, somaIndices.length, report);
  const isWholeSoma = somaIndices.every((sample) => (links.parents[sample] ?? -1) < sample);
  // Parents that stand before their children make no circle.
  const mayCircle = reachedCount + somaIndices.length < samples.count || !isWholeSoma;
  const circleCount = mayCircle ? checkCycles(links, report) : 0;
  if (circleCount === 0) tellParentAfterChild(links, report);
  if (somaIndices.length === 0 && brokenCount === 0) tellNoSoma(report);
  tellLost(scan, links, report);
  tellSplit(scan, report);
  const morphology: Morphology = {
    format: 'swc',
    version: ['swc', 1, 0],
    family: 'neuron',
    ...built,
    soma,
    markers: [],
    organelles: {},
    metadata: readMetadata(bytes, scan.header),
  };
  return { morphology, refused: problems.refused, problems: withPoints(problems.list(), morphology) };
}

/** Problems with the section and the point that stand on their line. */
function withPoints(problems: readonly MorphologyProblem[], morphology: Morphology): readonly MorphologyProblem[] {
  const wanted = new Set<number>();
  for (const { place } of problems) if (place.line !== undefined) wanted.add(place.line);
  if (wanted.size === 0) return problems;
  const { lines, sections } = morphology;
  const points = new Map<number, { readonly section: number; readonly point: number }>();
  for (let section = 0; section < sections.count; section++) {
    const end = sections.offsets[section + 1] ?? 0;
    for (let point = firstOwnPoint(morphology, section); point < end; point++) {
      const line = lines[point] ?? 0;
      if (wanted.has(line)) points.set(line, { section, point });
    }
  }
  return problems.map((problem) => {
    const found = points.get(problem.place.line ?? -1);
    return found ? { ...problem, place: { ...problem.place, ...found } } : problem;
  });
}
