/** Listens to channels of Redis, whenever it is there. */
@NullMarked
package org.parley.realtime.redis;

import org.jspecify.annotations.NullMarked;
