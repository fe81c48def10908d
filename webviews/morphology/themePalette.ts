/** The palette of the view, from the theme of VS Code and the colours of the settings. */
import { Observed, type Observable } from '../common/signal';
import { observedTheme, type Theme } from '../common/theme';
import { sectionTypeName } from '../../formats/morphology/sectionTypes';
import type { Palette } from './palette';

/** NeuroM's colours, each in a shade that is seen on dark and on light: soma, axon, basal, apical, custom, undefined. */
const DARK = ['#73c991', '#d4d4d4', '#4d9bff', '#f26d6d', '#c586f0', '#e8a13c'];
const LIGHT = ['#22863a', '#1f1f1f', '#0b61d6', '#c92a2a', '#8430b5', '#b85c00'];
const CUSTOM = 5;

/** Viridis at ninths (Smith and van der Walt 2015): even steps of lightness, also for the colour-blind. */
const VIRIDIS = [
  [68, 1, 84],
  [71, 45, 123],
  [59, 82, 139],
  [44, 114, 142],
  [33, 145, 140],
  [40, 174, 128],
  [94, 201, 98],
  [173, 220, 48],
  [253, 231, 37],
] as const;

/** Okabe and Ito's colours without black and yellow, which the themes swallow. */
const CATEGORIES = ['#e69f00', '#56b4e9', '#009e73', '#cc79a7', '#d55e00', '#3c8ed4', '#a0a032', '#9d7ad6'];

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
    // The ends of the ramp are lost on a dark and on a light ground: it starts and ends a little inside.
    ramp: (fraction) => rampColor(isDark ? 0.15 + 0.85 * fraction : 0.88 * fraction),
    categorical: (index) => CATEGORIES[index % CATEGORIES.length] ?? '#888888',
  };
}

function chosenColor(colors: Readonly<Record<string, string>>, type: number): string | undefined {
  const chosen = colors[sectionTypeName(type)] ?? (type >= CUSTOM ? colors['custom'] : undefined);
  return chosen !== undefined && CSS.supports('color', chosen) ? chosen : undefined;
}

function rampColor(fraction: number): string {
  const at = Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0)) * (VIRIDIS.length - 1);
  const low = Math.floor(at);
  const from = VIRIDIS[low] ?? VIRIDIS[0];
  const to = VIRIDIS[low + 1] ?? from;
  const mixed = from.map((value, channel) => Math.round(value + ((to[channel] ?? 0) - value) * (at - low)));
  return `rgb(${mixed.join(', ')})`;
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
