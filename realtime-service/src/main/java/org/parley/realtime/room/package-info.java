/** Who hears what: rooms, joining them, and being shown out. */
@NullMarked
package org.parley.realtime.room;

import org.jspecify.annotations.NullMarked;
