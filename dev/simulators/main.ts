import { demoSettings } from './settings.ts';
import { startSimulators } from './simulators.ts';

const settings = demoSettings(process.env, process.env.DATA_DIR ?? '.data');
const simulators = await startSimulators(settings);
console.log(`simulators at ${simulators.url}, SMTP on port ${settings.smtpPort}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void simulators.stop().then(() => process.exit(0)));
}
