/** The server and method of a call panel, and the parameters to open it with. */
export interface CallTarget {
  readonly serverId: string;
  /** Full name. */
  readonly method: string;
  /** Raw JSON of the initial `params`; undefined: none, or those of the form. */
  readonly params?: string;
}
