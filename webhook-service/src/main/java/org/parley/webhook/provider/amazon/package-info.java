/** Messages of Amazon SNS and their signatures. */
@NullMarked
package org.parley.webhook.provider.amazon;

import org.jspecify.annotations.NullMarked;
