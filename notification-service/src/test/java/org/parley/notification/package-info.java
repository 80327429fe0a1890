/** Shows that the room is safe to enter. */
@NullMarked
package org.parley.notification;

import org.jspecify.annotations.NullMarked;
