/** The log of recent events that clients receive after a reconnect. */
@NullMarked
package org.parley.realtime.replay;

import org.jspecify.annotations.NullMarked;
