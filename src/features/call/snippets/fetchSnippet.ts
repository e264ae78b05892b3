import { jsLiteral } from "./jsLiteral";
import { signature, type SnippetRequest } from "./snippetRequest";

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
