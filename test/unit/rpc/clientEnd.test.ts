import assert from "node:assert/strict";
import { RpcLocalError } from "../../../src/rpc/errors";
import { startClientHarness } from "../../builders/clientHarness";
import { rejectsWith } from "../../builders/rejectsWith";
import { echo } from "../../builders/rpcServer";

describe("RpcClient: ends and secrets", () => {
  it("is idle after disconnecting, its calls failed and none repeated", async () => {
    const { server, clock, client, connect, close } = await startClientHarness();
    await connect();
    server.answer = () => undefined;
    const readOnly = true;
    const calls = [
      client.call("a", [], { readOnly }),
      client.call("b", [], { route: "bulk", readOnly }),
    ];
    client.disconnect();
    for (const call of calls) await rejectsWith(call, "connectionLost");
    assert.equal(client.state.kind, "idle");
    assert.equal(clock.pending, 0);
    server.answer = echo;
    await connect();
    assert.deepEqual(await client.call("m", [1]), [1]);
    assert.ok(!server.posts.some(({ body }) => body.includes('"a"')));
    await close();
  });

  it("is over once disposed", async () => {
    const { server, clock, client, states, connect, close } = await startClientHarness();
    await connect();
    server.answer = () => undefined;
    const calls = [client.call("a"), client.call("b", [], { route: "bulk", readOnly: true })];
    client.dispose();
    for (const call of calls) await rejectsWith(call, "disposed");
    client.connect();
    client.reconnect();
    client.disconnect();
    await rejectsWith(client.call("c"), "disposed");
    await rejectsWith(client.batch([{ method: "d" }]), "disposed");
    assert.equal(clock.pending, 0);
    assert.deepEqual(states, ["connecting", "open webSocket"]);
    await close();
  });

  it("reads the headers again for every request and upgrade, and never shows them", async () => {
    const lines: string[] = [];
    const note = (...parts: unknown[]): void => void lines.push(parts.map(String).join(" "));
    const logger = { trace: note, debug: note, info: note, warn: note, error: note };
    let key = "secret-one";
    const headers = () => ({ Authorization: `Bearer ${key}` });
    const { server, client, connect, reach, close } = await startClientHarness(
      { headers },
      { logger },
    );
    await connect();
    key = "secret-two";
    client.reconnect();
    await reach("open");
    await client.call("m", [], { route: "bulk", readOnly: true });
    const seen = [...server.upgrades, ...server.posts].map(
      (request) => request.headers.authorization,
    );
    assert.deepEqual(seen, ["Bearer secret-one", "Bearer secret-two", "Bearer secret-two"]);
    client.drop(new RpcLocalError("timeout", "stuck"));
    assert.ok(lines.length > 0);
    assert.doesNotMatch(lines.join("\n"), /secret/);
    await close();
  });
});
