/** Reactions to posts and comments: one per person and target. */
@NullMarked
package org.parley.social.post.reaction;

import org.jspecify.annotations.NullMarked;
