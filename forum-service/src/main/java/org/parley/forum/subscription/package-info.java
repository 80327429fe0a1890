/** Subscriptions: what a person follows, and what they want to hear nothing of. */
@NullMarked
package org.parley.forum.subscription;

import org.jspecify.annotations.NullMarked;
