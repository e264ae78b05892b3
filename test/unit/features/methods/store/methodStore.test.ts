import assert from "node:assert/strict";
import { type MethodStore } from "../../../../../src/features/methods/store/methodStore";
import { RpcLocalError, RpcRemoteError } from "../../../../../src/rpc/errors";
import { createMethodStore, methodsHome as home, readyWith } from "../../../../builders/methods";
import { failedState } from "../../../../builders/serverView";
import { settle } from "../../../../builders/settle";

const names = ["admin:addClient", "common:getNodes", "weather", "rpc.ping"];
const help = { weather: { summary: "Returns the weather" } };

function createWorld() {
  return createMethodStore({ names, help: { ...help } });
}

function namesIn(store: MethodStore): readonly string[] | undefined {
  return store.get(home).methods?.map(({ name }) => name);
}

/** A world whose files cache the server's methods, and a store that has not loaded them yet. */
async function createKept() {
  const world = createWorld();
  await world.store.refresh(home);
  world.requested.splice(0);
  return { ...world, store: world.open() };
}

describe("MethodStore", () => {
  it("sends no request before the first load", async () => {
    const { store, requested, become } = createWorld();
    become(readyWith(names));
    await settle();
    assert.deepEqual(requested, []);
    assert.deepEqual(store.get(home), { methods: undefined, loading: false, problem: undefined });
  });

  it("requests all names, with internal ones, and the help on all in one request", async () => {
    const { store, requested } = createWorld();
    await store.refresh(home);
    assert.deepEqual(namesIn(store), names);
    assert.deepEqual(requested, ["methods", "help of 4"]);
    assert.equal(store.get(home).loading, false);
  });

  it("has the public names before the response", async () => {
    const { store } = createWorld();
    await store.load(home);
    assert.deepEqual(namesIn(store), ["admin:addClient", "common:getNodes", "weather"]);
    assert.equal(store.get(home).loading, true);
  });

  it("merges the server's help with our documentation", async () => {
    const { store } = createWorld();
    await store.refresh(home);
    assert.equal(store.spec(home, "weather").summary, "Returns the weather");
    assert.equal(store.spec(home, "admin:addClient").role, "admin");
    assert.equal(store.spec(home, "common:getNodes").params.kind, "named");
  });

  it("writes no file for a server that is not stored", async () => {
    const { open, memory } = createWorld();
    const store = open(() => false);
    await store.refresh(home);
    assert.deepEqual(namesIn(store), names);
    assert.deepEqual([...memory.contents], []);
  });

  it("has a spec for unknown methods and servers", () => {
    const { store } = createWorld();
    assert.equal(store.spec(home, "plugin:doIt").undocumented, true);
    assert.equal(store.spec("https://nowhere.example.com", "common:getNodes").role, "guest");
  });

  it("fires onDidChange with the server whose list has changed", async () => {
    const { store } = createWorld();
    const changes: string[] = [];
    store.onDidChange((id) => changes.push(id));
    await store.refresh(home);
    assert.deepEqual([...new Set(changes)], [home]);
    const count = changes.length;
    await store.load(home);
    await settle();
    assert.equal(changes.length, count);
  });

  it("sends one request for repeated loads", async () => {
    const { store, requested, become } = createWorld();
    await store.refresh(home);
    await store.load(home);
    become(failedState("unreachable"));
    become(readyWith(names));
    await store.load(home);
    await settle();
    assert.deepEqual(requested, ["methods", "help of 4"]);
    await store.refresh(home);
    assert.equal(requested.length, 4);
  });
});

