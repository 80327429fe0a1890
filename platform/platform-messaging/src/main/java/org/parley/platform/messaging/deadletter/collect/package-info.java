/** Moves dead letters from their queues into the database. */
@NullMarked
package org.parley.platform.messaging.deadletter.collect;

import org.jspecify.annotations.NullMarked;
