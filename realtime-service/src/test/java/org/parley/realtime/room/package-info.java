/** Tests of rooms and memberships. */
@NullMarked
package org.parley.realtime.room;

import org.jspecify.annotations.NullMarked;
