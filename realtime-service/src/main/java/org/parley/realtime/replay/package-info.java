/** Keeps what was said in a room for those who were away for a moment. */
@NullMarked
package org.parley.realtime.replay;

import org.jspecify.annotations.NullMarked;
