import { DomainError } from '../errors.ts';

/** Which states may follow each state. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

/** Whether a thing may go from one state to another. */
export const canMove = <State extends string>(transitions: Transitions<State>, from: State, to: State): boolean =>
  transitions[from].includes(to);

/** The new state; throws `transition-not-allowed`, so that a repeated or late event cannot undo a later one. */
export const move = <State extends string>(transitions: Transitions<State>, from: State, to: State): State => {
  if (!canMove(transitions, from, to)) throw new DomainError('transition-not-allowed', { from, to });
  return to;
};

/** Whether nothing can follow. */
export const isFinal = <State extends string>(transitions: Transitions<State>, state: State): boolean =>
  transitions[state].length === 0;
