/** The bodies of messages, in the forms that endpoints expect. */
@NullMarked
package org.parley.webhook.format;

import org.jspecify.annotations.NullMarked;
