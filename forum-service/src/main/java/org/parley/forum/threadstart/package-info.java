/** Thread start: creates a thread together with its opening post. */
@NullMarked
package org.parley.forum.threadstart;

import org.jspecify.annotations.NullMarked;
