import add from "@vscode/codicons/src/icons/add.svg" with { type: "text" };
import back from "@vscode/codicons/src/icons/chevron-left.svg" with { type: "text" };
import calendar from "@vscode/codicons/src/icons/calendar.svg" with { type: "text" };
import circle from "@vscode/codicons/src/icons/circle-small-filled.svg" with { type: "text" };
import circleOutline from "@vscode/codicons/src/icons/circle.svg" with { type: "text" };
import circleSlash from "@vscode/codicons/src/icons/circle-slash.svg" with { type: "text" };
import circleSmall from "@vscode/codicons/src/icons/circle-small.svg" with { type: "text" };
import chart from "@vscode/codicons/src/icons/graph-line.svg" with { type: "text" };
import check from "@vscode/codicons/src/icons/check.svg" with { type: "text" };
import chevron from "@vscode/codicons/src/icons/chevron-down.svg" with { type: "text" };
import close from "@vscode/codicons/src/icons/close.svg" with { type: "text" };
import code from "@vscode/codicons/src/icons/code.svg" with { type: "text" };
import copy from "@vscode/codicons/src/icons/copy.svg" with { type: "text" };
import down from "@vscode/codicons/src/icons/arrow-down.svg" with { type: "text" };
import edit from "@vscode/codicons/src/icons/edit.svg" with { type: "text" };
import error from "@vscode/codicons/src/icons/error.svg" with { type: "text" };
import download from "@vscode/codicons/src/icons/download.svg" with { type: "text" };
import eye from "@vscode/codicons/src/icons/eye.svg" with { type: "text" };
import file from "@vscode/codicons/src/icons/file.svg" with { type: "text" };
import ellipsis from "@vscode/codicons/src/icons/ellipsis.svg" with { type: "text" };
import group from "@vscode/codicons/src/icons/list-tree.svg" with { type: "text" };
import columns from "@vscode/codicons/src/icons/split-horizontal.svg" with { type: "text" };
import list from "@vscode/codicons/src/icons/list-flat.svg" with { type: "text" };
import map from "@vscode/codicons/src/icons/layout.svg" with { type: "text" };
import bookmark from "@vscode/codicons/src/icons/bookmark.svg" with { type: "text" };
import star from "@vscode/codicons/src/icons/star-full.svg" with { type: "text" };
import compare from "@vscode/codicons/src/icons/git-compare.svg" with { type: "text" };
import disconnected from "@vscode/codicons/src/icons/debug-disconnect.svg" with { type: "text" };
import loading from "@vscode/codicons/src/icons/loading.svg" with { type: "text" };
import external from "@vscode/codicons/src/icons/link-external.svg" with { type: "text" };
import starEmpty from "@vscode/codicons/src/icons/star-empty.svg" with { type: "text" };
import fold from "@vscode/codicons/src/icons/fold.svg" with { type: "text" };
import forward from "@vscode/codicons/src/icons/chevron-right.svg" with { type: "text" };
import grip from "@vscode/codicons/src/icons/gripper.svg" with { type: "text" };
import info from "@vscode/codicons/src/icons/info.svg" with { type: "text" };
import key from "@vscode/codicons/src/icons/key.svg" with { type: "text" };
import layout from "@vscode/codicons/src/icons/layout.svg" with { type: "text" };
import checklist from "@vscode/codicons/src/icons/checklist.svg" with { type: "text" };
import lock from "@vscode/codicons/src/icons/lock.svg" with { type: "text" };
import maximize from "@vscode/codicons/src/icons/screen-full.svg" with { type: "text" };
import person from "@vscode/codicons/src/icons/person.svg" with { type: "text" };
import reset from "@vscode/codicons/src/icons/discard.svg" with { type: "text" };
import server from "@vscode/codicons/src/icons/server.svg" with { type: "text" };
import table from "@vscode/codicons/src/icons/table.svg" with { type: "text" };
import terminal from "@vscode/codicons/src/icons/terminal.svg" with { type: "text" };
import trash from "@vscode/codicons/src/icons/trash.svg" with { type: "text" };
import unfold from "@vscode/codicons/src/icons/unfold.svg" with { type: "text" };
import up from "@vscode/codicons/src/icons/arrow-up.svg" with { type: "text" };
import warning from "@vscode/codicons/src/icons/warning.svg" with { type: "text" };

/** Codicons by what they stand for here: docs/decisions/0007-dependencies.md. */
const codicons = {
  add,
  back,
  calendar,
  circle,
  circleOutline,
  circleSlash,
  circleSmall,
  chart,
  check,
  checklist,
  chevron,
  close,
  code,
  copy,
  down,
  edit,
  error,
  export: download,
  eye,
  file,
  ellipsis,
  group,
  columns,
  list,
  map,
  bookmark,
  star,
  compare,
  disconnected,
  loading,
  external,
  starEmpty,
  fold,
  forward,
  grip,
  info,
  key,
  layout,
  lock,
  maximize,
  person,
  reset,
  server,
  table,
  terminal,
  trash,
  unfold,
  up,
  warning,
} as const;

export type IconName = keyof typeof codicons;

const parsed = new Map<IconName, Node>();

/** Decoration only: hidden from screen readers. */
export function icon(name: IconName): Node {
  const drawing = parsed.get(name) ?? parse(codicons[name]);
  parsed.set(name, drawing);
  return drawing.cloneNode(true);
}

function parse(svg: string): Node {
  const drawing = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  return drawing;
}
