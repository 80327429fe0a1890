/** Tests of queue listeners. */
@NullMarked
package org.parley.platform.events.queue;

import org.jspecify.annotations.NullMarked;
