/** Posts: replies, edits and deletion. */
@NullMarked
package org.parley.forum.post;

import org.jspecify.annotations.NullMarked;
