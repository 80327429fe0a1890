/** Replies, mentions and votes, and whom they concern. */
@NullMarked
package org.parley.notification.post;

import org.jspecify.annotations.NullMarked;
