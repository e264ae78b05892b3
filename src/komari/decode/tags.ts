import { shownName } from "../../shared/shownName";

/** The colour words of the official UI; any other `<word>` is part of the tag's text. */
const tagColors: ReadonlySet<string> = new Set([
  "gray",
  "gold",
  "bronze",
  "brown",
  "yellow",
  "amber",
  "orange",
  "tomato",
  "red",
  "ruby",
  "crimson",
  "pink",
  "plum",
  "purple",
  "violet",
  "iris",
  "indigo",
  "blue",
  "cyan",
  "teal",
  "jade",
  "green",
  "grass",
  "lime",
  "mint",
  "sky",
]);

/** `a;b<red>;;c` → a, b, c. */
export function tags(value: unknown): readonly string[] {
  if (typeof value !== "string") return [];
  return value
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(tag);
}

function tag(part: string): string {
  const open = part.endsWith(">") ? part.lastIndexOf("<") : -1;
  const color = part.slice(open + 1, -1).toLowerCase();
  const name = part.slice(0, Math.max(open, 0)).trim();
  return shownName(name === "" || !tagColors.has(color) ? part : name);
}
