/** Checks that the contracts are sound before anybody relies on them. */
@NullMarked
package org.parley.contracts;

import org.jspecify.annotations.NullMarked;
