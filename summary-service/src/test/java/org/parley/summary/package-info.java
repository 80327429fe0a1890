/** Shows that the room is safe to enter. */
@NullMarked
package org.parley.summary;

import org.jspecify.annotations.NullMarked;
