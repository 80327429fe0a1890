/** Posts as readers see them. */
@NullMarked
package org.parley.social.post.view;

import org.jspecify.annotations.NullMarked;
