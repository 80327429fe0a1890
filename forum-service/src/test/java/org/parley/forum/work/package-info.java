/** What work promises. */
@NullMarked
package org.parley.forum.work;

import org.jspecify.annotations.NullMarked;
