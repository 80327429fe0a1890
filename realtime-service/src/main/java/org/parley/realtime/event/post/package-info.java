/** Listeners and data of the forum's post events. */
@NullMarked
package org.parley.realtime.event.post;

import org.jspecify.annotations.NullMarked;
