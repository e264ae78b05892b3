/** Numbers written the simple way, so that the extension's own formatter has something to agree with. */

const letters = ["", "K", "M", "G", "T", "P", "E"];

/** How often 1024 goes into the value before it has at most three digits. */
function stepsOf(value: number): number {
  return letters.findIndex((_, step) => value / 1024 ** step < 999.5);
}

function digits(value: number, count: number): string {
  return String(Math.round(value * 10 ** count) / 10 ** count);
}

export function percent(value: number): string {
  if (value > 0 && value < 1) return "<1%";
  return value > 99 && value < 100 ? ">99%" : `${Math.round(value)}%`;
}

export function bytes(value: number): string {
  const step = stepsOf(value);
  const scaled = value / 1024 ** step;
  const unit = step === 0 ? "B" : `${letters[step] ?? ""}iB`;
  return `${digits(scaled, step > 0 && scaled < 100 ? 1 : 0)} ${unit}`;
}

/** Of a kilobyte and more. */
export function shortRate(value: number): string {
  const step = stepsOf(value);
  const scaled = value / 1024 ** step;
  return `${digits(scaled, scaled < 10 ? 1 : 0)}${letters[step] ?? ""}`;
}

export function load(value: number): string {
  return value.toFixed(2);
}

/** Of less than a year: whole units of the largest of which there is one, or two of days. */
export function duration(seconds: number): string {
  if (seconds >= 2 * 86_400) return `${Math.floor(seconds / 86_400)} d`;
  if (seconds >= 3_600) return `${Math.floor(seconds / 3_600)} h`;
  return seconds >= 60 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds)} s`;
}
