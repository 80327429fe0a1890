/** Moves subscriptions of a merged thread to the target thread. */
@NullMarked
package org.parley.forum.subscription.relocation;

import org.jspecify.annotations.NullMarked;
