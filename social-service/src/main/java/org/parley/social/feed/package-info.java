/** Feeds: the posts of followed people, written to each follower in rounds. */
@NullMarked
package org.parley.social.feed;

import org.jspecify.annotations.NullMarked;
