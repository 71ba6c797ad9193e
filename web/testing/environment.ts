import { TestEnvironment } from 'jest-environment-jsdom';

/** jsdom with the few globals of a browser that it lacks and our code uses. */
export default class BrowserEnvironment extends TestEnvironment {
  override async setup(): Promise<void> {
    await super.setup();
    this.global.structuredClone ??= structuredClone;
    // Asked by the components at import, and only about features that a screen test does not look at.
    this.global['CSS'] ??= { supports: () => false, escape: (text: string) => text } as unknown as typeof CSS;
    this.global.scrollTo = (() => undefined) as typeof scrollTo;
  }
}
