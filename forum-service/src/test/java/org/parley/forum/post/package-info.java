/** Tests of posts. */
@NullMarked
package org.parley.forum.post;

import org.jspecify.annotations.NullMarked;
