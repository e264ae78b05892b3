import { RpcError } from "../rpcError";
import { type Role } from "../auth";
import { type Profile } from "../profiles/profile";
import { type MethodContext } from "./handler";
import { bind } from "./params";

/** Throws what a server says to a caller who may not call `method`, whether it exists or not. */
export function authorize(method: string, context: MethodContext): void {
  const { world, caller } = context;
  const { profile, knobs } = world;
  if (profile.auth.privateCheckedPerCall && knobs.privateSite && caller.role === "guest") {
    const { code } = profile.errors.forbidden;
    throw new RpcError(code, "Private site enabled, please login first");
  }
  if (!allowed(namespaceOf(method), caller.role, profile)) {
    const { code, message } = profile.errors.forbidden;
    throw new RpcError(code, message);
  }
  requireCode(method, context);
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

const codeParams = ["2fa_code", "two_factor_code", "otp"] as const;

/** Users with two-factor authentication confirm what is sensitive; holders of the API key need not. */
function requireCode(method: string, { world, caller, params, request }: MethodContext): void {
  const { knobs, profile } = world;
  const bySession = caller.role === "admin" && caller.session !== undefined;
  if (!knobs.twoFactor || !bySession || !profile.auth.sensitive.includes(method)) return;
  // Positional parameters cannot carry the code.
  const named = Array.isArray(params) ? {} : bind(params, ["", ...codeParams]);
  const code =
    codeParams.map((name) => named[name]).find((value) => value !== undefined) ??
    request.headers["x-2fa-code"] ??
    request.headers["x-two-factor-code"] ??
    codeParams.map((name) => request.query.get(name)).find((value) => value !== null);
  if (code === undefined || code === "") throw new RpcError(-32041, "2FA code is required");
  if (code !== knobs.twoFactorCode) throw new RpcError(-32041, "Invalid 2FA code");
}
