import assert from "node:assert/strict";
import { type MethodStore } from "../../../../src/features/methods/methodStore";
import { RpcLocalError, RpcRemoteError } from "../../../../src/rpc/errors";
import { createMethodStore, methodsHome as home, readyWith } from "../../../builders/methods";
import { failedState } from "../../../builders/serverView";
import { settle } from "../../../builders/settle";

const names = ["admin:addClient", "common:getNodes", "weather", "rpc.ping"];
const help = { weather: { summary: "Tells the weather" } };

function createWorld() {
  return createMethodStore({ names, help: { ...help } });
}

function namesIn(store: MethodStore): readonly string[] | undefined {
  return store.get(home).methods?.map(({ name }) => name);
}

/** A world whose files hold what the server has told, and a store that has not looked yet. */
async function createKept() {
  const world = createWorld();
  await world.store.refresh(home);
  world.asked.splice(0);
  return { ...world, store: world.open() };
}

describe("MethodStore", () => {
  it("asks nothing before somebody looks", async () => {
    const { store, asked, become } = createWorld();
    become(readyWith(names));
    await settle();
    assert.deepEqual(asked, []);
    assert.deepEqual(store.get(home), { methods: undefined, loading: false, problem: undefined });
  });

  it("asks for all names, internal ones too, and for the help on all at once", async () => {
    const { store, asked } = createWorld();
    await store.refresh(home);
    assert.deepEqual(namesIn(store), names);
    assert.deepEqual(asked, ["methods", "help of 4"]);
    assert.equal(store.get(home).loading, false);
  });

  it("shows the public names before the answer is there", async () => {
    const { store } = createWorld();
    await store.load(home);
    assert.deepEqual(namesIn(store), ["admin:addClient", "common:getNodes", "weather"]);
    assert.equal(store.get(home).loading, true);
  });

  it("puts the server's help and our own documentation together", async () => {
    const { store } = createWorld();
    await store.refresh(home);
    assert.equal(store.spec(home, "weather").summary, "Tells the weather");
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

  it("has an answer for methods and servers that nobody knows", () => {
    const { store } = createWorld();
    assert.equal(store.spec(home, "plugin:doIt").undocumented, true);
    assert.equal(store.spec("https://nowhere.example.com", "common:getNodes").role, "guest");
  });

  it("says when the list changes, and of which server", async () => {
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

  it("asks once, however often somebody looks", async () => {
    const { store, asked, become } = createWorld();
    await store.refresh(home);
    await store.load(home);
    become(failedState("unreachable"));
    become(readyWith(names));
    await store.load(home);
    await settle();
    assert.deepEqual(asked, ["methods", "help of 4"]);
    await store.refresh(home);
    assert.equal(asked.length, 4);
  });
});

describe("MethodStore: what is kept", () => {
  it("is there at once, and the server is asked behind", async () => {
    const { store, asked, told } = await createKept();
    told.names = [...names, "common:new"];
    await store.load(home);
    assert.deepEqual(namesIn(store), names);
    assert.equal(store.spec(home, "weather").summary, "Tells the weather");
    await settle();
    assert.deepEqual(namesIn(store), [...names, "common:new"]);
    assert.deepEqual(asked, ["methods", "help of 5"]);
  });

  it("is of use while the server is down, which is asked when it is back", async () => {
    const { store, asked, become } = await createKept();
    become(failedState("unreachable"));
    await store.load(home);
    await settle();
    assert.deepEqual(namesIn(store), names);
    assert.deepEqual(asked, []);
    become(readyWith(names));
    await settle();
    assert.deepEqual(asked, ["methods", "help of 4"]);
  });

  it("is written under a name without any address, and again only when it differs", async () => {
    const { store, memory, told } = await createKept();
    assert.match(memory.written.join(), /^[0-9a-f]{32}\.json$/);
    await store.refresh(home);
    assert.equal(memory.written.length, 1);
    told.help = {};
    await store.refresh(home);
    assert.equal(memory.written.length, 2);
  });

  for (const broken of ["", "{", "null", "[]", '{"format":1,"version":"1.4.3","methods":7}']) {
    it(`is not believed when it is ${JSON.stringify(broken)}`, async () => {
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

  it("may not be readable or writable", async () => {
    const { store, memory } = await createKept();
    memory.failing.add(".json");
    await store.refresh(home);
    assert.deepEqual(namesIn(store), names);
    assert.equal(store.get(home).problem, undefined);
  });
});

describe("MethodStore: a server that changes", () => {
  it("is asked again when it is another version", async () => {
    const { store, asked, become, told } = createWorld();
    await store.refresh(home);
    told.names = ["common:getNodes"];
    become(readyWith(names, "1.5.0"));
    await store.load(home);
    await settle();
    assert.deepEqual(namesIn(store), ["common:getNodes"]);
    assert.equal(asked.length, 4);
  });

  it("is asked again when a plugin brings a method", async () => {
    const { store, become, told } = createWorld();
    await store.refresh(home);
    told.names = [...names, "plugin"];
    become(readyWith(told.names));
    await store.load(home);
    await settle();
    assert.deepEqual(namesIn(store), [...names, "plugin"]);
  });

  it("does not let a late answer of the old version overwrite the new one", async () => {
    const { store, answering, become, told } = createWorld();
    const late: (() => void)[] = [];
    answering.help = () => new Promise((resolve) => late.push(resolve));
    await store.load(home);
    await settle();
    told.names = ["common:getNodes"];
    become(readyWith(told.names, "1.5.0"));
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

describe("MethodStore: servers that tell less", () => {
  it("without help or batches have their methods, as far as we know them", async () => {
    const { store, answering } = createWorld();
    answering.help = () => Promise.reject(new RpcLocalError("malformed", "no batch"));
    await store.refresh(home);
    assert.deepEqual(namesIn(store), names);
    assert.equal(store.get(home).problem, undefined);
    assert.equal(store.spec(home, "weather").undocumented, true);
  });

  it("keep the help of before when it fails, but not that of another version", async () => {
    const { store, answering, become } = createWorld();
    await store.refresh(home);
    answering.help = () => Promise.reject(new RpcLocalError("timeout", "slow"));
    await store.refresh(home);
    assert.equal(store.spec(home, "weather").summary, "Tells the weather");
    become(readyWith(names, "1.5.0"));
    await store.refresh(home);
    assert.equal(store.spec(home, "weather").summary, undefined);
  });

  it("do with public names when they do not list internal ones", async () => {
    const { store, answering } = createWorld();
    answering.methods = () => Promise.reject(new RpcRemoteError(-32602, "no", undefined));
    await store.refresh(home);
    assert.deepEqual(namesIn(store), ["admin:addClient", "common:getNodes", "weather"]);
    assert.equal(store.get(home).problem, undefined);
  });

  it("say what is wrong, are not pestered, and are asked again over a new connection", async () => {
    const { store, asked, answering, become } = createWorld();
    answering.methods = () => Promise.reject(new RpcLocalError("timeout", "slow"));
    await store.load(home);
    await settle();
    await store.load(home);
    await settle();
    assert.equal(store.get(home).problem?.code, "timeout");
    assert.deepEqual(asked, ["methods"]);
    answering.methods = () => Promise.resolve();
    become(failedState("unreachable"));
    become(readyWith(names));
    await store.load(home);
    await settle();
    assert.equal(store.get(home).problem, undefined);
    assert.deepEqual(namesIn(store), names);
  });
});
