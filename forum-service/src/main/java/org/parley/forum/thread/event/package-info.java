/** Events about threads, for other services and for this process. */
@NullMarked
package org.parley.forum.thread.event;

import org.jspecify.annotations.NullMarked;
