/** Who may send webhooks, and how each shows that it is them. */
@NullMarked
package org.parley.webhook.provider;

import org.jspecify.annotations.NullMarked;
