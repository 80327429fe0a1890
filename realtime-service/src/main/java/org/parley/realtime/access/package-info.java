/** Stores who may read which thread, from the forum's events. */
@NullMarked
package org.parley.realtime.access;

import org.jspecify.annotations.NullMarked;
