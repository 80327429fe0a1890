/** Tests of the rooms of social posts. */
@NullMarked
package org.parley.realtime.event.social;

import org.jspecify.annotations.NullMarked;
