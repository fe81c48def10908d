/** The colours of plots, from the theme. */
import type { PlotColors } from '../../common/plotFrame';
import { observedTheme } from '../../common/theme';

export function plotColors(): PlotColors {
  const theme = observedTheme().value;
  return {
    foreground: theme.color('foreground', 'editor-foreground'),
    muted: theme.color('descriptionForeground', 'foreground'),
    grid: theme.color('editorWidget-border', 'panel-border', 'contrastBorder'),
    background: theme.color('editor-background'),
  };
}
