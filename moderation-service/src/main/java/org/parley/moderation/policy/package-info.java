/** Policies: the rules for posts and the verdicts that follow. */
@NullMarked
package org.parley.moderation.policy;

import org.jspecify.annotations.NullMarked;
