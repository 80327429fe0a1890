/** Tests of writing posts. */
@NullMarked
package org.parley.forum.post.edit;

import org.jspecify.annotations.NullMarked;
