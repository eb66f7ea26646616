/** The S&P 500 is what returns are set against. */
export const BENCHMARK_ID = 'INDEX:SP500';
export const BENCHMARK_NAME = 'S&P 500';
