import { jsLiteral } from "./jsLiteral";
import { type SnippetRequest } from "./snippetRequest";

/**
 * For a page of the site itself, as themes and plugins make them: Komari's own client knows the
 * address, and signs in with what the page is signed in with.
 */
export function rpc2Snippet({ method, params }: SnippetRequest): string {
  const values = [JSON.stringify(method), ...(params === undefined ? [] : [params])];
  const given = values.map((value) => jsLiteral(value)).join(", ");
  return `const result = await SharedClient().call(${given});\nconsole.log(result);\n`;
}
