/** Events about webhooks that people subscribe to. */
@NullMarked
package org.parley.contracts.webhook;

import org.jspecify.annotations.NullMarked;
