/** Posts, comments, reactions, follows, blocks and feeds. */
@NullMarked
package org.parley.social;

import org.jspecify.annotations.NullMarked;
