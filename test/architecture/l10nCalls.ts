import ts from "typescript";
import { nodesOf, placeOf, sourcesOf } from "./sources";

/** A call of `l10n.t` in the source. */
export interface L10nCall {
  readonly place: string;
  /** Undefined when the text is not written where it is used, so that nobody can translate it. */
  readonly message: string | undefined;
  /** How many values are given for its placeholders. */
  readonly values: number;
}

export function l10nCalls(): readonly L10nCall[] {
  return ["src", "webview"].flatMap(sourcesOf).flatMap((source) =>
    nodesOf(source.tree, ts.isCallExpression)
      .filter(({ expression }) => /^(vscode\.)?l10n\.t$/.test(expression.getText()))
      .map((call) => {
        const [message] = call.arguments;
        return {
          place: placeOf(source, call),
          message: message && ts.isStringLiteralLike(message) ? message.text : undefined,
          values: call.arguments.length - 1,
        };
      }),
  );
}
