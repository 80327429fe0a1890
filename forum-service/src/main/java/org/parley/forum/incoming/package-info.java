/** Addresses at which other programs post in a category. */
@NullMarked
package org.parley.forum.incoming;

import org.jspecify.annotations.NullMarked;
