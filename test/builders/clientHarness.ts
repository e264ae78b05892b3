import { type ConnectionState, RpcClient, type RpcClientOptions } from "../../src/rpc/client";
import { type Endpoint } from "../../src/rpc/endpoint";
import { FakeClock } from "./fakeClock";
import { anEndpoint } from "./rpcEndpoint";
import { startRpcServer } from "./rpcServer";

/** A client of a real server on loopback, with a clock of its own and dice that always show 0. */
export async function startClientHarness(
  changes: Partial<Endpoint> = {},
  options: RpcClientOptions = {},
) {
  const server = await startRpcServer();
  const clock = new FakeClock();
  const client = new RpcClient(anEndpoint(server.baseUrl, changes), {
    clock,
    random: () => 0,
    ...options,
  });
  const states: string[] = [];
  client.onDidChangeState((state) => {
    states.push(state.kind === "open" ? `open ${state.transport}` : state.kind);
  });
  /** Resolves when the client is, or comes, in a state of this kind. */
  const reach = (kind: ConnectionState["kind"]): Promise<ConnectionState> =>
    new Promise((resolve) => {
      if (client.state.kind === kind) {
        resolve(client.state);
        return;
      }
      const listening = client.onDidChangeState((state) => {
        if (state.kind !== kind) return;
        listening.dispose();
        resolve(state);
      });
    });
  const connect = async (): Promise<void> => {
    client.connect();
    await reach("open");
  };
  const close = async (): Promise<void> => {
    client.dispose();
    await server.close();
  };
  return { server, clock, client, states, reach, connect, close };
}

export type ClientHarness = Awaited<ReturnType<typeof startClientHarness>>;
