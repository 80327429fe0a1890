/** Projection of accounts: the age, roles and ban of authors. */
@NullMarked
package org.parley.moderation.author;

import org.jspecify.annotations.NullMarked;
