// The other process of rpc.ts: answers every call at once. Tells its port, and ends with its parent.
import { type AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { isRecord, parseJson } from "../../src/util/json";

const server = new WebSocketServer({ host: "127.0.0.1", port: 0 }, () => {
  process.send?.((server.address() as AddressInfo).port);
});

server.on("connection", (socket) => {
  socket.on("message", (data) => {
    const call = parseJson(Buffer.isBuffer(data) ? data.toString() : "");
    const id = isRecord(call) ? call.id : undefined;
    socket.send(JSON.stringify({ jsonrpc: "2.0", id, result: "pong" }));
  });
});

process.on("disconnect", () => process.exit(0));
