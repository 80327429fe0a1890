/** Cases: posts that need a moderator's decision. A post has at most one open case. */
@NullMarked
package org.parley.moderation.cases;

import org.jspecify.annotations.NullMarked;
