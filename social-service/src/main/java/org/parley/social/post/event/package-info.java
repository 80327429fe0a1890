/** Events about posts, comments and reactions. */
@NullMarked
package org.parley.social.post.event;

import org.jspecify.annotations.NullMarked;
