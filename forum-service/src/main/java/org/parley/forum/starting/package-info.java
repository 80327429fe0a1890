/** Starting threads: a thread and the post that opens it, made together. */
@NullMarked
package org.parley.forum.starting;

import org.jspecify.annotations.NullMarked;
