/** Tests of traces across the broker. */
@NullMarked
package org.parley.platform.messaging.trace;

import org.jspecify.annotations.NullMarked;
