/** Tests of traces across the broker. */
@NullMarked
package org.parley.platform.events.trace;

import org.jspecify.annotations.NullMarked;
