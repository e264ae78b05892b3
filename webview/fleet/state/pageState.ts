import { type FleetChoices, readChoices } from "../../../src/shared/fleet/fleetChoices";

/** What VS Code keeps of the page while it is hidden, and when the window is loaded again. */
export interface PageState {
  /** See `FleetSetup`. */
  readonly key: string;
  readonly choices: FleetChoices;
  /** Keys of groups. */
  readonly folded: readonly string[];
  readonly scrollTop: number;
}

/** What was saved of this page; undefined: it is new. */
export function readPageState(saved: unknown, key: string): PageState | undefined {
  if (typeof saved !== "object" || saved === null) return undefined;
  const { key: savedKey, choices, folded, scrollTop } = saved as Readonly<Record<string, unknown>>;
  if (savedKey !== key) return undefined;
  const keys: readonly unknown[] = Array.isArray(folded) ? folded : [];
  return {
    key,
    choices: readChoices(choices),
    folded: keys.filter((each) => typeof each === "string"),
    scrollTop: typeof scrollTop === "number" ? scrollTop : 0,
  };
}
