const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** By how much clocks go back anywhere. */
const steps = [30, 60, 120].flatMap((minutes) => [minutes * minuteMs, -minutes * minuteMs]);

/** Whether local clocks show this moment twice, as at the end of daylight saving. */
export function isRepeated(time: number): boolean {
  const offset = offsetAt(time);
  if (offsetAt(time - 3 * hourMs) === offsetAt(time + 3 * hourMs)) return false;
  return steps.some((step) => step === offset - offsetAt(time + step));
}

/** How far local clocks are ahead of UTC: "UTC+2", "UTC−3:30". */
export function offsetText(time: number): string {
  const minutes = Math.round(offsetAt(time) / minuteMs);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const fraction = rest === 0 ? "" : `:${String(rest).padStart(2, "0")}`;
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${fraction}`;
}

function offsetAt(time: number): number {
  return -new Date(time).getTimezoneOffset() * minuteMs;
}
