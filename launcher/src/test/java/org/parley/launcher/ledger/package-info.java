/** The ledger finds what is lost, doubled or out of order. */
@NullMarked
package org.parley.launcher.ledger;

import org.jspecify.annotations.NullMarked;
