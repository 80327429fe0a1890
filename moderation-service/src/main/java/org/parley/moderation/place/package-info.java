/** Locations of moved posts and threads, independent of the order of events. */
@NullMarked
package org.parley.moderation.place;

import org.jspecify.annotations.NullMarked;
