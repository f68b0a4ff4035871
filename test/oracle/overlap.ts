/** How far two sets overlap; the items keep the order of `first` and of `second`. */
export function overlap<T>(first: Iterable<T>, second: Iterable<T>) {
  const one = new Set(first);
  const other = new Set(second);
  const both = [...one].filter((item) => other.has(item));
  const onlyFirst = [...one].filter((item) => !other.has(item));
  const onlySecond = [...other].filter((item) => !one.has(item));
  const union = new Set([...one, ...other]).size;
  return { both, onlyFirst, onlySecond, shared: both.length, union, jaccard: both.length / union };
}
