import assert from "node:assert/strict";
import { RpcLocalError, RpcRemoteError } from "../../../src/rpc/errors";
import { type CallOptions } from "../../../src/rpc/router";
import { rejectsWith } from "../../builders/rejectsWith";
import { failing, local, routerSetUp } from "../../builders/routerSetUp";
import { settle } from "../../builders/settle";

describe("Router: the way of a call", () => {
  it("is the socket for live calls and POST for bulk", async () => {
    const { router } = routerSetUp({ works: true });
    assert.equal(await router.call("m", undefined, {}), "by socket");
    assert.equal(await router.call("m", undefined, { readOnly: true }), "by socket");
    assert.equal(await router.call("m", undefined, { route: "bulk" }), "by post");
  });

  it("is POST for all without a socket", async () => {
    const { router, sent } = routerSetUp({ socket: false });
    assert.equal(await router.call("m", undefined, {}), "by post");
    assert.equal(await router.call("m", undefined, { route: "bulk" }), "by post");
    assert.deepEqual(sent, ["post m", "post m"]);
  });

  it("is the socket for bulk where POST is impossible", async () => {
    const { router, sent } = routerSetUp({ works: false });
    assert.equal(await router.call("m", undefined, { route: "bulk" }), "by socket");
    assert.deepEqual(sent, ["socket m"]);
  });

  it("has a timeout of 15 s by default", async () => {
    const { router, timeouts } = routerSetUp({ works: true });
    await router.call("m", undefined, {});
    await router.call("m", undefined, { readOnly: true });
    await router.call("m", undefined, { route: "bulk" });
    await router.call("m", undefined, { timeoutMs: 7 });
    assert.deepEqual(timeouts, [15_000, 15_000, 15_000, 7]);
  });
});

describe("Router: a call that may have side effects", () => {
  it("is sent once, whatever befalls it", async () => {
    const codes = [
      "connectionLost",
      "malformed",
      "notRpcEndpoint",
      "unreachable",
      "timeout",
    ] as const;
    for (const route of ["live", "bulk"] as const) {
      for (const code of codes) {
        const { router, calls, responses } = routerSetUp({ works: true });
        responses.socket = failing(code);
        responses.post = failing(code);
        await rejectsWith(router.call("write", undefined, { route }), code);
        assert.equal(calls().length, 1);
      }
    }
  });

  it("has POST tried with a ping before it is entrusted to it", async () => {
    const good = routerSetUp();
    assert.equal(await good.router.call("write", undefined, { route: "bulk" }), "by post");
    assert.deepEqual(good.sent, ["post probe", "post write"]);
    for (const probe of [false, undefined]) {
      const bad = routerSetUp();
      bad.knobs.probe = probe;
      assert.equal(await bad.router.call("write", undefined, { route: "bulk" }), "by socket");
      assert.deepEqual(bad.sent, ["post probe", "socket write"]);
    }
  });
});

