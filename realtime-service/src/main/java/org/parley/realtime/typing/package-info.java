/** Announces that a user is typing in a room. */
@NullMarked
package org.parley.realtime.typing;

import org.jspecify.annotations.NullMarked;
