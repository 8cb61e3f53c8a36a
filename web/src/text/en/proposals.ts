export const proposals = {
  title: "Waiting for your yes",
  note: "Nothing is sent or changed before you agree. For ten minutes after it you can take it back.",
  prepared: (count: number) =>
    count === 0 ? "Nothing could be prepared." : `${count} prepared: they wait above for your yes.`,
  what: "What exactly",
  agree: "Agree",
  refuse: "No",
  undo: "Take it back",
  agreeTo: (what: string) => `Agree: ${what}`,
  refuseTo: (what: string) => `No: ${what}`,
  undoOf: (what: string) => `Take it back: ${what}`,
  acts: (at: string) => `Agreed. It is done at ${at}.`,
  link: "Open and send it",
  done: "Done.",
  until: (at: string) => `Good until ${at}`,
  subject: (subject: string) => `Subject: ${subject}`,
  proposed: "It waits on Today for your yes.",
};
