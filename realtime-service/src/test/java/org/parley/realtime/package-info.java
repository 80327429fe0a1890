/** Shows that the room is safe to enter. */
@NullMarked
package org.parley.realtime;

import org.jspecify.annotations.NullMarked;
