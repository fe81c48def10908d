import { encodingOf } from '../../text/decode';
import type { ProblemKind } from '../problem';
import { binaryFile } from '../problems/common/binaryFile';
import { notDownloaded } from '../problems/common/notDownloaded';
import { wrongEncoding } from '../problems/common/wrongEncoding';
import { wordEnd } from './report';

/** How many bytes are looked at to tell text from binary. */
const SNIFFED = 8192;

/** A longer first word of a binary file is no word. */
const PLACE_LENGTH = 16;

const LFS = 'version https://git-lfs.github.com/spec/';

export interface Unreadable {
  readonly kind: ProblemKind;
  readonly message: string;
  readonly end: number;
}

/**
 * What a file is that is no SWC as a whole; undefined where single lines are wrong.
 * @param isMostlyBroken more lines are wrong than right
 */
export function unreadableFile(bytes: Uint8Array, isMostlyBroken: boolean): Unreadable | undefined {
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return {
      kind: wrongEncoding,
      message: `The file is encoded as UTF-16, which MorphIO does not read. Save it as UTF-8.`,
      end: Math.min(bytes.length, bytes[0] === 0xff || bytes[0] === 0xfe ? 2 : 1),
    };
  }
  if (!isMostlyBroken) return undefined;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, LFS.length));
  if (start === LFS) {
    return {
      kind: notDownloaded,
      message: `This is a pointer of Git LFS: the morphology was not downloaded. Run \`git lfs pull\` in the repository.`,
      end: lineEnd(bytes),
    };
  }
  if (!bytes.subarray(0, SNIFFED).includes(0)) return undefined;
  const what = start.includes('HDF') && start.indexOf('HDF') < 4 ? 'an HDF5 file: give it the ending .h5' : 'no text';
  return {
    kind: binaryFile,
    message: `The file is ${what}. An SWC has lines of seven numbers.`,
    end: Math.max(1, Math.min(wordEnd(bytes, 0), PLACE_LENGTH)),
  };
}

function lineEnd(bytes: Uint8Array): number {
  const end = bytes.indexOf(10);
  return end < 0 ? bytes.length : bytes[end - 1] === 13 ? end - 1 : end;
}
