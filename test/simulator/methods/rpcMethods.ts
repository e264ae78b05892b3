import { type MethodMeta } from "../profiles/profile";
import { RpcError } from "../rpcError";
import { type World } from "../world";
import { type Handlers } from "./handler";
import { asText, bind } from "./params";

export const rpcMethods: Handlers = {
  "rpc.ping": () => "pong",
  "rpc.version": () => "2.0",

  "rpc.methods": ({ params, world }) => {
    const { internal } = bind(params, ["internal"]);
    const names = Object.keys(methodsOf(world)).sort();
    return internal === true ? names : names.filter((name) => !name.startsWith("rpc."));
  },

  "rpc.help": ({ params, world }) => {
    const method = asText(bind(params, ["method"]).method) ?? "";
    const methods = methodsOf(world);
    if (method === "") {
      return Object.entries(methods).map(([key, { name = key, summary }]) => ({ name, summary }));
    }
    const meta = Object.hasOwn(methods, method) ? methods[method] : undefined;
    if (meta === undefined) throw new RpcError(-32600, "method not found");
    const { whole, ...fields } = meta;
    return (
      whole ?? { name: method, ...fields, params: fields.params?.map((param) => ({ ...param })) }
    );
  },
};

function methodsOf({ profile, knobs }: World): Readonly<Record<string, MethodMeta>> {
  const plugins = knobs.pluginMethods.map((name) => [name, {}] as const);
  return { ...profile.methods, ...Object.fromEntries(plugins) };
}
