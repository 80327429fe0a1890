/** Tests of the events that clients receive. */
@NullMarked
package org.parley.realtime.event;

import org.jspecify.annotations.NullMarked;
