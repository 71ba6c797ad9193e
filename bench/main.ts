const usage = 'npm run bench -- cases [N]   N cases of the property-tax service each, 100 unless told';

const [what, given] = process.argv.slice(2);
const count = given === undefined ? undefined : Number(given);
if (what !== 'cases' || (count !== undefined && (!Number.isInteger(count) || count < 1 || count > 10_000))) {
  console.error(usage);
  process.exit(1);
}
// Loaded only now: a wrong argument is answered at once.
const { benchCases } = await import('./cases.ts');
await benchCases(count);

export {};
