/** Places: where posts were before they went to another thread. */
@NullMarked
package org.parley.forum.place;

import org.jspecify.annotations.NullMarked;
