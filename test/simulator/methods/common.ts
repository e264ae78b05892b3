import { type Json } from "../json";
import { visibleTo, wireClient } from "../fleet/wireClient";
import { Panic, invalidParams } from "../rpcError";
import { type World } from "../world";
import { type Handlers, type MethodContext } from "./handler";
import { asText, bind } from "./params";

export const commonMethods: Handlers = {
  "common:getVersion": ({ world }) => versionInfo(world),
  "common:getPublicInfo": ({ world }) => publicInfo(world),
  "common:getMe": getMe,
  "common:getNodes": getNodes,
};

export function versionInfo({ profile }: World) {
  return { version: profile.version, hash: "simulator" };
}

export function publicInfo({ profile, knobs }: World): Record<string, Json> {
  return {
    description: "",
    ...profile.publicInfo,
    custom_body: "",
    custom_head: "",
    disable_password_login: !knobs.passwordLogin,
    oauth_enable: false,
    oauth_provider: "github",
    ping_record_preserve_time: knobs.pingPreserveHours,
    private_site: knobs.privateSite,
    record_enabled: true,
    record_preserve_time: knobs.recordPreserveHours,
    sitename: knobs.sitename,
    theme: "default",
    theme_settings: {},
  };
}

const guest = {
  "2fa_enabled": false,
  logged_in: false,
  sso_id: "",
  sso_type: "",
  username: "",
  uuid: "",
};

export function getMe({ world, caller }: MethodContext): Json {
  const { profile, knobs, userUuid } = world;
  switch (caller.role) {
    case "guest":
      return guest;
    case "client":
      // The token itself stands where the uuid should.
      return {
        ...guest,
        logged_in: true,
        sso_id: "client",
        sso_type: "client",
        username: "client",
        uuid: caller.token,
      };
    case "admin": {
      const loggedIn = { ...guest, logged_in: true };
      if (caller.session !== undefined) {
        return {
          ...loggedIn,
          "2fa_enabled": knobs.twoFactor,
          username: knobs.username,
          uuid: userUuid,
        };
      }
      if (profile.auth.keyCrashesGetMe) throw new Panic("getMe with an API key");
      return { ...loggedIn, username: "api_key" };
    }
  }
}

/** One node, or all by uuid. */
export function getNodes({
  world,
  caller,
  params,
}: MethodContext): Readonly<Record<string, Json | undefined>> {
  const uuid = asText(bind(params, ["uuid"]).uuid) ?? "";
  const nodes = world.fleet.nodes.filter((node) => visibleTo(caller.role, node));
  if (uuid === "") {
    return Object.fromEntries(
      nodes.map((node) => [node.uuid, wireClient(node, world, caller.role)]),
    );
  }
  const node = nodes.find((candidate) => candidate.uuid === uuid);
  if (node === undefined) throw invalidParams("Node not found", uuid);
  return wireClient(node, world, caller.role);
}
