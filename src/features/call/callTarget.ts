/** What a panel that calls is of, and what it is opened with. */
export interface CallTarget {
  readonly serverId: string;
  /** Full name. */
  readonly method: string;
  /** Raw JSON of `params` to begin with; undefined: nothing, or what is there already. */
  readonly params?: string;
}
