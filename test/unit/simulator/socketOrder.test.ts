import { deepStrictEqual, ok } from "node:assert/strict";
import { startSimulator } from "../../simulator/simulator";
import { connect, nextIds } from "./caller";

const sent = Array.from({ length: 200 }, (_unused, index) => index + 1);

async function answeredTo(profile: "1.0.7" | "1.4.3"): Promise<unknown[]> {
  const simulator = await startSimulator({ profile });
  const socket = await connect(simulator);
  const answered = nextIds(socket, sent.length);
  for (const id of sent) socket.send(JSON.stringify({ jsonrpc: "2.0", method: "rpc.ping", id }));
  const ids = await answered;
  socket.terminate();
  await simulator.stop();
  return ids;
}

describe("Simulator: order of responses", () => {
  it("is that of the calls on 1.4.3", async () => {
    deepStrictEqual(await answeredTo("1.4.3"), sent);
  });

  it("has some overtaken on 1.0.7, and none lost", async () => {
    const ids = await answeredTo("1.0.7");
    const order = ids.map(Number);
    ok(order.some((id, index) => id < (order[index - 1] ?? 0)));
    deepStrictEqual(
      order.toSorted((a, b) => a - b),
      sent,
    );
  });
});
