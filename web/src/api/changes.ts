/** What of a form is other than before: only that is sent, so that what somebody else changed meanwhile stays. */
export const changesOf = <Fields extends object>(before: Fields, after: Fields): Partial<Fields> =>
  Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !Object.is(value, Reflect.get(before, name))),
  ) as Partial<Fields>;
