/** Tells those in a thread that somebody is writing. */
@NullMarked
package org.parley.realtime.typing;

import org.jspecify.annotations.NullMarked;
