/** Checks that compare the ledger with databases, readers and events. */
@NullMarked
package org.parley.resilience.ledger.check;

import org.jspecify.annotations.NullMarked;
