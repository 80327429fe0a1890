/** Reports of posts, from members to moderators. */
@NullMarked
package org.parley.forum.report;

import org.jspecify.annotations.NullMarked;
