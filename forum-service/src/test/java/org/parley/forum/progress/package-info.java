/** What the package of the same name promises. */
@NullMarked
package org.parley.forum.progress;

import org.jspecify.annotations.NullMarked;
