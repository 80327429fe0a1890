/** What posts said before, and what was changed in them. */
@NullMarked
package org.parley.forum.history;

import org.jspecify.annotations.NullMarked;
