/** Tests of statistics. */
@NullMarked
package org.parley.moderation.statistics;

import org.jspecify.annotations.NullMarked;
