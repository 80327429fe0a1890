/** The state of a checkout: ports, accounts, secrets and configured processes. */
@NullMarked
package org.parley.launcher.checkout;

import org.jspecify.annotations.NullMarked;
