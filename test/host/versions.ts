/** The VS Code versions that tests run in: the newest we know and the lowest that package.json claims. */
export const hostVersions = {
  current: { folder: "1.139", desktop: "1.139.1" },
  minimum: { folder: "1.100", desktop: "1.100.0" },
} as const;

export type HostName = keyof typeof hostVersions;

export function asHostName(text: string | undefined): HostName {
  if (text === "current" || text === "minimum") return text;
  throw new Error(`Unknown VS Code host "${text ?? ""}": say "current" or "minimum".`);
}
