/**
 * A day and a time of the header as `2017-11-16T14:06:07.741`, in the clock of the computer that recorded.
 * @param day YYYYMMDD, or YYMMDD as programs before 2000 wrote it; 0 is none
 * @param milliseconds since midnight
 * @returns undefined where the header has no date, null where it is none of the calendar
 */
export function axonDate(day: number, milliseconds: number): string | undefined | null {
  if (day === 0) return undefined;
  let year = Math.floor(day / 10000);
  const month = Math.floor(day / 100) % 100;
  const dayOfMonth = day % 100;
  // The first ABF files are of the late eighties.
  if (year >= 0 && year < 100) year += year < 80 ? 2000 : 1900;
  if (year < 1980 || year > 9999 || milliseconds < 0 || !Number.isFinite(milliseconds)) return null;
  const midnight = new Date(Date.UTC(year, month - 1, dayOfMonth));
  if (midnight.getUTCMonth() !== month - 1 || midnight.getUTCDate() !== dayOfMonth) return null;
  return new Date(midnight.getTime() + milliseconds).toISOString().slice(0, -1);
}
