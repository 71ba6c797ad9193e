import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom with the few globals of a browser that it lacks and our code uses. */
export default class BrowserEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.structuredClone ??= structuredClone;
  }
}
