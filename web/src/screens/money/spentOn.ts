/** What an expense was for; a note that says the kind itself stands alone. */
export function spentOn(kind: string, note: string): string {
  if (note === "") return kind;
  return note.toLowerCase().includes(kind.toLowerCase()) ? note : `${kind}: ${note}`;
}
