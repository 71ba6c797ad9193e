import { rmSync } from 'node:fs';

/** Stops what `start-services` started and removes its folder. */
export default async function stopServices(): Promise<void> {
  const services = globalThis.testServices;
  if (!services) return;
  await Promise.all(services.running.map((service) => service.stop()));
  rmSync(services.folder, { recursive: true, force: true });
}
