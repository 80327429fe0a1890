/** Subscriptions to Redis channels that survive outages. */
@NullMarked
package org.parley.realtime.redis;

import org.jspecify.annotations.NullMarked;
