import assert from "node:assert/strict";
import ts from "typescript";
import { nodesOf, placeOf, type Source, sourcesOf } from "./sources";

const sources = [...sourcesOf("src"), ...sourcesOf("webview")];

function places(test: (node: ts.Node) => boolean): string[] {
  const matches = (node: ts.Node): node is ts.Node => test(node);
  return sources.flatMap((source) =>
    nodesOf(source.tree, matches).map((node) => placeOf(source, node)),
  );
}

/** `x as unknown as T`: a cast that nobody can check. */
function isDoubleCast(node: ts.Node): boolean {
  return ts.isAsExpression(node) && ts.isAsExpression(node.expression);
}

/** All else goes by monotonic time (`Clock.now`, `performance.now`) or by the server's clock. */
const wallClockFiles = new Set([
  "src/util/clock.ts",
  "webview/call/ui/valueControls.ts",
  "webview/chart/ui/panelFeed.ts",
]);

/** `Date.now`, or a date of this moment. */
function readsWallClock(node: ts.Node): boolean {
  if (ts.isNewExpression(node)) {
    return node.expression.getText() === "Date" && (node.arguments?.length ?? 0) === 0;
  }
  return ts.isPropertyAccessExpression(node) && node.getText() === "Date.now";
}

function isBarrel({ tree }: Source): boolean {
  return tree.statements.length > 1 && tree.statements.every(ts.isExportDeclaration);
}

describe("Source", () => {
  it("nothing is cast twice", () => assert.deepEqual(places(isDoubleCast), []));

  it("the computer's clock is read only where a time for people is wanted or no other is known", () => {
    assert.deepEqual(
      new Set(places(readsWallClock).map((place) => place.split(":", 1)[0])),
      wallClockFiles,
    );
  });

  it("no file only passes on what others export, but the one that is bundled", () => {
    assert.deepEqual(
      sources.filter(isBarrel).map(({ path }) => path),
      ["src/later.ts"],
    );
  });

  it("files are named in camel case", () => {
    const odd = sources.filter(
      ({ path }) => !/^[a-z][a-zA-Z0-9]*(?:\.d)?\.tsx?$/.test(path.split("/").at(-1) ?? ""),
    );
    assert.deepEqual(
      odd.map(({ path }) => path),
      [],
    );
  });
});
