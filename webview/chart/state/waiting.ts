import { type ChartNotice, type ChartProgress } from "../../../src/shared/chartApi";

/** A server is not connected: the query waits until it is back, and then goes on by itself. */
export function isHindrance(notice: ChartNotice | undefined): boolean {
  return notice !== undefined && notice.query === undefined && notice.severity !== "info";
}

/** Says why there are no charts: it stands in their place, not above them. */
export function saysWhyEmpty(notice: ChartNotice | undefined): boolean {
  return notice?.severity === "info" && notice.query !== undefined;
}

/** Nothing is being loaded, though a response is still to come: of several servers others may go on. */
export function isStalled(
  notice: ChartNotice | undefined,
  progress: ChartProgress | undefined,
): boolean {
  return isHindrance(notice) && progress === undefined;
}
