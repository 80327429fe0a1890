/** What the package of the same name promises. */
@NullMarked
package org.parley.forum.draft;

import org.jspecify.annotations.NullMarked;
