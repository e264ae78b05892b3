import { chooseGrouping } from "./commands/chooseGrouping";
import { chooseSorting } from "./commands/chooseSorting";
import { enterFilter } from "./commands/enterFilter";

/** The commands that ask for a choice: read with the first of them. */
export const viewCommands = { chooseGrouping, chooseSorting, enterFilter } as const;
