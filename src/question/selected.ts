import { type GraphQLResolveInfo, Kind, type SelectionSetNode } from "graphql";

/**
 * Whether a field with one of these names is selected at any depth below the field that is being answered. It may say
 * yes for a field of another type, or for one that `@skip` leaves out; it never misses one.
 */
export function selects({ fieldNodes, fragments }: GraphQLResolveInfo, ...names: readonly string[]): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((one) => {
      if (one.kind === Kind.FRAGMENT_SPREAD) return within(fragments[one.name.value]?.selectionSet);
      return (one.kind === Kind.FIELD && names.includes(one.name.value)) || within(one.selectionSet);
    }) ?? false;
  return fieldNodes.some(({ selectionSet }) => within(selectionSet));
}
