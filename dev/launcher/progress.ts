const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;

/** A line of progress; silent once the terminal is gone. */
export const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Does one step of the start and says how long it took; what fails names the step. */
export const step = async <T>(name: string, work: () => Promise<T>, detail?: (result: T) => string): Promise<T> => {
  const began = Date.now();
  try {
    const result = await work();
    const more = detail?.(result);
    tell(`✔ ${name}${more ? `: ${more}` : ''} (${seconds(began)})`);
    return result;
  } catch (error) {
    tell(`✖ ${name} (${seconds(began)})`);
    throw error;
  }
};
