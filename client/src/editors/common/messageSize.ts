/** Bytes of a message: typed arrays as they lie in memory, text and numbers about as JSON writes them. */
export function bytesOf(message: unknown): number {
  let bytes = 0;
  const waiting: unknown[] = [message];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (ArrayBuffer.isView(value)) bytes += value.byteLength;
    else if (typeof value === 'string') bytes += value.length + 2;
    else if (Array.isArray(value)) {
      bytes += 2 + value.length;
      for (const item of value) waiting.push(item);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) {
        bytes += key.length + 4;
        waiting.push(part);
      }
    } else bytes += 8;
  }
  return bytes;
}
