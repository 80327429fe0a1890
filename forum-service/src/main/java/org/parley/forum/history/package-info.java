/** The edit history of posts. */
@NullMarked
package org.parley.forum.history;

import org.jspecify.annotations.NullMarked;
