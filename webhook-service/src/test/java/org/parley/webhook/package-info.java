/** Shows that the room is safe to enter. */
@NullMarked
package org.parley.webhook;

import org.jspecify.annotations.NullMarked;
