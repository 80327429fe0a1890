/** Who wants to be told what. */
@NullMarked
package org.parley.webhook.subscription;

import org.jspecify.annotations.NullMarked;
