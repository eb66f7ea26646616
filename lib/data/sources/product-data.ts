/**
 * The JSON of BlackRock's `get-product-data`: components hold containers, containers hold data points. A point's `value` is
 * the raw figure; its `formattedValue` is rounded text with "-" for none and is never read.
 */
import { z } from 'zod';
import { textOf } from './body.ts';
import { jsonOf } from './json.ts';
import { dayOf } from './printed.ts';
import { SourceFormatError } from './source-format-error.ts';

const dateSchema = z.union([z.number(), z.string()]).nullish();

const pointSchema = z.object({
  value: z.unknown().optional(),
  /** Of this point alone: components mix figures of different days. */
  asOfDate: dateSchema,
  formattedAsOfDate: z.string().nullish(),
});
export type DataPoint = z.infer<typeof pointSchema>;

const componentSchema = z.object({
  containersByNameMap: z.record(z.string(), z.object({ dataPointsByNameMap: z.record(z.string(), pointSchema) })),
});

const bodySchema = z.object({
  fundName: z.string().nullish(),
  componentsByNameMap: z.record(z.string(), componentSchema),
});

export interface ProductData {
  readonly fundName: string | null;
  /** A data point of the component; null where the body lacks it. */
  readonly point: (name: string) => DataPoint | null;
}

/**
 * One component of a body.
 *
 * @param component As it stands in the body: `holdings` where `holdings.all` was asked for.
 * @throws {SourceFormatError} when the body is not of this form or lacks the component.
 */
export async function productData(file: string, body: Uint8Array, component: string, pause: () => Promise<void>): Promise<ProductData> {
  const text = textOf(file, body);
  await pause();
  const { fundName, componentsByNameMap } = jsonOf(file, text, bodySchema, 'product data of BlackRock');
  await pause();
  const found = new Map(Object.entries(componentsByNameMap)).get(component);
  if (found === undefined) throw new SourceFormatError(file, `there is no component “${component}” in it`);
  const points = new Map(Object.values(found.containersByNameMap).flatMap(({ dataPointsByNameMap }) => Object.entries(dataPointsByNameMap)));
  return { fundName: fundName ?? null, point: (name) => points.get(name) ?? null };
}

/** The day of one data point; null where it states none. */
export function dayOfPoint({ asOfDate, formattedAsOfDate }: DataPoint): string | null {
  const printed = asOfDate ?? formattedAsOfDate ?? null;
  return printed === null ? null : dayOf(typeof printed === 'string' ? printed.replace(/^as of\s+/i, '') : printed);
}
