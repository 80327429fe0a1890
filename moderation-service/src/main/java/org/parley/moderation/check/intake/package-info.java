/** Turns forum events into scheduled checks, opened cases and withdrawn cases. */
@NullMarked
package org.parley.moderation.check.intake;

import org.jspecify.annotations.NullMarked;
