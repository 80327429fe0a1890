/** Tests of queue listeners. */
@NullMarked
package org.parley.platform.messaging.queue;

import org.jspecify.annotations.NullMarked;
