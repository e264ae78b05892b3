import assert from "node:assert/strict";
import { type TitledJson } from "../../../../../src/features/requests/compare/responseDocuments";
import {
  pastElement,
  savedElement,
} from "../../../../../src/features/requests/view/requestElements";
import { type PastCall } from "../../../../../src/features/requests/store/pastCall";
import { RequestCommands } from "../../../../../src/features/requests/commands/requestCommands";
import { createFormat } from "../../../../../src/shared/format";
import { memoryFiles } from "../../../../builders/memoryFiles";
import { loadHistory } from "../../../../builders/callHistory";
import { buildPastCall } from "../../../../builders/pastCall";
import { startSaved } from "../../../../builders/savedRequests";
import { FakeNotifications } from "../../servers/fakes";
import { FakeQuickInputs } from "../../servers/fakeQuickInputs";

const maxParamsLength = 32 * 1024;

const home = "https://home.example.com";
const demo = "http://127.0.0.1:50123";
const sentAt = Date.UTC(2026, 0, 1);
const all = { name: "All", method: "common:getNodes" };

async function start(values: Parameters<typeof startSaved>[0] = { user: [all] }) {
  const storage = memoryFiles();
  const history = await loadHistory(storage.files);
  const { saved } = startSaved(values);
  const knobs = { picked: home as string | undefined, selection: [] as readonly unknown[] };
  const done: (readonly [what: string, ...rest: readonly unknown[]])[] = [];
  const inputs = new FakeQuickInputs();
  const notifications = new FakeNotifications();
  const titles = (...responses: readonly TitledJson[]) => responses.map(({ json }) => json);
  const commands = new RequestCommands({
    history,
    saved,
    inputs,
    notifications,
    documents: {
      open: (response) => Promise.resolve(void done.push(["show", ...titles(response)])),
      compare: (...sides) => Promise.resolve(void done.push(["compare", ...titles(...sides)])),
    },
    serverName: (id) => (id === home ? "Home" : undefined),
    serverIds: (name) => {
      if (name === "ambiguous") return [home, demo];
      return name === home || name === "Home" ? [home] : [];
    },
    isStored: (id) => id !== demo,
    pickServer: (title) => {
      done.push(["pick", title]);
      return Promise.resolve(knobs.picked);
    },
    open: (target) => done.push(["open", target]),
    run: (target) => done.push(["run", target]),
    selection: () => knobs.selection,
    rowContext: () => ({ format: createFormat("en"), now: sentAt, serverName: () => "Home" }),
  });
  const add = async (changes: Partial<PastCall> = {}, response?: string) => {
    const { id } = await history.add(buildPastCall({ sentAt, ...changes }), response);
    return pastElement(id);
  };
  const messages = () => notifications.shown.map(({ message }) => message);
  return {
    ...storage,
    history,
    saved,
    inputs,
    notifications,
    messages,
    commands,
    knobs,
    done,
    add,
  };
}

