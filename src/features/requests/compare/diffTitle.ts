import { shownName } from "../../../shared/shownName";
import { singleLine } from "../../../shared/singleLine";

/** Stands between the method and where and when it was called. */
const dash = " — ";

/** The method, the server and the time of an answer. All but the last are untrusted text. */
export function answerTitle(method: string, server: string, time: string): string {
  return `${shownName(method)}${dash}${shownName(server)}, ${time}`;
}

/** Of two answers of one method the second leaves that away. */
export function diffTitle(left: string, right: string): string {
  const start = left.slice(0, left.indexOf(dash) + dash.length);
  const isSame = left.includes(dash) && right.startsWith(start);
  return singleLine(`${left} ↔ ${isSame ? right.slice(start.length) : right}`);
}
