/** Numbers of CSS colours. */

export interface Rgb {
  /** 0 to 255. */
  readonly red: number;
  readonly green: number;
  readonly blue: number;
}

const known = new Map<string, Rgb>();
let painter: CanvasRenderingContext2D | null | undefined;

/** Of any CSS colour; what is none is grey. */
export function rgbOf(color: string): Rgb {
  let rgb = known.get(color);
  if (!rgb) {
    rgb = fromHex(color) ?? fromHex(normalised(color)) ?? fromFunction(normalised(color));
    known.set(color, rgb);
  }
  return rgb;
}

function fromHex(color: string): Rgb | undefined {
  const digits = /^#([\da-f]{6})/i.exec(color)?.[1];
  if (digits === undefined) return undefined;
  const value = Number.parseInt(digits, 16);
  return { red: value >> 16, green: (value >> 8) & 255, blue: value & 255 };
}

/** The browser writes every colour as `#rrggbb` or `rgba(…)`. */
function normalised(color: string): string {
  painter ??= document.createElement('canvas').getContext('2d');
  if (!painter) return '#808080';
  painter.fillStyle = '#808080';
  painter.fillStyle = color;
  return painter.fillStyle;
}

function fromFunction(color: string): Rgb {
  const [red = 128, green = 128, blue = 128] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return { red, green, blue };
}
