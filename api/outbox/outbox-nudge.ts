/** Tries one outbox row right after its commit, so that the usual latency is small; the relay's sweep does the rest. Implemented by the relay. */
export abstract class OutboxNudge {
  /** Never throws and does not wait long: the row is safe whatever happens here. */
  abstract hurry(key: string): Promise<void>;
}
