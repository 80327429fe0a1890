// Pages are complete without scripts, so readers load none.
export const csr = false;
