/**
 * Checks: every new or edited text waits in a list that workers share, and leaves it with
 * a verdict.
 */
@NullMarked
package org.parley.moderation.check;

import org.jspecify.annotations.NullMarked;
