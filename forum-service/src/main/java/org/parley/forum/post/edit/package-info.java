/** Replies, edits, removals and restorations of posts. */
@NullMarked
package org.parley.forum.post.edit;

import org.jspecify.annotations.NullMarked;
