/** Read positions: how far each member has read in a thread. */
@NullMarked
package org.parley.forum.progress;

import org.jspecify.annotations.NullMarked;
