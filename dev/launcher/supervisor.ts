import { setTimeout as wait } from 'node:timers/promises';
import type { RunningService } from '../services/child.ts';
import { tell } from './progress.ts';

/** So long must a program have run for its earlier deaths to be forgotten. */
const STEADY = 60_000;
const LONGEST_PAUSE = 30_000;

/** Keeps programs running: one that dies is started again, with growing pauses, and a line says so. */
export class Supervisor {
  private readonly kept: { name: string; service: RunningService; watch: Promise<void> }[] = [];
  private readonly over = new AbortController();

  async keep(name: string, start: () => Promise<RunningService>): Promise<RunningService> {
    const service = await start();
    if (this.over.signal.aborted) {
      await service.stop();
      return service;
    }
    const entry = { name, service, watch: Promise.resolve() };
    this.kept.push(entry);
    entry.watch = this.watch(entry, start);
    return service;
  }

  /** Stops everything, the last started first. */
  async stop(): Promise<void> {
    this.over.abort();
    for (const entry of this.kept.reverse()) {
      await entry.service.stop();
      // One that never exits by itself belongs to somebody else; nobody waits for it.
      if (entry.service.origin !== 'environment') await entry.watch;
      if (entry.service.origin !== 'environment') tell(`  ${entry.name} stopped`);
    }
  }

  private async watch(entry: { name: string; service: RunningService }, start: () => Promise<RunningService>) {
    let pause = 500;
    while (!this.over.signal.aborted) {
      const since = Date.now();
      let how = await entry.service.exited;
      if (this.over.signal.aborted) return;
      if (Date.now() - since > STEADY) pause = 500;
      for (let isUp = false; !isUp && !this.over.signal.aborted; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
        tell(`⚠ ${entry.name} ended (${how}); starting it again in ${pause / 1000} s`);
        await wait(pause, undefined, { signal: this.over.signal }).catch(() => undefined);
        if (this.over.signal.aborted) return;
        try {
          entry.service = await start();
          isUp = true;
          tell(`✔ ${entry.name} runs again`);
        } catch (error) {
          how = (error as Error).message;
        }
      }
      // Stopped while it was coming back: it must not outlive the launcher.
      if (this.over.signal.aborted) await entry.service.stop();
    }
  }
}
