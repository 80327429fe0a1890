/** Providers of inbound webhooks and their signature schemes. */
@NullMarked
package org.parley.webhook.provider;

import org.jspecify.annotations.NullMarked;
