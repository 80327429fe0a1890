/** Tests of policies. */
@NullMarked
package org.parley.moderation.policy;

import org.jspecify.annotations.NullMarked;
