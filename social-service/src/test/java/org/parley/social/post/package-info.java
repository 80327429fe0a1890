/** Tests of posts, comments and reactions. */
@NullMarked
package org.parley.social.post;

import org.jspecify.annotations.NullMarked;
