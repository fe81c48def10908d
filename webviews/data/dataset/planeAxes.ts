/** Axes of a plane, drawn beside its colours: rows run down, as in a table. */
import { axisTicks, formatCount } from '../../common/numbers';
import type { plotBox, PlotColors } from '../../common/plotFrame';
import type { Range } from '../host';

export function drawPlaneAxes(
  drawing: CanvasRenderingContext2D,
  { left, right, top, bottom, height }: ReturnType<typeof plotBox>,
  across: Range,
  down: Range,
  dimensions: readonly [number, number],
  colors: PlotColors,
): void {
  drawing.font = '11px sans-serif';
  drawing.fillStyle = colors.muted;
  drawing.textAlign = 'center';
  for (const tick of axisTicks(across.start, across.end, (right - left) / 90)) {
    if (!Number.isInteger(tick)) continue;
    drawing.fillText(
      formatCount(tick),
      left + ((tick - across.start) / (across.end - across.start)) * (right - left),
      bottom + 14,
    );
  }
  drawing.fillText(`dimension ${dimensions[0]}`, (left + right) / 2, height - 6);
  drawing.textAlign = 'right';
  for (const tick of axisTicks(down.start, down.end, (bottom - top) / 45)) {
    if (!Number.isInteger(tick)) continue;
    drawing.fillText(
      formatCount(tick),
      left - 6,
      top + ((tick - down.start) / (down.end - down.start)) * (bottom - top) + 4,
    );
  }
}
