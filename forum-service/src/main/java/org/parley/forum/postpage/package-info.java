/** Pages of a thread: its posts by number, from any place. */
@NullMarked
package org.parley.forum.postpage;

import org.jspecify.annotations.NullMarked;
