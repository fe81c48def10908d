import { quotedPath } from '../wording';
import type { FileRule } from './fileRule';

export const unknownKind: FileRule = {
  code: 'FS011',
  title: 'unknown kind of file',
  level: 'warning',
  category: 'file',
  documentation: `
A file that was named on the command line, and that neither its name nor its content shows to be of a kind that is checked.
Files that are found in a folder are passed over.
`,
  message: (path, reason) =>
    reason === 'unknown'
      ? `${quotedPath(path)} is of no kind that is checked here: neither its name nor its content shows one.`
      : undefined,
};
