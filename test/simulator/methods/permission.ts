import { RpcError } from "../rpcError";
import { type Role } from "../auth";
import { type Profile } from "../profiles/profile";
import { type MethodContext } from "./handler";

/** Throws what a server says to a caller who may not call `method`, whether it exists or not. */
export function authorize(method: string, { world, caller }: MethodContext): void {
  const { profile, knobs } = world;
  if (profile.auth.privateCheckedPerCall && knobs.privateSite && caller.role === "guest") {
    const { code } = profile.errors.forbidden;
    throw new RpcError(code, "Private site enabled, please login first");
  }
  if (!allowed(namespaceOf(method), caller.role, profile)) {
    const { code, message } = profile.errors.forbidden;
    throw new RpcError(code, message);
  }
  const failure = knobs.fail[method];
  if (failure !== undefined) throw new RpcError(failure.code, failure.message);
}

/** A name without a colon counts as common. */
function namespaceOf(method: string): string {
  if (method.startsWith("rpc.")) return "rpc";
  const colon = method.indexOf(":");
  return colon < 0 ? "common" : method.slice(0, colon);
}

function allowed(namespace: string, role: Role, { errors, auth }: Profile): boolean {
  switch (namespace) {
    case "rpc":
    case "common":
      return true;
    case "admin":
      return role === "admin";
    case "client":
      return role === "client" || (role === "admin" && auth.clientMethodsForAdmin);
    case "public":
    case "guest":
      return !errors.unknownNamespaceForbidden;
    default:
      return role === "admin" && !errors.unknownNamespaceForbidden;
  }
}
