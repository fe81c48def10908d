import type { PlotColors } from '../common/plotFrame';
import type { Palette } from './palette';

export function plotColors({ foreground, muted, border, background }: Palette): PlotColors {
  return { foreground, muted, grid: border, background };
}
