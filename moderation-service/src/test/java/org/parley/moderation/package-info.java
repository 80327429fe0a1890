/** Shows that the room is safe to enter. */
@NullMarked
package org.parley.moderation;

import org.jspecify.annotations.NullMarked;
