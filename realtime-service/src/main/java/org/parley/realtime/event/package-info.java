/** Converts the events of services into the events of clients. */
@NullMarked
package org.parley.realtime.event;

import org.jspecify.annotations.NullMarked;
