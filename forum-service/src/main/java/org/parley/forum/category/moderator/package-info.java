/** Appointments: the members who moderate a single category. */
@NullMarked
package org.parley.forum.category.moderator;

import org.jspecify.annotations.NullMarked;
