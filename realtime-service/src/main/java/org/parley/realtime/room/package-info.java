/** Rooms, their members, and the delivery of events to them. */
@NullMarked
package org.parley.realtime.room;

import org.jspecify.annotations.NullMarked;
