/** Whether both are there with the same bytes, or neither is. */
export function areSameBytes(some: Uint8Array | undefined, others: Uint8Array | undefined): boolean {
  return some?.length === others?.length && (some ?? []).every((byte, at) => byte === others?.[at]);
}
