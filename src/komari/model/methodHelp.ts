export interface ParamHelp {
  readonly name: string;
  /** Free text. */
  readonly type: string | undefined;
  readonly description: string | undefined;
  readonly required: boolean;
}

/** What rpc.help says of one method. */
export interface MethodHelp {
  /** With its namespace, also where the server leaves it out. */
  readonly name: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly params: readonly ParamHelp[];
  readonly returns: string | undefined;
  /** An example of `params`, as JSON.parse gives it: an object or a list. */
  readonly example?: unknown;
}
