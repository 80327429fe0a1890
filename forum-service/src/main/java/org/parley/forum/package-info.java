/** The forum: discussions in categories. */
@NullMarked
package org.parley.forum;

import org.jspecify.annotations.NullMarked;
