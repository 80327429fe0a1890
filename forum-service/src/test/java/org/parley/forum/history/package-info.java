/** What posts said before, asked for by those who may and by those who may not. */
@NullMarked
package org.parley.forum.history;

import org.jspecify.annotations.NullMarked;
