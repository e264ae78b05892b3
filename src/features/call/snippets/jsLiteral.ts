import { formatJson } from "../../../json/printer";
import { stringOf } from "../../../json/text";

const stringOrNumber = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*/g;

/**
 * An expression of JavaScript that `JSON.stringify` makes this JSON of again: numbers that JavaScript
 * would round are left to `JSON.rawJSON`. It may also stand in a script of HTML.
 * @param indent spaces before all lines but the first
 */
export function jsLiteral(json: string, indent = 0): string {
  const literal = formatJson(json).replace(
    stringOrNumber,
    (token: string, text: string | undefined, colon = "") => {
      if (text === undefined) return isExact(token) ? token : `JSON.rawJSON("${token}")`;
      // In a literal this name alone would be the prototype.
      if (colon !== "" && stringOf(text) === "__proto__") return `["__proto__"]${colon}`;
      return `${text.replace(/<(?=[/!])/g, "\\u003c")}${colon}`;
    },
  );
  return literal.replaceAll("\n", `\n${" ".repeat(indent)}`);
}

/** JavaScript writes a number of the same value. */
function isExact(token: string): boolean {
  return decimal(token) === decimal(String(Number(token)));
}

/** One way to write every number there is. */
function decimal(token: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(token) ?? [];
  const digits = (whole + fraction).replace(/^0+/, "");
  if (digits === "") return "0";
  const significant = digits.replace(/0+$/, "");
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return `${sign}${significant}e${power}`;
}
