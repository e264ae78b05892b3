/** A call without an answer yet. */
export interface PendingCall {
  readonly id: number;
  /** Undefined: not sent yet, as while the user confirms it. */
  readonly sentAt: number | undefined;
  readonly bytes: number;
}

/** The newest is last. Calls run concurrently. */
export type PendingCallList = readonly PendingCall[];

export function newPendingCall(id: number): PendingCall {
  return { id, sentAt: undefined, bytes: 0 };
}

/** Adds an unknown call: it was sent before the page was reloaded. */
export function markSent(calls: PendingCallList, id: number, now: number): PendingCallList {
  const isKnown = calls.some((call) => call.id === id);
  return updateCall(isKnown ? calls : [...calls, newPendingCall(id)], id, { sentAt: now });
}

export function updateCall(
  calls: PendingCallList,
  id: number,
  change: Partial<Omit<PendingCall, "id">>,
): PendingCallList {
  return calls.map((call) => (call.id === id ? { ...call, ...change } : call));
}

export function complete(calls: PendingCallList, id: number | undefined): PendingCallList {
  return calls.filter((call) => call.id !== id);
}
