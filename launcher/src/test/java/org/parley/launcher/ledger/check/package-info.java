/** Tests of the ledger checks. */
@NullMarked
package org.parley.launcher.ledger.check;

import org.jspecify.annotations.NullMarked;