describe("RequestCommands, opening and running", () => {
  it("opens and runs a call of the history on its server", async () => {
    const { commands, done, add } = await start();
    const row = await add({ params: '{"uuid":"a"}' });
    const target = { serverId: home, method: "common:getNodes", params: '{"uuid":"a"}' };
    await commands.open(row);
    await commands.run(row);
    assert.deepEqual(done, [
      ["open", target],
      ["run", target],
    ]);
  });

  it("prompts for the server of a request for any server", async () => {
    const { commands, done, knobs } = await start();
    await commands.run(savedElement("user", "All"));
    const prompted = ["pick", "common:getNodes"] as const;
    assert.deepEqual(done.splice(0), [prompted, ["run", { serverId: home, method: all.method }]]);
    knobs.picked = undefined;
    await commands.run(savedElement("user", "All"));
    assert.deepEqual(done, [prompted]);
  });

  it("resolves the server by name, and sends nothing if the name is ambiguous", async () => {
    const named = (server: string) => ({ name: server, method: all.method, server });
    const user = [named("Home"), named("7"), named("ambiguous")];
    const { commands, done, messages } = await start({ user });
    for (const { name } of user) await commands.run(savedElement("user", name));
    assert.deepEqual(done, [["run", { serverId: home, method: all.method }]]);
    assert.deepEqual(messages(), [
      "7 is not one of your servers.",
      "ambiguous is more than one of your servers. Save the request with the server's URL.",
    ]);
  });

  it("sends nothing if the server is no longer in the settings", async () => {
    const server = "https://gone.example.com";
    const { commands, done, messages, add } = await start({ user: [{ ...all, server }] });
    await commands.run(savedElement("user", "All"));
    await commands.open(await add({ serverId: server, serverName: "Gone" }));
    assert.deepEqual(done, []);
    assert.deepEqual(messages(), [
      `${server} is not one of your servers.`,
      "Gone is not one of your servers.",
    ]);
  });

  it("opens a call without stored parameters, but neither runs nor saves it", async () => {
    const { commands, done, messages, add } = await start();
    const row = await add({ params: "1".repeat(maxParamsLength + 1) });
    await commands.run(row);
    await commands.save(row);
    assert.deepEqual(done, []);
    await commands.open(row);
    assert.deepEqual(done, [["open", { serverId: home, method: "common:getNodes" }]]);
    assert.equal(messages().length, 3);
  });

  it("uses the selection only if no row was clicked", async () => {
    const { commands, done, knobs, add } = await start();
    knobs.selection = [{ kind: "pastSection", id: "past" }, await add()];
    await commands.run(undefined);
    assert.equal(done.length, 1);
    await commands.run({ kind: "node" });
    await commands.run(pastElement("gone"));
    assert.equal(done.length, 1);
  });
});

describe("RequestCommands, responses", () => {
  it("shows the stored response, or a notice that it is not available", async () => {
    const { commands, done, messages, contents, add } = await start();
    const row = await add({}, "[1]");
    await commands.showResponse(row);
    assert.deepEqual(done, [["show", "[1]"]]);
    contents.clear();
    await commands.showResponse(row);
    assert.deepEqual(messages(), ["This response is no longer available. Send the request again."]);
  });

  it("compares two responses, the older one on the left", async () => {
    const { commands, done, add } = await start();
    const rows = [await add({ sentAt: sentAt + 1 }, "2"), await add({ sentAt }, "1")];
    await commands.compareResponses(rows[0], rows);
    assert.deepEqual(done, [["compare", "1", "2"]]);
  });

  it("prompts for the response to compare with, those of the same method first", async () => {
    const { commands, done, inputs, add } = await start();
    const row = await add({ method: "a" }, "1");
    await add({ method: "a", serverName: "Lab" }, "2");
    await add({ method: "b" }, "3");
    await add({ method: "a" }, undefined);
    const comparing = commands.compareResponses(row, undefined);
    const pick = await inputs.pick();
    assert.deepEqual(pick.labels, ["a", "b"]);
    await pick.choose("b");
    await comparing;
    assert.deepEqual(done, [["compare", "1", "3"]]);
  });

  it("shows a notice if there is no other response, and does nothing if cancelled", async () => {
    const { commands, done, inputs, messages, add } = await start();
    const row = await add({}, "1");
    await commands.compareResponses(row, undefined);
    assert.deepEqual(messages(), ["No other response to compare with."]);
    await add({}, "2");
    const comparing = commands.compareResponses(row, undefined);
    (await inputs.pick()).hide();
    await comparing;
    assert.deepEqual(done, []);
  });
});

