/** Tests of statistics. */
@NullMarked
package org.parley.forum.statistics;

import org.jspecify.annotations.NullMarked;
