import { READ_LIMIT } from '../../workspace/workspace';
import { quotedPath } from '../wording';
import type { FileRule } from './fileRule';

const REASONS = {
  binary: 'is no text: it has NUL bytes',
  large: `is larger than ${READ_LIMIT / (1024 * 1024)} MB`,
  denied: 'may not be read: permission denied',
  gone: 'is not there any more',
  special: 'is neither a file nor a folder',
} as const;

export const unreadableFile: FileRule = {
  code: 'FS009',
  title: 'unreadable file',
  level: 'error',
  category: 'file',
  documentation: `
The file cannot be read as text, so nothing else can be said of it. The message names the reason: it has NUL bytes near its
start, as binary files have; it is larger than any config or target file; it may not be read; it vanished while the others
were read; it is a pipe, a socket or a device, which is never opened.
`,
  message: (path, reason) => (reason === 'unknown' ? undefined : `${quotedPath(path)} ${REASONS[reason]}.`),
};
