/** Transactions with retries after write conflicts. */
@NullMarked
package org.parley.platform.web.transaction;

import org.jspecify.annotations.NullMarked;
