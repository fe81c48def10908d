/** A check after NeuroM's `morph_check`: a well-formed morphology may still be implausible. */
import type { Morphology } from '../model';
import type { ProblemKind, ProblemPlace } from '../problem';

/** Where and why a check fails; a check that fails as a whole (no axon) reports one place without a section. */
export type ReportFailure = (place: ProblemPlace, message: () => string) => void;

export interface Check extends ProblemKind {
  /** `has_axon`. */
  readonly neuromName: string;
  /** In the configuration that NeuroM ships: `bbp inspect` and the view count these in their verdict. */
  readonly shipped: boolean;
  /** NeuroM's threshold with its unit, for people: "segment length > 0.01 µm". */
  readonly criterion: string;
  /** Reports nothing where the check passes. */
  readonly run: (morphology: Morphology, report: ReportFailure) => void;
}

export function defineCheck(check: Check): Check {
  return check;
}
