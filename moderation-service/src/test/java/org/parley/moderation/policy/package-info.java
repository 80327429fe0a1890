/** Policies, as sentences. */
@NullMarked
package org.parley.moderation.policy;

import org.jspecify.annotations.NullMarked;
