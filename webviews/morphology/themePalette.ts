/** The palette of the view, from the theme of VS Code and the colours of the settings. */
import { categoryColor, rampColor } from '../common/colors';
import { Observed, type Observable } from '../common/signal';
import { observedTheme, type Theme } from '../common/theme';
import { sectionTypeName } from '../../formats/morphology/sectionTypes';
import type { Palette } from './palette';

/** NeuroM's colours, each in a shade that is seen on dark and on light: soma, axon, basal, apical, custom, undefined. */
const DARK = ['#73c991', '#d4d4d4', '#4d9bff', '#f26d6d', '#c586f0', '#e8a13c'];
const LIGHT = ['#22863a', '#1f1f1f', '#0b61d6', '#c92a2a', '#8430b5', '#b85c00'];
const CUSTOM = 5;

function makePalette(theme: Theme, colors: Readonly<Record<string, string>>): Palette {
  const isDark = theme.kind === 'dark' || theme.kind === 'high-contrast';
  const types = isDark ? DARK : LIGHT;
  return {
    kind: theme.kind,
    background: theme.color('editor-background'),
    foreground: theme.color('foreground', 'editor-foreground'),
    muted: theme.color('descriptionForeground', 'foreground'),
    border: theme.color('contrastBorder', 'panel-border', 'editorWidget-border'),
    focus: theme.color('focusBorder'),
    selection: isDark ? '#ffd33d' : '#d9480f',
    error: theme.color('editorError-foreground', 'errorForeground'),
    warning: theme.color('editorWarning-foreground'),
    typeColor: (type) => chosenColor(colors, type) ?? types[Math.min(type, CUSTOM)] ?? types[0] ?? '#888888',
    ramp: (fraction) => rampColor(fraction, isDark),
    categorical: categoryColor,
  };
}

function chosenColor(colors: Readonly<Record<string, string>>, type: number): string | undefined {
  const chosen = colors[sectionTypeName(type)] ?? (type >= CUSTOM ? colors['custom'] : undefined);
  return chosen !== undefined && CSS.supports('color', chosen) ? chosen : undefined;
}

/** Follows the theme; `setColors` follows the settings. */
export function observedPalette(): {
  readonly palette: Observable<Palette>;
  readonly setColors: (colors: Colors) => void;
} {
  const theme = observedTheme();
  let colors: Colors = {};
  const palette = new Observed(makePalette(theme.value, colors));
  const renew = (): void => {
    palette.set(makePalette(theme.value, colors));
  };
  theme.subscribe(renew);
  return {
    palette,
    setColors: (chosen) => {
      if (JSON.stringify(chosen) === JSON.stringify(colors)) return;
      colors = chosen;
      renew();
    },
  };
}

type Colors = Readonly<Record<string, string>>;
