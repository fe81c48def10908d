/** A morphology from the bytes of a text file, whatever they are. H5 files are read through `h5/read.ts`. */
import type { MorphologyReading } from './problem';
import { readAsc } from './asc/read';
import { readSwc } from './swc/read';

/** Larger text files are refused with a clear word: their points would not fit beside them. In bytes. */
export const TEXT_SIZE_LIMIT = 512 * 1024 * 1024;

export type TextFormat = 'swc' | 'asc';

/** The text format that a file's name shows. */
export function textFormatOf(name: string): TextFormat | undefined {
  const ending = /\.(swc|asc)$/i.exec(name)?.[1]?.toLowerCase();
  return ending === 'swc' || ending === 'asc' ? ending : undefined;
}

/** Never throws. */
export function readTextMorphology(format: TextFormat, bytes: Uint8Array): MorphologyReading {
  return format === 'swc' ? readSwc(bytes) : readAsc(bytes);
}
