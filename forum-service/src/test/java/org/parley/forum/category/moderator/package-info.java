/** Tests of appointments. */
@NullMarked
package org.parley.forum.category.moderator;

import org.jspecify.annotations.NullMarked;
