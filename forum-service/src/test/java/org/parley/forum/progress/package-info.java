/** Tests of read positions. */
@NullMarked
package org.parley.forum.progress;

import org.jspecify.annotations.NullMarked;
