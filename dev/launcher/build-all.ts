import { build } from './build.ts';
import { step } from './progress.ts';

await step('build', build, (parts) => parts);
