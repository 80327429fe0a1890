/** Subscriptions: the threads, categories and tags that members follow or mute. */
@NullMarked
package org.parley.forum.subscription;

import org.jspecify.annotations.NullMarked;
