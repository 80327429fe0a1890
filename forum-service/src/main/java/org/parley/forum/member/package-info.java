/** The people of the forum, as far as it knows them from their tokens and from events. */
@NullMarked
package org.parley.forum.member;

import org.jspecify.annotations.NullMarked;
