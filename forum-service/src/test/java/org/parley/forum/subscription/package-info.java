/** Tests of subscriptions. */
@NullMarked
package org.parley.forum.subscription;

import org.jspecify.annotations.NullMarked;
