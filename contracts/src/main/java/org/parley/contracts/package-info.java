/** Events, and what they share, as types. */
@NullMarked
package org.parley.contracts;

import org.jspecify.annotations.NullMarked;
