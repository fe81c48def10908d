/** Sizes for people. */
import { formatNumber } from '../common/numbers';

/** "104 MB": by thousands, as file managers count. */
export function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${formatNumber(bytes / 1000 ** power, 3)} ${units[power] ?? 'B'}`;
}
