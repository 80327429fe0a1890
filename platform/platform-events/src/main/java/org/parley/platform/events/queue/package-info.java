/** Consumes queues and sends messages with confirms. */
@NullMarked
package org.parley.platform.events.queue;

import org.jspecify.annotations.NullMarked;
