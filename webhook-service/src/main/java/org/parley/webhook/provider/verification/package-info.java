/** Requests, their signatures and the reasons for refusing them. */
@NullMarked
package org.parley.webhook.provider.verification;

import org.jspecify.annotations.NullMarked;
