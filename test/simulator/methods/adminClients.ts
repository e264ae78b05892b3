import { type ClientFacts, type SimNode } from "../fleet/simNode";
import { wireClient } from "../fleet/wireClient";
import { readTime } from "../goTime";
import { isRecord } from "../json";
import { internalError, invalidParams } from "../rpcError";
import { type Handlers, type MethodContext } from "./handler";
import { asText, bind } from "./params";

export const adminClientMethods: Handlers = {
  "admin:listClients": ({ world }) =>
    world.fleet.inOrder.map((node) => wireClient(node, world, "admin")),
  "admin:getClient": (context) => wireClient(requiredNode(context), context.world, "admin"),
  "admin:getClientToken": (context) => ({ token: requiredNode(context).token }),

  "admin:addClient": ({ world, params }) => {
    const name = asText(bind(params, ["name"]).name) ?? "";
    const now = world.clock.now();
    const facts = { created_at: now, updated_at: now, group: "", tags: "" };
    const node = world.fleet.add({ presence: { kind: "never" }, facts });
    world.fleet.edit(node.uuid, {
      facts: { name: name === "" ? `client_${node.uuid.slice(0, 8)}` : name },
    });
    return { uuid: node.uuid, token: node.token };
  },

  /** A success without a result, even for a node that is not there. */
  "admin:editClient": ({ world, params }) => {
    const uuid = requiredUuid(params);
    if (isRecord(params)) world.fleet.edit(uuid, { facts: patchOf(params) });
    return undefined;
  },

  "admin:orderClients": ({ world, params }) => {
    for (const [uuid, weight] of Object.entries(isRecord(params) ? params : {})) {
      if (typeof weight === "number") world.fleet.edit(uuid, { facts: { weight } });
    }
    return undefined;
  },

  "admin:removeClient": ({ world, params }) => {
    world.fleet.remove(requiredUuid(params));
    return undefined;
  },
};

function requiredUuid(params: unknown): string {
  const uuid = asText(bind(params, ["uuid"]).uuid) ?? "";
  if (uuid === "") throw invalidParams("Invalid or missing UUID");
  return uuid;
}

function requiredNode({ world, params }: MethodContext): SimNode {
  const node = world.fleet.get(requiredUuid(params));
  if (node === undefined) throw internalError("Failed to get client: record not found");
  return node;
}

const texts = [
  "name",
  "group",
  "tags",
  "remark",
  "public_remark",
  "currency",
  "region",
  "traffic_limit_type",
] as const;
const numbers = ["weight", "price", "billing_cycle", "traffic_limit"] as const;
const switches = ["hidden", "auto_renewal"] as const;

/** The members of a client that administrators edit, where they have the right type. */
function patchOf(params: Readonly<Record<string, unknown>>): Partial<ClientFacts> {
  const patch: Partial<ClientFacts> = {};
  for (const name of texts) {
    const value = params[name];
    if (typeof value === "string") patch[name] = value;
  }
  for (const name of numbers) {
    const value = params[name];
    if (typeof value === "number") patch[name] = value;
  }
  for (const name of switches) {
    const value = params[name];
    if (typeof value === "boolean") patch[name] = value;
  }
  const { expired_at: expiry } = params;
  if (expiry === null) patch.expired_at = null;
  if (typeof expiry === "string") patch.expired_at = readTime(expiry) ?? null;
  return patch;
}
