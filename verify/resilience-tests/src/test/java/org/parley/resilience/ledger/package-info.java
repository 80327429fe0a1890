/** Records of the writes that were sent, and of their effects. */
@NullMarked
package org.parley.resilience.ledger;

import org.jspecify.annotations.NullMarked;
