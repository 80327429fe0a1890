/** Knows who may read which thread, as the forum tells it. */
@NullMarked
package org.parley.realtime.access;

import org.jspecify.annotations.NullMarked;
