import type { MorphologyReading } from '../problem';
import { notNeurolucida } from '../problems/asc/notNeurolucida';
import { addNoBlock, addOnlyChildren, addPointProblems, addSomaProblems } from './checks';
import { AscLexer } from './lexer';
import { NumberScanner } from './numbers';
import { otherFormat } from './otherFormats';
import { AscParser } from './parser';
import { AscReport } from './report';
import { END } from './tokens';
import { instead, notAsc, noText } from './unreadable';

/** Reads a Neurolucida ASC file as MorphIO 3.4 does; what is wrong in it does not end the reading. Never throws. */
export function readAsc(bytes: Uint8Array): MorphologyReading {
  const never = notAsc(bytes);
  if (never) return never;
  const report = new AscReport(bytes);
  const { problems } = report;
  const numbers = new NumberScanner();
  const lexer = new AscLexer(bytes, numbers);
  const first = { start: lexer.start, end: lexer.end, line: lexer.line };
  if (lexer.kind === END) report.nothing();
  const parser = new AscParser(lexer, numbers, report);
  parser.parse();
  const morphology = parser.builder.finish();
  const isEmpty = morphology.sections.count === 0 && morphology.soma.diameters.length === 0;
  // Nothing else is said of what is no text of this format; some of it MorphIO reads as an empty morphology.
  const other = isEmpty ? noText(bytes) : undefined;
  if (other) return other;
  const named = isEmpty ? otherFormat(bytes) : undefined;
  if (problems.refused && named) {
    return instead(notNeurolucida, named, `This is ${named.name}, not a Neurolucida morphology: MorphIO refuses it.`);
  }
  if (lexer.lostReturn) report.lostReturn(lexer.lostReturn);
  if (first.end > first.start && !parser.hasBlocks) addNoBlock(problems, first, named);
  addSomaProblems(problems, morphology, parser.somaPlace);
  addPointProblems(problems, morphology);
  if (!problems.refused) addOnlyChildren(problems, morphology);
  return {
    morphology: bytes.length === 0 ? undefined : morphology,
    refused: problems.refused,
    problems: problems.list(),
  };
}
