/** Where requests must not go. */
@NullMarked
package org.parley.webhook.outside;

import org.jspecify.annotations.NullMarked;
