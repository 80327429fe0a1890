/** Moderation verdicts and decisions, applied to posts. */
@NullMarked
package org.parley.forum.post.moderation;

import org.jspecify.annotations.NullMarked;
