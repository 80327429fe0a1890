/** Projection of categories, and the rights to moderate them. */
@NullMarked
package org.parley.moderation.category;

import org.jspecify.annotations.NullMarked;
