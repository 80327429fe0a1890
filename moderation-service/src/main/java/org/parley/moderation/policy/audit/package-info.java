/** The audit of policies: who changed which policy. */
@NullMarked
package org.parley.moderation.policy.audit;

import org.jspecify.annotations.NullMarked;
