/** A class and those that it extends, itself first. */
export function classesOf(type: Function): Function[] {
  const parent = Object.getPrototypeOf(type) as Function | null
  return [type, ...(parent && parent !== Function.prototype ? classesOf(parent) : [])]
}
