/** Cases: what moderators are to decide about, at most one open case a post. */
@NullMarked
package org.parley.moderation.cases;

import org.jspecify.annotations.NullMarked;
