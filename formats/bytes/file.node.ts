/** A file of this machine, read where it is wanted. */
import { open } from 'node:fs/promises';
import type { RandomAccess } from './randomAccess';

export interface FileAccess extends RandomAccess {
  close(): Promise<void>;
}

/**
 * The size is the one at opening: a file that grows is read up to it.
 * @param file absolute path
 * @throws an error of Node (`ENOENT`, `EACCES`) where it cannot be opened, `EISDIR` for a folder
 */
export async function openFileAccess(file: string): Promise<FileAccess> {
  const handle = await open(file, 'r');
  try {
    const status = await handle.stat();
    if (status.isDirectory()) throw Object.assign(new Error(`EISDIR: ${file} is a folder`), { code: 'EISDIR' });
    const size = status.size;
    return {
      size,
      read: async (offset, length) => {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
        let filled = 0;
        // One read may give less than was asked for: on network disks, and where the file became shorter.
        while (filled < bytes.length) {
          const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, offset + filled);
          if (bytesRead === 0) break;
          filled += bytesRead;
        }
        return bytes.subarray(0, filled);
      },
      close: () => handle.close(),
    };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
