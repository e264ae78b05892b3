import assert from "node:assert/strict";
import { methodItems } from "../../../../../src/features/methods/picker/methodItems";
import { buildMethodSpec } from "../../../../builders/methods";

const methods = [
  buildMethodSpec("admin:exec", { risk: "execute", summary: "Runs $(flame) a command" }),
  buildMethodSpec("common:getMe"),
  buildMethodSpec("common:getNodes"),
  buildMethodSpec("rpc.ping"),
];
const nothing = {
  role: "admin",
  internal: false,
  recent: [],
  favorites: new Set<string>(),
} as const;

function rows(context: Partial<Parameters<typeof methodItems>[1]> = {}): readonly string[] {
  return methodItems(methods, { ...nothing, ...context }).map((item) =>
    item.kind === "heading" ? `— ${item.label}` : item.method,
  );
}

function itemOf(method: string, role: "admin" | "guest") {
  const items = methodItems(methods, { ...nothing, role });
  const item = items.find((each) => each.kind === "method" && each.method === method);
  assert.equal(item?.kind, "method");
  return item;
}

describe("methodItems", () => {
  it("groups by namespace", () => {
    assert.deepEqual(rows(), [
      ...["— common", "common:getMe", "common:getNodes"],
      ...["— admin", "admin:exec"],
    ]);
  });

  it("puts recent methods and favorites first, each method once", () => {
    const recent = ["common:getNodes", "gone", "admin:exec"];
    assert.deepEqual(rows({ recent, favorites: new Set(["admin:exec", "common:getMe"]) }), [
      ...["— Recently used", "common:getNodes", "admin:exec"],
      ...["— Favorites", "common:getMe"],
    ]);
  });

  it("shows internal methods last, and only if enabled", () => {
    assert.deepEqual(rows({ internal: true }).slice(-2), ["— rpc", "rpc.ping"]);
    assert.ok(!rows({ recent: ["rpc.ping"] }).includes("rpc.ping"));
  });

  it("shows summary and risk, and escapes icons in texts of a server", () => {
    const item = itemOf("admin:exec", "admin");
    assert.equal(item.label, "$(terminal) admin:exec");
    assert.equal(item.description, "Runs \\$(flame) a command · Runs code");
  });

  it("marks methods that the role may not call", () => {
    const item = itemOf("admin:exec", "guest");
    assert.match(item.label, /^\$\(lock\)/);
    assert.match(item.description, / · Not available to your role$/);
  });

  it("adds nothing to the summary of a method that is known to be read-only", () => {
    const guessed = buildMethodSpec("common:a", { summary: "First", guessed: true });
    const items = methodItems(
      [guessed, buildMethodSpec("common:b", { summary: "Second" })],
      nothing,
    );
    assert.deepEqual(
      items.flatMap((item) => (item.kind === "method" ? item.description : [])),
      ["First · Read-only (guessed from the name)", "Second"],
    );
  });

  it("handles a thousand methods of plugins", () => {
    const many = Array.from({ length: 1000 }, (_, index) => buildMethodSpec(`plugin:m${index}`));
    assert.equal(methodItems(many, nothing).length, 1001);
  });
});
