import assert from "node:assert/strict";
import { Demo, type DemoServer } from "../../../../src/features/demo/demo";
import { type ServersSetting } from "../../../../src/settings/config";
import { Emitter } from "../../../../src/util/emitter";
import { silentLogger } from "../../../../src/util/logger";
import { settle } from "../../../builders/settle";
import { config } from "../servers/fakes";

const url = "http://127.0.0.1:50123";
const home = config("Home", "https://home.example.com");

function open(servers: ServersSetting["servers"] = []) {
  const changed = new Emitter<ServersSetting>();
  const configured = { value: { servers, problems: [] }, onDidChange: changed.event };
  const running: boolean[] = [];
  const ended: string[] = [];
  const loaded: (() => void)[] = [];
  let starts = 0;
  let stops = 0;
  const server: DemoServer = {
    url,
    apiKey: "key-of-the-demo",
    stop: () => {
      stops += 1;
      return Promise.resolve();
    },
  };
  const startDemo = () => {
    starts += 1;
    return Promise.resolve(server);
  };
  const demo = new Demo({
    configured,
    load: () => new Promise((resolve) => loaded.push(() => resolve({ startDemo }))),
    setRunning: (value) => running.push(value),
    logger: silentLogger,
  });
  demo.onDidEnd((id) => ended.push(id));
  return {
    demo,
    running,
    ended,
    counts: () => ({ starts, stops }),
    load: () => loaded.forEach((resolve) => resolve()),
    configure: (value: ServersSetting["servers"]) => {
      configured.value = { servers: value, problems: [] };
      changed.fire(configured.value);
    },
    start: () => {
      const started = demo.start();
      loaded.forEach((resolve) => resolve());
      return started;
    },
  };
}

describe("Demo", () => {
  it("has the servers of the settings until it is started, and loads nothing", () => {
    const { demo, counts } = open([home]);
    assert.deepEqual(demo.value.servers, [home]);
    assert.equal(demo.running, false);
    assert.deepEqual(counts(), { starts: 0, stops: 0 });
  });

  it("is the only server while it runs, with its key in memory", async () => {
    const { demo, running, start } = open();
    const values: ServersSetting[] = [];
    demo.onDidChange((value) => values.push(value));
    assert.equal(await start(), true);
    assert.deepEqual(
      values.map(({ servers }) => servers.map(({ name, baseUrl }) => [name, baseUrl])),
      [[["Demo", url]]],
    );
    assert.deepEqual(demo.credentialOf(url), { kind: "apiKey", apiKey: "key-of-the-demo" });
    assert.equal(demo.credentialOf(home.baseUrl), undefined);
    assert.deepEqual(running, [true]);
  });

  it("starts one server, however often it is started", async () => {
    const { demo, load, counts, start } = open();
    const both = [demo.start(), demo.start()];
    load();
    assert.deepEqual(await Promise.all(both), [true, true]);
    assert.equal(await start(), true);
    assert.deepEqual(counts(), { starts: 1, stops: 0 });
  });

  it("can be started again after a start that failed", async () => {
    const demo = new Demo({
      configured: { value: { servers: [], problems: [] }, onDidChange: new Emitter<never>().event },
      load: () => Promise.reject(new Error("no such file")),
      setRunning: () => undefined,
      logger: silentLogger,
    });
    await assert.rejects(demo.start(), /no such file/);
    await assert.rejects(demo.start(), /no such file/);
    assert.equal(demo.running, false);
  });

  it("closes its port and leaves no server when it is ended", async () => {
    const { demo, running, ended, counts, start } = open();
    await start();
    await demo.end();
    await demo.end();
    assert.deepEqual(demo.value.servers, []);
    assert.equal(demo.credentialOf(url), undefined);
    assert.deepEqual(running, [true, false]);
    assert.deepEqual(ended, [url]);
    assert.deepEqual(counts(), { starts: 1, stops: 1 });
  });

  it("ends when a server is added to the settings", async () => {
    const { demo, ended, counts, configure, start } = open();
    await start();
    configure([home]);
    await settle();
    assert.deepEqual(demo.value.servers, [home]);
    assert.deepEqual(ended, [url]);
    assert.equal(counts().stops, 1);
  });

  it("does not start with servers in the settings, nor when one is added meanwhile", async () => {
    const { demo, counts, configure, load, start } = open([home]);
    assert.equal(await start(), false);
    configure([]);
    const started = demo.start();
    configure([home]);
    load();
    assert.equal(await started, false);
    assert.equal(demo.running, false);
    assert.deepEqual(counts(), { starts: 1, stops: 1 });
  });

  it("is known as a demo for as long as the window lives, unless its address is added", async () => {
    const { demo, configure, start } = open();
    assert.equal(demo.isDemo(url), false);
    await start();
    assert.equal(demo.isDemo(url), true);
    await demo.end();
    assert.equal(demo.isDemo(url), true);
    configure([config("Simulator", url)]);
    assert.equal(demo.isDemo(url), false);
  });

  it("closes its port when the window closes, also when it was about to open", async () => {
    const running = open();
    await running.start();
    running.demo.dispose();
    assert.equal(running.counts().stops, 1);
    const starting = open();
    const started = starting.demo.start();
    starting.demo.dispose();
    starting.load();
    assert.equal(await started, false);
    assert.deepEqual(starting.counts(), { starts: 1, stops: 1 });
  });
});
