/** What is said between the client and the worker that reads morphologies: one answer to each job. */
import type { Morphology } from '../../../../formats/morphology/model';
import type { MorphologyProblem, MorphologyReading } from '../../../../formats/morphology/problem';
import type { TextFormat } from '../../../../formats/morphology/read';

/** `read`: the bytes of a text file; `check`: a morphology that was read elsewhere. */
export type ParseJob =
  | { readonly kind: 'read'; readonly format: TextFormat; readonly bytes: Uint8Array }
  | { readonly kind: 'check'; readonly morphology: Morphology; readonly problems: readonly MorphologyProblem[] };

/** What was read, with what the checks add; or why the worker could not. */
export type ParseAnswer =
  | { readonly kind: 'read'; readonly reading: MorphologyReading }
  | { readonly kind: 'check'; readonly problems: readonly MorphologyProblem[] }
  | { readonly kind: 'failed'; readonly message: string };
