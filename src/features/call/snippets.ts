import { type SnippetFormat } from "../../shared/call/callApi";
import { sessionCookie } from "../../komari/credential";
import { requestText } from "../../shared/call/requestText";
import { formatJson } from "../../json/printer";
import { stringOf } from "../../json/text";

/** Ends with a line break. */
export function snippet(format: SnippetFormat, request: SnippetRequest): string {
  switch (format) {
    case "curl":
      return curlSnippet(request);
    case "fetch":
      return fetchSnippet(request);
    case "rpc2":
      return rpc2Snippet(request);
  }
}

/** A request as it is to be copied. There is no secret in it, unless `params` holds one. */
export interface SnippetRequest {
  /** Of the RPC endpoint, absolute. */
  readonly url: string;
  readonly method: string;
  /** Raw JSON; undefined: without. */
  readonly params: string | undefined;
  readonly sign: "guest" | "apiKey" | "session";
}

/** The header that signs in, in two parts: its value is a text and then that of a variable. */
export function signature(
  sign: SnippetRequest["sign"],
): { readonly header: string; readonly text: string; readonly variable: string } | undefined {
  switch (sign) {
    case "guest":
      return undefined;
    case "apiKey":
      return { header: "Authorization", text: "Bearer ", variable: "KOMARI_API_KEY" };
    case "session":
      return { header: "Cookie", text: `${sessionCookie}=`, variable: "KOMARI_SESSION" };
  }
}

/** For POSIX shells; the secret is read from the environment. */
export function curlSnippet({ url, method, params, sign }: SnippetRequest): string {
  const signed = signature(sign);
  const words = [
    `curl ${shellQuote(url)}`,
    "-H 'Content-Type: application/json'",
    ...(signed ? [`-H "${signed.header}: ${signed.text}$${signed.variable}"`] : []),
    `--data-raw ${shellQuote(requestText(method, params))}`,
  ];
  return `${words.join(" \\\n  ")}\n`;
}

/** One word, in which nothing means anything to the shell. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** A module for Node, Deno and Bun; the secret is read from the environment. */
export function fetchSnippet({ url, method, params, sign }: SnippetRequest): string {
  const signed = signature(sign);
  const text = (value: string) => jsLiteral(JSON.stringify(value));
  const lines = [
    `const response = await fetch(${text(url)}, {`,
    '  method: "POST",',
    "  headers: {",
    '    "Content-Type": "application/json",',
    ...(signed
      ? [`    ${signed.header}: \`${signed.text}\${process.env.${signed.variable}}\`,`]
      : []),
    "  },",
    "  body: JSON.stringify({",
    '    jsonrpc: "2.0",',
    "    id: 1,",
    `    method: ${text(method)},`,
    ...(params === undefined ? [] : [`    params: ${jsLiteral(params, 4)},`]),
    "  }),",
    "});",
    "console.log(await response.json());",
  ];
  return `${lines.join("\n")}\n`;
}

/**
 * For a page of the site itself, as themes and plugins make them: Komari's own client knows the
 * address, and signs in with what the page is signed in with.
 */
export function rpc2Snippet({ method, params }: SnippetRequest): string {
  const values = [JSON.stringify(method), ...(params === undefined ? [] : [params])];
  const given = values.map((value) => jsLiteral(value)).join(", ");
  return `const result = await SharedClient().call(${given});\nconsole.log(result);\n`;
}

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
