/** Tests of the post projection. */
@NullMarked
package org.parley.summary.discussion.post;

import org.jspecify.annotations.NullMarked;
