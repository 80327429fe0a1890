/** Cases on real servers. */
@NullMarked
package org.parley.moderation.cases;

import org.jspecify.annotations.NullMarked;
