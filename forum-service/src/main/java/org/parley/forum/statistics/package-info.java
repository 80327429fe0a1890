/** How much there is, and how that has changed. */
@NullMarked
package org.parley.forum.statistics;

import org.jspecify.annotations.NullMarked;
