/** Reports: what readers say is wrong with posts, until moderators have decided. */
@NullMarked
package org.parley.forum.report;

import org.jspecify.annotations.NullMarked;
