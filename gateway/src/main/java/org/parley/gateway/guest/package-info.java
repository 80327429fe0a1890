/** A short-lived cache of the answers and pages that all guests share. */
@NullMarked
package org.parley.gateway.guest;

import org.jspecify.annotations.NullMarked;
