/** The last questions of a business on this device. */
const place = (business: string): string => `shop.asked.${business}`;

export function recent(business: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(business)) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

export function remember(business: string, question: string): void {
  const kept = [question, ...recent(business).filter((each) => each !== question)].slice(0, 6);
  localStorage.setItem(place(business), JSON.stringify(kept));
}
