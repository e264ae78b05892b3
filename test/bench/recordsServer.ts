// The other process of records.ts: answers every POST with as much load history as its maxCount says.
// Tells its port, and ends with its parent.
import { once } from "node:events";
import http from "node:http";
import { type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { isRecord, parseJson } from "../../src/util/json";

const rowsPerNode = 10_000;
const uuid = "357b4083-0729-4105-9794-f33d7925d775";
const start = Date.UTC(2026, 9, 1);

/** With the digits that Go prints of a 32-bit float. */
function float32(value: number): number {
  return Number(value.toPrecision(8));
}

/** A row as 1.4.3 writes it; every figure differs from the one before. */
function row(index: number): string {
  const time = new Date(start + index * 60_000).toISOString().replace(".000", "");
  const wave = ((index * 7919) % 1000) / 1000;
  return JSON.stringify({
    client: uuid,
    time,
    cpu: float32(wave * 100),
    gpu: 0,
    ram: 4_196_175_616 + index * 4096,
    ram_total: 0,
    swap: 120_542_406 + index,
    swap_total: 0,
    load: float32(wave * 4),
    temp: 0,
    disk: 53_666_051_825 + index * 512,
    disk_total: 0,
    net_in: 1_524_705 + index,
    net_out: 401_280 + index,
    net_total_up: 1_294_307_040_000 + index * 30_000,
    net_total_down: 5_177_228_160_000,
    traffic_up: 24_076_800 + index,
    traffic_down: 91_482_300 + index,
    process: 100 + (index % 20),
    connections: 40 + (index % 9),
    connections_udp: index % 7,
  });
}

const rowsOfNode = Buffer.from(
  Array.from({ length: rowsPerNode }, (_, index) => row(index)).join(),
);

async function answer(count: number, response: http.ServerResponse): Promise<void> {
  const write = async (piece: string | Buffer): Promise<void> => {
    if (!response.write(piece)) await once(response, "drain");
  };
  response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" });
  await write(`{"jsonrpc":"2.0","id":1,"result":{"count":${count},"records":{`);
  for (let node = 0; node < count / rowsPerNode; node++) {
    await write(`${node === 0 ? "" : ","}"${uuid.slice(0, -4)}${String(node).padStart(4, "0")}":[`);
    await write(rowsOfNode);
    await write("]");
  }
  response.end(`},"from":"2026-10-01T00:00:00Z","to":"2026-11-01T00:00:00Z"}}\n`);
}

const server = http.createServer((request, response) => {
  void text(request).then((body) => {
    const call = parseJson(body);
    const params = isRecord(call) && isRecord(call.params) ? call.params : {};
    return answer(Number(params.maxCount), response);
  });
});
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));

process.on("disconnect", () => process.exit(0));
