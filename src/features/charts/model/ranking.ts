import { type OtherLine } from "../../../shared/chartApi";

/** A node that could be a line. */
export interface Candidate extends OtherLine {
  readonly serverId: string;
  readonly uuid: string;
}

/** More lines cannot be distinguished. */
const maxInitialLines = 10;

export function lineIdOf(serverId: string, uuid: string): string {
  return `node:${serverId}:${uuid}`;
}

/** The ten with the largest values, largest first, and those that were added. */
export function chooseLines(
  candidates: readonly Candidate[],
  addedIds: readonly string[],
): readonly Candidate[] {
  const ranked = candidates.toSorted((a, b) => (b.current ?? -1) - (a.current ?? -1));
  const first = ranked.slice(0, maxInitialLines);
  const more = ranked.slice(maxInitialLines).filter(({ id }) => addedIds.includes(id));
  return [...first, ...more];
}