describe("Router: a read-only call", () => {
  const read = { readOnly: true } as const;
  const bulkRead = { readOnly: true, route: "bulk" } as const;

  it("goes to POST when the socket is lost under it, or carries a garbled response", async () => {
    for (const code of ["connectionLost", "malformed"] as const) {
      const { router, sent, responses } = routerSetUp();
      responses.socket = failing(code);
      assert.equal(await router.call("read", undefined, read), "by post");
      assert.deepEqual(sent, ["socket read", "post read"]);
    }
  });

  it("that is to be sent once goes to POST for a garbled response only", async () => {
    const once = { repeatIfGarbled: true } as const;
    const { router, sent, responses } = routerSetUp();
    responses.socket = failing("malformed");
    assert.equal(await router.call("read", undefined, once), "by post");
    responses.socket = failing("connectionLost");
    await rejectsWith(router.call("read", undefined, once), "connectionLost");
    assert.deepEqual(sent, ["socket read", "post read", "socket read"]);
  });

  it("says connectionLost when POST has nothing better to say", async () => {
    const { router, responses } = routerSetUp();
    responses.socket = failing("connectionLost");
    for (const code of ["unreachable", "notRpcEndpoint", "timeout"] as const) {
      responses.post = failing(code);
      await rejectsWith(router.call("read", undefined, read), "connectionLost");
    }
    for (const code of ["serverCrashed", "unauthorized", "tooLarge"] as const) {
      responses.post = failing(code);
      await rejectsWith(router.call("read", undefined, read), code);
    }
  });

  it("is not tried over POST where that is known to be impossible", async () => {
    const { router, sent, responses } = routerSetUp({ works: false });
    responses.socket = failing("connectionLost");
    await rejectsWith(router.call("read", undefined, read), "connectionLost");
    assert.deepEqual(sent, ["socket read"]);
  });

  it("goes to the socket when POST does not come through", async () => {
    for (const code of ["notRpcEndpoint", "forbidden", "unreachable", "malformed"] as const) {
      const { router, calls, responses } = routerSetUp();
      responses.post = failing(code);
      assert.equal(await router.call("read", undefined, bulkRead), "by socket");
      assert.deepEqual(calls(), ["post read", "socket read"]);
    }
  });

  it("is sent again by POST if a connection closed and there is no socket", async () => {
    const { router, sent, responses } = routerSetUp({ socket: false });
    responses.post = failing("connectionLost");
    await rejectsWith(router.call("read", undefined, bulkRead), "connectionLost");
    assert.deepEqual(sent, ["post read", "post read"]);
    await rejectsWith(router.call("write", undefined, {}), "connectionLost");
    assert.deepEqual(sent.slice(2), ["post write"]);
  });

  it("is not repeated where that would not help or would harm", async () => {
    const codes = ["timeout", "aborted", "tooLarge", "unauthorized", "serverCrashed"] as const;
    for (const code of codes) {
      const { router, sent, responses } = routerSetUp();
      responses.post = failing(code);
      await rejectsWith(router.call("read", undefined, bulkRead), code);
      responses.socket = failing(code);
      await rejectsWith(router.call("read", undefined, read), code);
      assert.deepEqual(sent, ["post read", "socket read"]);
    }
  });

  it("is not repeated after the server's own error", async () => {
    const { router, sent, responses } = routerSetUp();
    responses.socket = () => Promise.reject(new RpcRemoteError(-32601, "no", undefined));
    await assert.rejects(router.call("read", undefined, read), RpcRemoteError);
    assert.equal(sent.length, 1);
  });

  it("keeps within its time over both ways", async () => {
    const { router, clock, timeouts, responses } = routerSetUp();
    responses.post = () => {
      clock.advance(600);
      return Promise.reject(local("unreachable"));
    };
    await router.call("read", undefined, { ...bulkRead, timeoutMs: 1000 });
    assert.deepEqual(timeouts, [1000, 400]);
  });
});

describe("Router: a filter", () => {
  const filter = () => assert.fail("made by a transport only");

  it("is handed on to POST", async () => {
    const { router, filters } = routerSetUp({ works: true });
    await router.call("read", undefined, { route: "bulk", readOnly: true, filter });
    await router.call("read", undefined, { route: "bulk", readOnly: true });
    assert.deepEqual(filters, [filter, undefined]);
  });

  it("is handed on to the POST that follows a lost socket", async () => {
    const { router, filters, responses } = routerSetUp({ works: true });
    responses.socket = failing("connectionLost");
    await router.call("read", undefined, { readOnly: true, filter });
    assert.equal(filters.at(-1), filter);
  });
});

describe("Router: a raw call", () => {
  it("is one over every way", async () => {
    const { router, raws, responses } = routerSetUp({ works: true });
    const raw = true;
    await router.call("m", undefined, { raw });
    await router.call("m", undefined, { raw, readOnly: true });
    await router.call("m", undefined, { raw, route: "bulk" });
    responses.post = failing("connectionLost");
    await router.call("m", undefined, { raw, readOnly: true, route: "bulk" });
    assert.deepEqual(raws, [true, true, true, true, true]);
  });

  it("is none within a batch", async () => {
    const { router, raws } = routerSetUp({ works: false });
    await router.batch([{ method: "m" }], { raw: true });
    assert.deepEqual(raws, [undefined]);
  });
});

