import { encodingOf } from '../../text/decode';
import type { MorphologyReading, ProblemKind } from '../problem';
import { classicAsc } from '../problems/asc/classicAsc';
import { binaryFile } from '../problems/common/binaryFile';
import { notDownloaded } from '../problems/common/notDownloaded';
import { wrongEncoding } from '../problems/common/wrongEncoding';
import { lfsPointer, oldFormat, zeroByte, type Recognised } from './otherFormats';

/** What is known by its first bytes and read by nobody. */
export function notAsc(bytes: Uint8Array): MorphologyReading | undefined {
  const old = oldFormat(bytes);
  if (old) {
    return instead(
      classicAsc,
      old,
      `This is ${old.name}, which is not read here nor by MorphIO. Save it as "Neurolucida ASCII" in Neurolucida or its free viewer.`,
    );
  }
  const pointer = lfsPointer(bytes);
  return (
    pointer &&
    instead(
      notDownloaded,
      pointer,
      'This is a pointer of Git LFS, not the morphology. Run "git lfs pull" to get its content.',
    )
  );
}

/** What is no text of one byte a letter. */
export function noText(bytes: Uint8Array): MorphologyReading | undefined {
  const encoding = encodingOf(bytes);
  const wide = { name: 'UTF-16', start: 0, end: Math.min(2, bytes.length), line: 0 };
  if (encoding === 'utf-16le' || encoding === 'utf-16be')
    return instead(
      wrongEncoding,
      wide,
      'The text is encoded as UTF-16; MorphIO reads one byte a letter. Save it as UTF-8.',
    );
  const zero = zeroByte(bytes);
  return (
    zero &&
    instead(
      binaryFile,
      zero,
      `Byte ${zero.start} is zero: the file is no text. A Neurolucida ASC file begins with a comment or "(".`,
    )
  );
}

/** One problem in place of all others: of a file of another format nothing else is worth saying. */
export function instead(kind: ProblemKind, { start, end, line }: Recognised, message: string): MorphologyReading {
  return {
    morphology: undefined,
    refused: kind.level === 'error',
    problems: [{ code: kind.code, level: kind.level, message, place: { span: { start, end }, line } }],
  };
}
