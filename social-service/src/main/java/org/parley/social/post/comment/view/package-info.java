/** Comments as readers see them. */
@NullMarked
package org.parley.social.post.comment.view;

import org.jspecify.annotations.NullMarked;