describe("Router: the transport of a call", () => {
  const reported = (options: CallOptions, run: (options: CallOptions) => Promise<unknown>) => {
    const kinds: string[] = [];
    return run({ ...options, onTransport: (kind) => kinds.push(kind) }).then(() => kinds);
  };

  it("is notified when the call is handed to it", async () => {
    const { router } = routerSetUp({ works: true });
    const call = (options: CallOptions) => router.call("m", undefined, options);
    assert.deepEqual(await reported({}, call), ["webSocket"]);
    assert.deepEqual(await reported({ readOnly: true }, call), ["webSocket"]);
    assert.deepEqual(await reported({ route: "bulk" }, call), ["http"]);
    const blocked = routerSetUp({ works: false });
    const bulk = (options: CallOptions) => blocked.router.call("m", undefined, options);
    assert.deepEqual(await reported({ route: "bulk" }, bulk), ["webSocket"]);
  });

  it("is notified again when the call goes on to the other", async () => {
    const { router, responses } = routerSetUp({ works: true });
    const call = (options: CallOptions) => router.call("m", undefined, options);
    responses.post = failing("connectionLost");
    assert.deepEqual(await reported({ route: "bulk", readOnly: true }, call), [
      "http",
      "webSocket",
    ]);
    responses.post = () => Promise.resolve("by post");
    responses.socket = failing("connectionLost");
    assert.deepEqual(await reported({ readOnly: true }, call), ["webSocket", "http"]);
  });
});

describe("Router: batches", () => {
  const calls = [{ method: "a" }, { method: "b" }];

  it("go over POST", async () => {
    const { router, sent } = routerSetUp({ works: true });
    assert.deepEqual(await router.batch(calls, {}), [
      { ok: true, result: "by post" },
      { ok: true, result: "by post" },
    ]);
    assert.deepEqual(sent, ["post batch a,b"]);
  });

  it("become single calls on the socket where POST is impossible", async () => {
    const { router, sent, responses } = routerSetUp({ works: false });
    let count = 0;
    responses.socket = () => ((count += 1) === 1 ? failing("timeout")() : Promise.resolve("b"));
    const [first, second] = await router.batch(calls, {});
    assert.ok(first?.ok === false && first.error instanceof RpcLocalError);
    assert.deepEqual(second, { ok: true, result: "b" });
    assert.deepEqual(sent, ["socket a", "socket b"]);
  });

  it("are repeated on the socket only when all of it is read-only", async () => {
    const reading = routerSetUp({ works: true });
    reading.responses.post = failing("connectionLost");
    await reading.router.batch(calls, { readOnly: true });
    assert.deepEqual(reading.sent, ["post batch a,b", "socket a", "socket b"]);
    const writing = routerSetUp({ works: true });
    writing.responses.post = failing("connectionLost");
    await rejectsWith(writing.router.batch(calls, {}), "connectionLost");
    assert.deepEqual(writing.sent, ["post batch a,b"]);
  });
});

describe("Router: a POST that fails", () => {
  it("counts as a server that is gone if a ping finds none either", async () => {
    const { router, knobs, unreachable, responses } = routerSetUp({ socket: false });
    knobs.probe = local("unreachable");
    responses.post = failing("unreachable");
    await rejectsWith(router.call("m", undefined, {}), "unreachable");
    await settle();
    assert.deepEqual(unreachable, [knobs.probe]);
  });

  it("is the failure of that call alone if a ping is answered", async () => {
    const { router, unreachable, responses, sent } = routerSetUp({ socket: false, works: true });
    for (const code of ["unreachable", "notRpcEndpoint", "forbidden", "timeout"] as const) {
      responses.post = failing(code);
      await rejectsWith(router.call("m", undefined, {}), code);
    }
    await settle();
    assert.deepEqual(unreachable, []);
    responses.post = () => Promise.resolve("by post");
    assert.equal(await router.call("m", undefined, { route: "bulk" }), "by post");
    assert.equal(sent.filter((each) => each === "post probe").length, 3);
  });
});
