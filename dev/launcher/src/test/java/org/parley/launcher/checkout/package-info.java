/** Tests of checkouts. */
@NullMarked
package org.parley.launcher.checkout;

import org.jspecify.annotations.NullMarked;
