/** Figures of the work of moderators and of the consistency of decisions. */
@NullMarked
package org.parley.moderation.statistics;

import org.jspecify.annotations.NullMarked;
