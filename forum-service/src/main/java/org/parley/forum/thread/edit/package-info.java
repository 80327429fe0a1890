/** Edits and removals of threads. */
@NullMarked
package org.parley.forum.thread.edit;

import org.jspecify.annotations.NullMarked;
