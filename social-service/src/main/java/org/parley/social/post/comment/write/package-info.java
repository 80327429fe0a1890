/** Changes of comments. */
@NullMarked
package org.parley.social.post.comment.write;

import org.jspecify.annotations.NullMarked;
