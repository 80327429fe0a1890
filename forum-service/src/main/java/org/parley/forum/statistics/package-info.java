/** Statistics: the size of the forum over time. */
@NullMarked
package org.parley.forum.statistics;

import org.jspecify.annotations.NullMarked;
