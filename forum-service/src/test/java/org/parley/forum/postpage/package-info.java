/** Tests of pages of posts. */
@NullMarked
package org.parley.forum.postpage;

import org.jspecify.annotations.NullMarked;
