/** Tests of moderated posts. */
@NullMarked
package org.parley.forum.post.moderation;

import org.jspecify.annotations.NullMarked;
