import help from "../../../fixtures/described/help.json";
import { type Described, describedHelp, describedNames } from "../../described";
import { isRecord } from "../../json";
import { type MethodMeta } from "../../profiles/profile";
import { v143 } from "../../profiles/v143";

const described = describedHelp(help);

/**
 * The methods of a list that was described: with the help of 1.4.3 where that has them, with the
 * described one of new methods, and of the rest with a summary alone, as servers have it.
 */
export function methodList(list: Described): Readonly<Record<string, MethodMeta>> {
  return Object.fromEntries(describedNames(list).map((name) => [name, metaOf(name)]));
}

function metaOf(name: string): MethodMeta {
  const known = v143.methods[name];
  if (known !== undefined) return known;
  const help = described[name];
  return { summary: summaryOf(name), ...(isRecord(help) ? { whole: help } : {}) };
}

/** `admin:fileListRoots` → `File list roots`. */
function summaryOf(name: string): string {
  const words = name
    .replace(/^\w+:/, "")
    .replaceAll(/(?=[A-Z])/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
