/** Remembers what was made of a record for as long as the record lives; records are never changed in place. */
export function remembered<Row extends object, Made>(make: (row: Row) => Made): (row: Row) => Made {
  const known = new WeakMap<Row, Made>();
  return (row) => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const made = make(row);
    known.set(row, made);
    return made;
  };
}
