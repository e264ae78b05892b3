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
  return `${Math.round(value)}%`;
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
  return digits(value, 2);
}

/** The two largest units, from days down. */
export function duration(seconds: number): string {
  const sizes = [
    [86_400, "d"],
    [3_600, "h"],
    [60, "m"],
    [1, "s"],
  ] as const;
  const first = sizes.findIndex(([size]) => seconds >= size);
  let rest = seconds;
  const parts = sizes.map(([size, unit]) => {
    const amount = Math.floor(rest / size);
    rest %= size;
    return amount === 0 ? "" : `${amount}${unit}`;
  });
  return parts
    .slice(first, first + 2)
    .join(" ")
    .trim();
}
