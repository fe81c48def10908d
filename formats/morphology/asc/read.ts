import { ProblemList, type MorphologyReading } from '../problem';

/** Reads an ASC file. Never throws. */
export function readAsc(bytes: Uint8Array): MorphologyReading {
  void bytes;
  return { morphology: undefined, refused: false, problems: new ProblemList().list() };
}
