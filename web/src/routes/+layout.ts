// Pages are complete without scripts; those that improve them are in `lib/browser`.
export const csr = false;
