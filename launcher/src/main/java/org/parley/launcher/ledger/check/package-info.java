/** Checks that compare the ledger with databases, readers and events. */
@NullMarked
package org.parley.launcher.ledger.check;

import org.jspecify.annotations.NullMarked;
