import type { Unreadable } from '../../workspace/workspace';
import type { Rule } from '../rule';

/** A rule for what is never read as a language: there is no text to show it in, the file as a whole is meant. */
export interface FileRule extends Omit<Rule<never>, 'examples' | 'check'> {
  /** What is wrong with a file that gives no document; undefined where that is another rule's. */
  message(path: string, reason: Unreadable): string | undefined;
}
