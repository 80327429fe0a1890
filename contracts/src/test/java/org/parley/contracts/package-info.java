/** Checks the contracts. */
@NullMarked
package org.parley.contracts;

import org.jspecify.annotations.NullMarked;
