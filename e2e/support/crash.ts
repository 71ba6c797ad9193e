import { execFileSync } from 'node:child_process';
import { eventually } from './eventually.ts';

/** What the launcher keeps running, by the command line it is known by. */
const programs = {
  worker: 'dist/activities/main.js',
  api: 'dist/api/main.js',
  postgres: '/postgres -D ',
  temporal: 'temporal server start-dev',
  redis: 'redis-server',
} as const;
export type Program = keyof typeof programs;

/** The number of the process of this program among the children of another; undefined while there is none. */
export const pidOf = (parent: number, program: Program): number | undefined => {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  for (const line of lines) {
    const [, pid, ppid, command = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    // `setpriv` becomes the program that it is asked to start: until then it is not that program yet.
    if (Number(ppid) === parent && command.includes(programs[program]) && !command.includes('setpriv'))
      return Number(pid);
  }
  return undefined;
};

/**
 * Kills a program with no time to tidy up, as a power cut or the kernel would. `back` waits until the launcher runs it again;
 * `isHeld` keeps the launcher asleep until then, so that the program is surely gone meanwhile.
 */
export const crash = (launcher: number, program: Program, { isHeld = false } = {}): { back(): Promise<void> } => {
  const pid = pidOf(launcher, program);
  if (pid === undefined) throw new Error(`${program} does not run under process ${launcher}`);
  if (isHeld) process.kill(launcher, 'SIGSTOP');
  process.kill(pid, 'SIGKILL');
  const back = async (): Promise<void> => {
    if (isHeld) process.kill(launcher, 'SIGCONT');
    await eventually(`${program} runs again`, () => {
      const now = pidOf(launcher, program);
      return Promise.resolve(now !== undefined && now !== pid);
    });
  };
  return { back };
};
