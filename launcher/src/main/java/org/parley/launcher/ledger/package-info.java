/** What was asked of Parley, what became of it, and whether the two agree. */
@NullMarked
package org.parley.launcher.ledger;

import org.jspecify.annotations.NullMarked;
