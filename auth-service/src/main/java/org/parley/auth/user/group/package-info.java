/** Groups of people, which may read and write categories of the forum. */
@NullMarked
package org.parley.auth.user.group;

import org.jspecify.annotations.NullMarked;
