/** The whole system, only through its gateway, as a client would. */
@NullMarked
package org.parley.e2e;

import org.jspecify.annotations.NullMarked;
