/** Events about posts, for other services and for this process. */
@NullMarked
package org.parley.forum.post.event;

import org.jspecify.annotations.NullMarked;
