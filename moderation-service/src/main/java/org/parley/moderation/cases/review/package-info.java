/** Moderators list, claim and decide cases. */
@NullMarked
package org.parley.moderation.cases.review;

import org.jspecify.annotations.NullMarked;