describe("MethodStore cache", () => {
  it("is available at once, while the list is fetched in the background", async () => {
    const { store, requested, reported } = await createKept();
    reported.names = [...names, "common:new"];
    await store.load(home);
    assert.deepEqual(namesIn(store), names);
    assert.equal(store.spec(home, "weather").summary, "Returns the weather");
    await settle();
    assert.deepEqual(namesIn(store), [...names, "common:new"]);
    assert.deepEqual(requested, ["methods", "help of 5"]);
  });

  it("is used while the server is down; the list is fetched after a reconnect", async () => {
    const { store, requested, become } = await createKept();
    become(failedState("unreachable"));
    await store.load(home);
    await settle();
    assert.deepEqual(namesIn(store), names);
    assert.deepEqual(requested, []);
    become(readyWith(names));
    await settle();
    assert.deepEqual(requested, ["methods", "help of 4"]);
  });

  it("is written under a name without the address, and again only if it has changed", async () => {
    const { store, memory, reported } = await createKept();
    assert.match(memory.written.join(), /^[0-9a-f]{32}\.json$/);
    await store.refresh(home);
    assert.equal(memory.written.length, 1);
    reported.help = {};
    await store.refresh(home);
    assert.equal(memory.written.length, 2);
  });

  for (const broken of ["", "{", "null", "[]", '{"format":1,"version":"1.4.3","methods":7}']) {
    it(`is ignored if it is ${JSON.stringify(broken)}`, async () => {
      const { store, memory, become } = await createKept();
      for (const file of memory.contents.keys()) memory.contents.set(file, broken);
      become(failedState("unreachable"));
      await store.load(home);
      assert.equal(namesIn(store), undefined);
      become(readyWith(names));
      await settle();
      assert.deepEqual(namesIn(store), names);
    });
  }

  it("may be unreadable or unwritable", async () => {
    const { store, memory } = await createKept();
    memory.failing.add(".json");
    await store.refresh(home);
    assert.deepEqual(namesIn(store), names);
    assert.equal(store.get(home).problem, undefined);
  });
});

describe("MethodStore after a change of the server", () => {
  it("fetches again for another version", async () => {
    const { store, requested, become, reported } = createWorld();
    await store.refresh(home);
    reported.names = ["common:getNodes"];
    become(readyWith(names, "1.5.0"));
    await store.load(home);
    await settle();
    assert.deepEqual(namesIn(store), ["common:getNodes"]);
    assert.equal(requested.length, 4);
  });

  it("fetches again when a plugin adds a method", async () => {
    const { store, become, reported } = createWorld();
    await store.refresh(home);
    reported.names = [...names, "plugin"];
    become(readyWith(reported.names));
    await store.load(home);
    await settle();
    assert.deepEqual(namesIn(store), [...names, "plugin"]);
  });

  it("ignores a late response of the old version", async () => {
    const { store, answering, become, reported } = createWorld();
    const late: (() => void)[] = [];
    answering.help = () => new Promise((resolve) => late.push(resolve));
    await store.load(home);
    await settle();
    reported.names = ["common:getNodes"];
    become(readyWith(reported.names, "1.5.0"));
    await store.load(home);
    await settle();
    late[1]?.();
    await settle();
    late[0]?.();
    await settle();
    assert.equal(late.length, 2);
    assert.deepEqual(namesIn(store), ["common:getNodes"]);
    assert.equal(store.get(home).loading, false);
  });
});

describe("MethodStore with servers of limited support", () => {
  it("uses our documentation for servers without help or batches", async () => {
    const { store, answering } = createWorld();
    answering.help = () => Promise.reject(new RpcLocalError("malformed", "no batch"));
    await store.refresh(home);
    assert.deepEqual(namesIn(store), names);
    assert.equal(store.get(home).problem, undefined);
    assert.equal(store.spec(home, "weather").undocumented, true);
  });

  it("keeps the previous help if the request fails, but not that of another version", async () => {
    const { store, answering, become } = createWorld();
    await store.refresh(home);
    answering.help = () => Promise.reject(new RpcLocalError("timeout", "slow"));
    await store.refresh(home);
    assert.equal(store.spec(home, "weather").summary, "Returns the weather");
    become(readyWith(names, "1.5.0"));
    await store.refresh(home);
    assert.equal(store.spec(home, "weather").summary, undefined);
  });

  it("uses the public names if internal ones are not listed", async () => {
    const { store, answering } = createWorld();
    answering.methods = () => Promise.reject(new RpcRemoteError(-32602, "no", undefined));
    await store.refresh(home);
    assert.deepEqual(namesIn(store), ["admin:addClient", "common:getNodes", "weather"]);
    assert.equal(store.get(home).problem, undefined);
  });

  it("reports the problem, and retries only over a new connection", async () => {
    const { store, requested, answering, become } = createWorld();
    answering.methods = () => Promise.reject(new RpcLocalError("timeout", "slow"));
    await store.load(home);
    await settle();
    await store.load(home);
    await settle();
    assert.equal(store.get(home).problem?.code, "timeout");
    assert.deepEqual(requested, ["methods"]);
    answering.methods = () => Promise.resolve();
    become(failedState("unreachable"));
    become(readyWith(names));
    await store.load(home);
    await settle();
    assert.equal(store.get(home).problem, undefined);
    assert.deepEqual(namesIn(store), names);
  });
});
