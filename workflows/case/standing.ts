/** What stands open beside the kernel's own state: enough to take it up again in a next run. */
export type Standing = {
  /** Keys of open tasks. */
  openTasks: { [taskKey: string]: true };
  /** Moments of running timers. */
  timers: { [timerKey: string]: string };
  incidents: { [incidentKey: string]: { elementId: string; detail: string } };
  visited: string[];
  /** Name of the end event that was reached last. */
  outcome: string;
};
