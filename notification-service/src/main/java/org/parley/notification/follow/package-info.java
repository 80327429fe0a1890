/** The threads, categories and tags that users follow and mute. */
@NullMarked
package org.parley.notification.follow;

import org.jspecify.annotations.NullMarked;
