import { type OtherLine } from "../../../shared/chartApi";

/** A node that could be a line. */
export interface Candidate extends OtherLine {
  readonly serverId: string;
  readonly uuid: string;
}

/** As many lines as can be told apart. */
const shownAtFirst = 10;

export function lineIdOf(serverId: string, uuid: string): string {
  return `node:${serverId}:${uuid}`;
}

/** The ten with the largest values, largest first, and those that are asked for. */
export function chooseLines(
  candidates: readonly Candidate[],
  wanted: readonly string[],
): readonly Candidate[] {
  const ranked = candidates.toSorted((a, b) => (b.current ?? -1) - (a.current ?? -1));
  const first = ranked.slice(0, shownAtFirst);
  const more = ranked.slice(shownAtFirst).filter(({ id }) => wanted.includes(id));
  return [...first, ...more];
}
