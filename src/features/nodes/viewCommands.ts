import { chooseGrouping } from "./commands/chooseGrouping";
import { chooseRows } from "./commands/chooseRows";
import { chooseSorting } from "./commands/chooseSorting";
import { copyNode } from "./commands/copyNode";
import { enterFilter } from "./commands/enterFilter";

/** The commands that ask for a choice: read with the first of them. */
export const viewCommands = {
  chooseGrouping,
  chooseRows,
  chooseSorting,
  copyNode,
  enterFilter,
} as const;
