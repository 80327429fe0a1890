/** Comments on posts, with one level of answers. */
@NullMarked
package org.parley.social.post.comment;

import org.jspecify.annotations.NullMarked;
