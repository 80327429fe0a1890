/** Turns what services tell into what clients hear. */
@NullMarked
package org.parley.realtime.event;

import org.jspecify.annotations.NullMarked;
