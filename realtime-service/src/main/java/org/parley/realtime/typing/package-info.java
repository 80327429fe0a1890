/** Announces that a user is typing in a thread. */
@NullMarked
package org.parley.realtime.typing;

import org.jspecify.annotations.NullMarked;
