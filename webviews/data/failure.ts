/** A file of which nothing can be shown: why, and what can be done. */
import type { DataContent } from '../../protocol/dataView';
import { messageNotice } from '../common/notices';
import { sizeText } from './size';

const WHAT_TO_DO: Readonly<Record<string, string>> = {
  unreadable: 'See whether the file still exists and may be read, then retry.',
  'not-hdf5': 'It may have another format than its name says: open it with the text or the hex editor.',
  'not-downloaded': 'Run "git lfs pull" in its repository, then retry.',
  truncated: 'The file is shorter than it says: copy or download it again, then retry.',
  'too-large': 'Open it from a folder on this machine or by Remote-SSH, where the data are.',
  closed: 'Its reader ended: retry opens it again.',
};

export function failureView(
  { name, size }: DataContent,
  { code, message }: { readonly code: string; readonly message: string },
  retry: () => void,
): HTMLElement {
  const advice = WHAT_TO_DO[code];
  return messageNotice(
    'error',
    `${name} (${sizeText(size)}) cannot be shown`,
    [message, ...(advice === undefined ? [] : [advice])],
    [{ label: 'Retry', run: retry }],
  );
}
