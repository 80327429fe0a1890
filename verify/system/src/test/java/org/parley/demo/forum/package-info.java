/** Demo chapters about threads, posts, moderation and summaries. */
@NullMarked
package org.parley.demo.forum;

import org.jspecify.annotations.NullMarked;
