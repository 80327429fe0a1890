/** Compares the verdicts of two policies about the same posts. */
@NullMarked
package org.parley.moderation.comparison;

import org.jspecify.annotations.NullMarked;
