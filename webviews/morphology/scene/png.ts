/**
 * A picture as the bytes of a PNG file; empty where the browser can make none.
 * @param width CSS pixels
 * @param height CSS pixels
 * @param scale pixels of the file in a CSS pixel
 */
export async function pngOf(
  width: number,
  height: number,
  scale: number,
  paint: (context: CanvasRenderingContext2D) => void,
): Promise<Uint8Array> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  if (context) paint(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  return new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
}
