import { type Caller } from "../auth";
import { type Json, type JsonText } from "../json";
import { type SimRequest } from "../simRequest";
import { type World } from "../world";

export interface MethodContext {
  readonly world: World;
  readonly caller: Caller;
  readonly request: SimRequest;
  readonly params: unknown;
  readonly transport: "post" | "ws";
}

export type Handler = (context: MethodContext) => Result | Promise<Result>;

/** Undefined and null are a success without a result. */
type Result = Json | JsonText | undefined;

export type Handlers = Readonly<Record<string, Handler>>;