describe("RequestCommands, saving", () => {
  it("prompts for scope, name and server", async () => {
    const { commands, saved, inputs, add } = await start({ user: [all], workspace: [all] });
    const saving = commands.save(await add({ params: '{"uuid":"a"}' }));
    await (await inputs.pick()).choose("Workspace");
    const box = await inputs.input();
    assert.equal(box.value, "common:getNodes");
    await box.enter("All");
    assert.match(box.validationMessage ?? "", /already exists/);
    await box.enter(" ");
    assert.match(box.validationMessage ?? "", /Enter a name/);
    await box.enter(" One ");
    await (await inputs.pick()).choose("For Home");
    await saving;
    assert.deepEqual(saved.get("workspace", "One"), {
      name: "One",
      method: "common:getNodes",
      server: home,
      params: '{"uuid":"a"}',
      scope: "workspace",
    });
  });

  it("does not prompt for a single scope; saves for any server if chosen", async () => {
    const { commands, saved, inputs, messages, add } = await start({ user: [] });
    const saving = commands.save(await add());
    await (await inputs.input()).enter("Any");
    await (await inputs.pick()).choose("any server");
    await saving;
    assert.deepEqual(saved.all, [{ name: "Any", method: "common:getNodes", scope: "user" }]);
    assert.deepEqual(messages(), ["Saved as Any."]);
  });

  it("saves requests of a demo for any server", async () => {
    const { commands, saved, inputs } = await start({ user: [] });
    const saving = commands.saveTarget({ serverId: demo, method: "m" });
    await (await inputs.input()).enter("Tried");
    await saving;
    assert.deepEqual(saved.all, [{ name: "Tried", method: "m", scope: "user" }]);
  });

  it("shows that secrets are masked", async () => {
    const { commands, saved, inputs, messages } = await start({ user: [] });
    const target = { serverId: home, method: "m", params: '{"token":"hunter2"}' };
    const saving = commands.saveTarget(target);
    await (await inputs.input()).enter("Secret");
    await (await inputs.pick()).choose("For Home");
    await saving;
    assert.doesNotMatch(JSON.stringify(saved.all), /hunter2/);
    assert.match(messages()[0] ?? "", /without its secrets/);
  });

  it("saves nothing if cancelled or if the parameters are not JSON", async () => {
    const { commands, saved, inputs, messages } = await start({ user: [] });
    const saving = commands.saveTarget({ serverId: home, method: "m" });
    (await inputs.input()).hide();
    await saving;
    await commands.saveTarget({ serverId: home, method: "m", params: "{" });
    assert.deepEqual(saved.all, []);
    assert.match(messages()[0] ?? "", /not valid JSON/);
  });

  it("shows an error if the setting is not a list", async () => {
    const { commands, inputs, messages } = await start({ user: {} });
    const saving = commands.saveTarget({ serverId: home, method: "m" });
    await (await inputs.input()).enter("x");
    await (await inputs.pick()).choose("For Home");
    await saving;
    assert.deepEqual(messages(), ["komari.requests must be a list of requests."]);
  });

  it("renames within the scope, to a free name", async () => {
    const { commands, saved, inputs } = await start({ user: [all, { ...all, name: "b" }] });
    const renaming = commands.rename(savedElement("user", "All"));
    const box = await inputs.input();
    await box.enter("b");
    assert.match(box.validationMessage ?? "", /already exists/);
    await box.enter("c");
    await renaming;
    assert.deepEqual(saved.namesIn("user"), ["c", "b"]);
  });
});

describe("RequestCommands, deleting", () => {
  it("deletes saved requests only after a confirmation", async () => {
    const { commands, saved, history, notifications, add } = await start();
    const rows = [await add(), savedElement("user", "All")];
    notifications.confirmed = false;
    await commands.delete(rows[0], rows);
    assert.deepEqual([saved.all.length, history.calls.length], [1, 1]);
    notifications.confirmed = true;
    await commands.delete(rows[0], rows);
    assert.deepEqual([saved.all.length, history.calls.length], [0, 0]);
  });

  it("deletes calls without a confirmation", async () => {
    const { commands, history, messages, add } = await start();
    const rows = [await add(), await add()];
    await add({ method: "stays" });
    await commands.delete(rows[0], rows);
    assert.deepEqual(
      history.calls.map(({ method }) => method),
      ["stays"],
    );
    assert.deepEqual(messages(), []);
  });

  it("clears the history after a confirmation, and does nothing if it is empty", async () => {
    const { commands, history, notifications, messages, add } = await start();
    await commands.clearHistory();
    assert.deepEqual(messages(), []);
    await add();
    notifications.confirmed = false;
    await commands.clearHistory();
    assert.equal(history.calls.length, 1);
    notifications.confirmed = true;
    await commands.clearHistory();
    assert.equal(history.calls.length, 0);
  });
});
