/** Feeds as their owners read them. */
@NullMarked
package org.parley.social.feed.view;

import org.jspecify.annotations.NullMarked;
