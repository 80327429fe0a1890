/** Posts as clients see them. */
@NullMarked
package org.parley.forum.post.view;

import org.jspecify.annotations.NullMarked;
