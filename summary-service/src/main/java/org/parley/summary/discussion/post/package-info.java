/** Projection of the forum's posts: the texts that a summary may use. */
@NullMarked
package org.parley.summary.discussion.post;

import org.jspecify.annotations.NullMarked;
