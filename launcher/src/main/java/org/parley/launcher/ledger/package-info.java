/** Records of the writes that were sent, and of their effects. */
@NullMarked
package org.parley.launcher.ledger;

import org.jspecify.annotations.NullMarked;
