import { randomUUID } from "node:crypto";
import { maxTime } from "../../../shared/times";

/** Digits of the time: ids sort as the calls were made. */
const timeDigits = 16;

const idPattern = /^(\d{16})-[\w-]{1,64}$/;

export function callId(time: number, name: string = randomUUID()): string {
  const digits = Math.min(Math.max(0, Math.round(time)), maxTime);
  return `${String(digits).padStart(timeDigits, "0")}-${name}`;
}

/** Milliseconds since the epoch; undefined where this is no id. It becomes part of a file's name. */
export function timeOfId(id: string): number | undefined {
  const [, digits] = idPattern.exec(id) ?? [];
  const time = Number(digits);
  return time <= maxTime ? time : undefined;
}
