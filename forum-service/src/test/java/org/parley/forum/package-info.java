/** What the forum promises, on real servers. */
@NullMarked
package org.parley.forum;

import org.jspecify.annotations.NullMarked;
