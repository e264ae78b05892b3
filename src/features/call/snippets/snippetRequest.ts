import { sessionCookie } from "../../../komari/credential";

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
