/** Writing, editing and deleting posts. */
@NullMarked
package org.parley.social.post.write;

import org.jspecify.annotations.NullMarked;
