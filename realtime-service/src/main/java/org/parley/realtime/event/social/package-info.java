/** Publishes comments on and reactions to social posts, and new posts to followers. */
@NullMarked
package org.parley.realtime.event.social;

import org.jspecify.annotations.NullMarked;
