/** Threads as clients see them. */
@NullMarked
package org.parley.forum.thread.view;

import org.jspecify.annotations.NullMarked;
