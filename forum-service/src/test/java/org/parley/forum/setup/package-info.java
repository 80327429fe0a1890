/** Tests of the first categories and threads. */
@NullMarked
package org.parley.forum.setup;

import org.jspecify.annotations.NullMarked;
