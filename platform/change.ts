import { z } from 'zod'

type Undefaulted<Field> = Field extends z.ZodDefault<infer Inner> ? Inner : Field
type Optional<Shape> = { [Name in keyof Shape]: z.ZodOptional<Undefaulted<Shape[Name]> & z.core.$ZodType> }

/**
 * The schema of a change to what another schema creates: every field may be left out, and one left out stays as it is
 * (a field's default would overwrite it).
 */
export function changeOf<Shape extends z.ZodRawShape>(draft: z.ZodObject<Shape>): z.ZodObject<Optional<Shape>> {
  const fields = Object.entries(draft.shape).map(([name, field]) => [
    name,
    (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType)).optional(),
  ])
  return z.strictObject(Object.fromEntries(fields)) as unknown as z.ZodObject<Optional<Shape>>
}
