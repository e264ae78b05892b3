import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import {
  commandIds,
  contextKeys,
  panelIds,
  settingIds,
  settingsSection,
  viewIds,
  walkthroughId,
} from "../../src/manifest/contributions";
import { methodRow } from "../../src/features/methods/view/methodRow";
import { groupRow } from "../../src/features/nodes/rows/groupRow";
import { nodeRow } from "../../src/features/nodes/rows/nodeRow";
import { openNotice } from "../../src/features/nodes/nodesMessage";
import { problemMessage } from "../../src/features/tree/serverMessage";
import { serverRow } from "../../src/features/nodes/serverRow";
import { pastRow, savedRow } from "../../src/features/requests/view/requestRow";
import { createFormat } from "../../src/shared/format";
import { buildFacts } from "../builders/facts";
import { buildMethodSpec } from "../builders/methods";
import { buildPastCall } from "../builders/pastCall";
import { buildServerView, failedState } from "../builders/serverView";
import { declaredSettings, manifest } from "./manifest";
import { nodesOf, root, sourcesOf } from "./sources";

const { commands, configuration, menus, views, viewsContainers, viewsWelcome, walkthroughs } =
  manifest.contributes;

const menuItems = Object.values(menus).flat();
const clauses = [...menuItems, ...viewsWelcome]
  .map(({ when }) => when ?? "")
  .concat(commands.map(({ enablement }) => enablement ?? ""));

function sortedValues(table: Readonly<Record<string, string>>): string[] {
  return Object.values(table).sort();
}

function keysUsed(): Set<string> {
  const completions = walkthroughs.flatMap(({ steps }) =>
    steps.flatMap(({ completionEvents }) => completionEvents),
  );
  const conditions = completions.map((event) => event.replace(/\bview\.komari[\w.]+/g, ""));
  const named = [...clauses, ...conditions].flatMap(
    (clause) => clause.match(/\bkomari\.[\w.]+/g) ?? [],
  );
  const others = [...sortedValues(viewIds), ...sortedValues(panelIds)];
  return new Set(named.filter((name) => !others.includes(name)));
}

/** Words that menus look for in a row, and all that rows can say. */
function wordsSought(): Set<string> {
  const sought = clauses.flatMap((clause) => [...clause.matchAll(/\\b(\w+)\\b/g)]);
  return new Set(sought.flatMap(([, word]) => word ?? []));
}

function wordsSaid(): Set<string> {
  const context = { format: createFormat("en"), template: [], age: undefined, serverTime: 0 };
  const requests = { format: context.format, now: 0, serverName: () => undefined };
  const addressed = buildFacts({ ipv4: "203.0.113.1", ipv6: "2001:db8::1" });
  const rows = [
    ...[true, false].map((isFavorite) => nodeRow(addressed, { ...context, isFavorite })),
    groupRow({ kind: "favorites" }, "group", []),
    serverRow(buildServerView(), context.format),
    serverRow(
      buildServerView({ credential: { kind: "apiKey", apiKey: "0123456789ab" } }),
      context.format,
    ),
    serverRow(buildServerView({ state: failedState("privateSite") }), context.format),
    openNotice().row,
    problemMessage(
      { id: "https://status.example.com", name: "Home" },
      { code: "unreachable", detail: "" },
      { connected: false },
    ).row,
    ...[true, false].map((isFavorite) =>
      methodRow(buildMethodSpec("rpc.ping"), { isFavorite, denied: false, withNamespace: false }),
    ),
    ...[true, false].map((kept) => pastRow(buildPastCall({ kept }), requests)),
    savedRow({ name: "pings", method: "rpc.ping", scope: "user" }, requests),
  ];
  return new Set(rows.flatMap(({ contextValue }) => contextValue.split(" ")));
}

/** The keys of `commandIds` that some feature registers. */
function registered(): string[] {
  return sourcesOf("src/features")
    .flatMap(({ tree }) => nodesOf(tree, ts.isCallExpression))
    .filter(({ expression }) => /\bregistry\.register$/.test(expression.getText()))
    .flatMap(({ arguments: [id] }) => id?.getText().replace("commandIds.", "") ?? []);
}

describe("ids: src/manifest/contributions.ts and package.json name the same", () => {
  it("commands", () => {
    const declared = commands.map(({ command }) => command);
    assert.deepEqual([...declared].sort(), sortedValues(commandIds));
  });

  it("settings", () => {
    const ids = sortedValues(settingIds).map((id) => `${settingsSection}.${id}`);
    assert.deepEqual(Object.keys(declaredSettings).sort(), ids);
  });

  it("views", () => {
    const ids = Object.values(views).flatMap((items) => items.map(({ id }) => id));
    assert.deepEqual(ids.sort(), sortedValues(viewIds));
    assert.ok(viewsWelcome.every(({ view }) => ids.includes(view)));
    const containers = viewsContainers.activitybar.map(({ id }) => id);
    assert.deepEqual(Object.keys(views), containers);
  });

  it("the walkthrough, whose pictures are there", () => {
    assert.deepEqual(
      walkthroughs.map(({ id }) => id),
      [walkthroughId],
    );
    const pictures = walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg));
    assert.deepEqual(
      pictures.filter((picture) => !existsSync(join(root, picture))),
      [],
    );
  });

  it("context keys", () => {
    assert.deepEqual([...keysUsed()].sort(), sortedValues(contextKeys));
  });
});

describe("ids: what menus and commands need is there", () => {
  it("a command for every menu item", () => {
    const unknown = menuItems.filter(
      ({ command }) => !commands.some((declared) => declared.command === command),
    );
    assert.deepEqual(unknown, []);
  });

  it("a handler for every command, once", () => {
    assert.deepEqual(registered().sort(), Object.keys(commandIds).sort());
  });

  it("the words that menus seek in a row", () => {
    const said = wordsSaid();
    assert.ok(said.has("node"));
    assert.deepEqual(
      [...wordsSought()].filter((word) => !said.has(word)),
      [],
    );
  });

  it("a translatable title for every command", () => {
    for (const { command, title } of commands) {
      assert.equal(title, `%command.${command.replace(/^komari\./, "")}%`);
    }
  });
});

describe("ids: the manifest reads well", () => {
  it("its contributions and commands are sorted", () => {
    const ids = commands.map(({ command }) => command);
    assert.deepEqual(ids, ids.toSorted());
    const points = Object.keys(manifest.contributes);
    assert.deepEqual(points, points.toSorted());
  });

  it("its sections of settings, and the settings of each, are in the order in which they are shown", () => {
    const lists = configuration.map(({ properties }) => Object.values(properties));
    for (const items of [configuration, ...lists]) {
      assert.deepEqual(
        items.map(({ order }) => order),
        items.map((_, index) => index + 1),
      );
    }
  });

  it("the extension starts with VS Code, or earlier for its own views, commands and panels", () => {
    const panels = sortedValues(panelIds).map((id) => `onWebviewPanel:${id}`);
    assert.deepEqual([...manifest.activationEvents].sort(), ["onStartupFinished", ...panels]);
  });
});
