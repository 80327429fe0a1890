/** The test box: which rules of a policy fire on a text, and why. */
@NullMarked
package org.parley.moderation.trial;

import org.jspecify.annotations.NullMarked;
