/** Rules that belong to no language. */
import type { Rule } from '../rule';
import type { FileRule } from './fileRule';
import { unreadableFile } from './fs009-unreadable-file';
import { encoding } from './fs010-encoding';
import { unknownKind } from './fs011-unknown-kind';

/** For the texts of every language. */
export const textRules: readonly Rule<unknown>[] = [encoding];

/** For files that give no text. */
export const fileRules: readonly FileRule[] = [unreadableFile, unknownKind];
